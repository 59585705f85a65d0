---
code: E0277
---
//! Rain statistics in tenths of a millimetre.

#[derive(Debug, PartialEq)]
pub struct Rain {
    pub days: u32,
    pub wet_days: u32,
    pub most: u32,
}

impl Rain {
    pub fn is_dry(&self) -> bool {
        self.wet_days == 0
    }
}

/// Sums up daily amounts, from whatever collection or iterator they come.
pub fn summary<D>(days: D) -> Rain {
    let mut rain = Rain { days: 0, wet_days: 0, most: 0 };
    for amount in days {
        rain.days += 1;
        if amount > 0 {
            rain.wet_days += 1;
        }
        rain.most = rain.most.max(amount);
    }
    rain
}

/// The summary of a log with one amount per line; other lines are skipped.
pub fn summary_of_log(log: &str) -> Rain {
    summary(log.lines().filter_map(|line| line.trim().parse::<u32>().ok()))
}
==== fixed
//! Rain statistics in tenths of a millimetre.

#[derive(Debug, PartialEq)]
pub struct Rain {
    pub days: u32,
    pub wet_days: u32,
    pub most: u32,
}

impl Rain {
    pub fn is_dry(&self) -> bool {
        self.wet_days == 0
    }
}

/// Sums up daily amounts, from whatever collection or iterator they come.
pub fn summary<D: IntoIterator<Item = u32>>(days: D) -> Rain {
    let mut rain = Rain { days: 0, wet_days: 0, most: 0 };
    for amount in days {
        rain.days += 1;
        if amount > 0 {
            rain.wet_days += 1;
        }
        rain.most = rain.most.max(amount);
    }
    rain
}

/// The summary of a log with one amount per line; other lines are skipped.
pub fn summary_of_log(log: &str) -> Rain {
    summary(log.lines().filter_map(|line| line.trim().parse::<u32>().ok()))
}
==== tests
#[test]
fn takes_collections() {
    assert_eq!(summary(vec![0, 35, 2]), Rain { days: 3, wet_days: 2, most: 35 });
    assert_eq!(summary([0, 0]), Rain { days: 2, wet_days: 0, most: 0 });
    assert!(summary(Vec::new()).is_dry());
}

#[test]
fn takes_iterators() {
    assert_eq!(summary(vec![1, 2].into_iter().rev()).most, 2);
    assert_eq!(summary_of_log("12\nno data\n 0\n"), Rain { days: 2, wet_days: 1, most: 12 });
}
