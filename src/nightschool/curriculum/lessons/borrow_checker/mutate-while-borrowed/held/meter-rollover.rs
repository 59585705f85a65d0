---
code: E0502
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub day: u32,
    pub count: u32,
}

/// A meter with a counter of five digits.
#[derive(Debug, Default)]
pub struct Meter {
    readings: Vec<Reading>,
    pub rollovers: u32,
}

impl Meter {
    pub const DIGITS: u32 = 100_000;

    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Adds a reading and gives the consumption since the last one, 0 for the first.
    /// A count below the last one means that the counter has rolled over.
    pub fn read(&mut self, day: u32, count: u32) -> u32 {
        let Some(last) = self.readings.last() else {
            self.readings.push(Reading { day, count });
            return 0;
        };
        self.readings.push(Reading { day, count });
        if count < last.count {
            self.rollovers += 1;
            count + Self::DIGITS - last.count
        } else {
            count - last.count
        }
    }

    pub fn total(&self) -> u32 {
        match (self.readings.first(), self.readings.last()) {
            (Some(first), Some(last)) => self.rollovers * Self::DIGITS + last.count - first.count,
            _ => 0,
        }
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub day: u32,
    pub count: u32,
}

/// A meter with a counter of five digits.
#[derive(Debug, Default)]
pub struct Meter {
    readings: Vec<Reading>,
    pub rollovers: u32,
}

impl Meter {
    pub const DIGITS: u32 = 100_000;

    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Adds a reading and gives the consumption since the last one, 0 for the first.
    /// A count below the last one means that the counter has rolled over.
    pub fn read(&mut self, day: u32, count: u32) -> u32 {
        let Some(last) = self.readings.last() else {
            self.readings.push(Reading { day, count });
            return 0;
        };
        let used = if count < last.count {
            self.rollovers += 1;
            count + Self::DIGITS - last.count
        } else {
            count - last.count
        };
        self.readings.push(Reading { day, count });
        used
    }

    pub fn total(&self) -> u32 {
        match (self.readings.first(), self.readings.last()) {
            (Some(first), Some(last)) => self.rollovers * Self::DIGITS + last.count - first.count,
            _ => 0,
        }
    }
}
==== tests
#[test]
fn consumption_between_readings() {
    let mut m = Meter::default();
    assert_eq!(m.read(1, 99_000), 0);
    assert_eq!(m.read(2, 99_900), 900);
    assert_eq!(m.read(3, 150), 250);
    assert_eq!(m.read(4, 150), 0);
    assert_eq!(m.total(), 1150);
    assert_eq!(m.rollovers, 1);
}

#[test]
fn all_readings_are_kept() {
    let mut m = Meter::default();
    m.read(5, 10);
    m.read(6, 12);
    assert_eq!(m.readings(), [Reading { day: 5, count: 10 }, Reading { day: 6, count: 12 }]);
    assert_eq!(Meter::default().total(), 0);
}
