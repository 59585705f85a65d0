---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    pub name: &'static str,
    pub hours: Vec<u32>,
}

impl Month {
    fn total(&self) -> u32 {
        self.hours.iter().sum()
    }

    fn without_spikes(&self, cap: u32) -> Month {
        Month {
            name: self.name,
            hours: self.hours.iter().map(|h| (*h).min(cap)).collect(),
        }
    }
}

/// The month with the most hours when no day counts for more than `cap`; the first one wins
/// a tie. The text tells the capped hours.
pub fn busiest(months: &[Month], cap: u32) -> String {
    let mut record: Option<&Month> = None;
    for month in months {
        let capped = month.without_spikes(cap);
        let beaten = record.map_or(true, |best| capped.total() > best.total());
        if beaten {
            record = Some(&capped);
        }
    }
    match record {
        Some(best) => format!("{}: {} h", best.name, best.total()),
        None => "no months".to_string(),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    pub name: &'static str,
    pub hours: Vec<u32>,
}

impl Month {
    fn total(&self) -> u32 {
        self.hours.iter().sum()
    }

    fn without_spikes(&self, cap: u32) -> Month {
        Month {
            name: self.name,
            hours: self.hours.iter().map(|h| (*h).min(cap)).collect(),
        }
    }
}

/// The month with the most hours when no day counts for more than `cap`; the first one wins
/// a tie. The text tells the capped hours.
pub fn busiest(months: &[Month], cap: u32) -> String {
    let mut record: Option<Month> = None;
    for month in months {
        let capped = month.without_spikes(cap);
        let beaten = record.as_ref().map_or(true, |best| capped.total() > best.total());
        if beaten {
            record = Some(capped);
        }
    }
    match record {
        Some(best) => format!("{}: {} h", best.name, best.total()),
        None => "no months".to_string(),
    }
}
==== tests
fn months() -> Vec<Month> {
    vec![
        Month { name: "May", hours: vec![8, 8, 8] },
        Month { name: "June", hours: vec![1, 30] },
        Month { name: "July", hours: vec![6, 9, 9] },
    ]
}

#[test]
fn capped_hours_decide() {
    assert_eq!(busiest(&months(), 8), "May: 24 h");
    assert_eq!(busiest(&months(), 9), "May: 24 h");
    assert_eq!(busiest(&months(), 40), "June: 31 h");
}

#[test]
fn record_shows_capped_hours() {
    let m = months();
    assert_eq!(busiest(&m[1..], 20), "July: 24 h");
    assert_eq!(busiest(&m[1..2], 20), "June: 21 h");
    assert_eq!(busiest(&[], 8), "no months");
}
