---
code: E0046
---
/// One line of a rain gauge: the day of the year and millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rainfall {
    pub day: u16,
    pub mm: f64,
}

pub struct Gauge {
    lines: Vec<String>,
}

impl Gauge {
    pub fn new(text: &str) -> Self {
        Gauge { lines: text.lines().map(str::to_string).collect() }
    }

    pub fn iter(&self) -> Rains<'_> {
        Rains { lines: self.lines.iter() }
    }

    pub fn total_mm(&self) -> f64 {
        self.iter().map(|rain| rain.mm).sum()
    }
}

pub struct Rains<'a> {
    lines: std::slice::Iter<'a, String>,
}

fn parse(line: &str) -> Option<Rainfall> {
    let (day, mm) = line.split_once(':')?;
    Some(Rainfall { day: day.trim().parse().ok()?, mm: mm.trim().parse().ok()? })
}

impl Iterator for Rains<'_> {
    /// The next line that can be read; others are passed over.
    fn next(&mut self) -> Option<Rainfall> {
        self.lines.by_ref().find_map(|line| parse(line))
    }
}
==== fixed
/// One line of a rain gauge: the day of the year and millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rainfall {
    pub day: u16,
    pub mm: f64,
}

pub struct Gauge {
    lines: Vec<String>,
}

impl Gauge {
    pub fn new(text: &str) -> Self {
        Gauge { lines: text.lines().map(str::to_string).collect() }
    }

    pub fn iter(&self) -> Rains<'_> {
        Rains { lines: self.lines.iter() }
    }

    pub fn total_mm(&self) -> f64 {
        self.iter().map(|rain| rain.mm).sum()
    }
}

pub struct Rains<'a> {
    lines: std::slice::Iter<'a, String>,
}

fn parse(line: &str) -> Option<Rainfall> {
    let (day, mm) = line.split_once(':')?;
    Some(Rainfall { day: day.trim().parse().ok()?, mm: mm.trim().parse().ok()? })
}

impl Iterator for Rains<'_> {
    type Item = Rainfall;

    /// The next line that can be read; others are passed over.
    fn next(&mut self) -> Option<Self::Item> {
        self.lines.by_ref().find_map(|line| parse(line))
    }
}
==== tests
#[test]
fn unreadable_lines_are_passed_over() {
    let gauge = Gauge::new("1: 2.5\nbroken\n3: x\n4: 0.5");
    let rains: Vec<Rainfall> = gauge.iter().collect();
    assert_eq!(rains, vec![Rainfall { day: 1, mm: 2.5 }, Rainfall { day: 4, mm: 0.5 }]);
    assert_eq!(gauge.total_mm(), 3.0);
}

#[test]
fn dry_gauge() {
    assert_eq!(Gauge::new("").total_mm(), 0.0);
    assert_eq!(Gauge::new("dust").iter().next(), None);
}
