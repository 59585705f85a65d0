---
code: E0382
---
/// Something that receives the bookings of a day.
pub trait Sink {
    fn write(&mut self, entries: Vec<Entry>);
    fn total(&self) -> i64;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub account: u32,
    pub cents: i64,
}

#[derive(Default)]
pub struct Journal {
    pub entries: Vec<Entry>,
}

#[derive(Default)]
pub struct DebitsOnly {
    pub sum: i64,
}

impl Sink for Journal {
    fn write(&mut self, entries: Vec<Entry>) {
        self.entries.extend(entries);
    }
    fn total(&self) -> i64 {
        self.entries.iter().map(|e| e.cents).sum()
    }
}

impl Sink for DebitsOnly {
    fn write(&mut self, mut entries: Vec<Entry>) {
        entries.retain(|e| e.cents < 0);
        self.sum += entries.iter().map(|e| e.cents).sum::<i64>();
    }
    fn total(&self) -> i64 {
        self.sum
    }
}

/// Hands the whole day to every sink; bookings of zero go to none.
pub fn close_day(sinks: &mut [Box<dyn Sink>], day: &[Entry]) -> usize {
    let entries: Vec<Entry> = day.iter().filter(|e| e.cents != 0).cloned().collect();
    let count = entries.len();
    for sink in sinks.iter_mut() {
        sink.write(entries);
    }
    count
}
==== fixed
/// Something that receives the bookings of a day.
pub trait Sink {
    fn write(&mut self, entries: Vec<Entry>);
    fn total(&self) -> i64;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub account: u32,
    pub cents: i64,
}

#[derive(Default)]
pub struct Journal {
    pub entries: Vec<Entry>,
}

#[derive(Default)]
pub struct DebitsOnly {
    pub sum: i64,
}

impl Sink for Journal {
    fn write(&mut self, entries: Vec<Entry>) {
        self.entries.extend(entries);
    }
    fn total(&self) -> i64 {
        self.entries.iter().map(|e| e.cents).sum()
    }
}

impl Sink for DebitsOnly {
    fn write(&mut self, mut entries: Vec<Entry>) {
        entries.retain(|e| e.cents < 0);
        self.sum += entries.iter().map(|e| e.cents).sum::<i64>();
    }
    fn total(&self) -> i64 {
        self.sum
    }
}

/// Hands the whole day to every sink; bookings of zero go to none.
pub fn close_day(sinks: &mut [Box<dyn Sink>], day: &[Entry]) -> usize {
    let entries: Vec<Entry> = day.iter().filter(|e| e.cents != 0).cloned().collect();
    let count = entries.len();
    for sink in sinks.iter_mut() {
        sink.write(entries.clone());
    }
    count
}
==== tests
fn day() -> Vec<Entry> {
    vec![
        Entry { account: 1, cents: 500 },
        Entry { account: 2, cents: 0 },
        Entry { account: 2, cents: -120 },
        Entry { account: 3, cents: -5 },
    ]
}

#[test]
fn every_sink_sees_everything() {
    let mut sinks: Vec<Box<dyn Sink>> =
        vec![Box::new(DebitsOnly::default()), Box::new(Journal::default()), Box::new(DebitsOnly::default())];
    assert_eq!(close_day(&mut sinks, &day()), 3);
    let totals: Vec<i64> = sinks.iter().map(|s| s.total()).collect();
    assert_eq!(totals, vec![-125, 375, -125]);
}

#[test]
fn days_add_up() {
    let mut sinks: Vec<Box<dyn Sink>> = vec![Box::new(Journal::default())];
    close_day(&mut sinks, &day());
    close_day(&mut sinks, &day());
    assert_eq!(sinks[0].total(), 750);
    assert_eq!(close_day(&mut [], &day()), 3);
}
