---
code: E0046
---
/// Readings of a meter that is read at fixed intervals.
#[derive(Debug)]
pub struct Readings {
    pub first_minute: u32,
    pub every: u32,
    pub counts: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Usage {
    pub minute: u32,
    pub used: u32,
}

/// Walks over the differences of neighbouring readings.
pub struct Usages<'a> {
    readings: &'a Readings,
    next: usize,
}

impl Readings {
    pub fn usages(&self) -> Usages<'_> {
        Usages { readings: self, next: 1 }
    }
}

impl Iterator for Usages<'_> {
    fn next(&mut self) -> Option<Usage> {
        let now = *self.readings.counts.get(self.next)?;
        let before = self.readings.counts[self.next - 1];
        let minute = self.readings.first_minute + self.readings.every * self.next as u32;
        self.next += 1;
        Some(Usage { minute, used: now.wrapping_sub(before) })
    }
}

pub fn peak(readings: &Readings) -> Option<Usage> {
    let mut peak: Option<Usage> = None;
    let mut walk = readings.usages();
    while let Some(usage) = Iterator::next(&mut walk) {
        if peak.as_ref().is_none_or(|p| usage.used > p.used) {
            peak = Some(usage);
        }
    }
    peak
}
==== fixed
/// Readings of a meter that is read at fixed intervals.
#[derive(Debug)]
pub struct Readings {
    pub first_minute: u32,
    pub every: u32,
    pub counts: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Usage {
    pub minute: u32,
    pub used: u32,
}

/// Walks over the differences of neighbouring readings.
pub struct Usages<'a> {
    readings: &'a Readings,
    next: usize,
}

impl Readings {
    pub fn usages(&self) -> Usages<'_> {
        Usages { readings: self, next: 1 }
    }
}

impl Iterator for Usages<'_> {
    type Item = Usage;

    fn next(&mut self) -> Option<Usage> {
        let now = *self.readings.counts.get(self.next)?;
        let before = self.readings.counts[self.next - 1];
        let minute = self.readings.first_minute + self.readings.every * self.next as u32;
        self.next += 1;
        Some(Usage { minute, used: now.wrapping_sub(before) })
    }
}

pub fn peak(readings: &Readings) -> Option<Usage> {
    let mut peak: Option<Usage> = None;
    let mut walk = readings.usages();
    while let Some(usage) = Iterator::next(&mut walk) {
        if peak.as_ref().is_none_or(|p| usage.used > p.used) {
            peak = Some(usage);
        }
    }
    peak
}
==== tests
fn day() -> Readings {
    Readings { first_minute: 60, every: 15, counts: vec![100, 130, 131, 190, 190] }
}

#[test]
fn differences_with_their_minutes() {
    let list: Vec<Usage> = day().usages().collect();
    assert_eq!(list.len(), 4);
    assert_eq!(list[0], Usage { minute: 75, used: 30 });
    assert_eq!(list[3], Usage { minute: 120, used: 0 });
}

#[test]
fn peak_of_the_day() {
    assert_eq!(peak(&day()), Some(Usage { minute: 105, used: 59 }));
    assert_eq!(peak(&Readings { first_minute: 0, every: 1, counts: vec![7] }), None);
}
