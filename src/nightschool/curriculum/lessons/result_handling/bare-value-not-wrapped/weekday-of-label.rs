---
code: E0308
---
/// Days as the rota numbers them: Monday is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekday(pub u8);

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads `tue`, `Tuesday` or a digit from 1 to 7.
pub fn weekday(text: &str) -> Option<Weekday> {
    let text = text.trim().to_lowercase();
    if let Ok(number) = text.parse::<u8>() {
        if number == 0 || number > 7 {
            return None;
        }
        return Weekday(number - 1);
    }
    let short = text.get(..3)?;
    let at = NAMES.iter().position(|name| *name == short)?;
    Weekday(at as u8)
}

impl Weekday {
    pub fn is_weekend(self) -> bool {
        self.0 >= 5
    }

    pub fn plus(self, days: u8) -> Weekday {
        Weekday((self.0 + days % 7) % 7)
    }
}

/// The working days named in a comma-separated list, in its order.
pub fn working_days(list: &str) -> Vec<Weekday> {
    list.split(',')
        .filter_map(weekday)
        .filter(|day| !day.is_weekend())
        .collect()
}
==== fixed
/// Days as the rota numbers them: Monday is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekday(pub u8);

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads `tue`, `Tuesday` or a digit from 1 to 7.
pub fn weekday(text: &str) -> Option<Weekday> {
    let text = text.trim().to_lowercase();
    if let Ok(number) = text.parse::<u8>() {
        if number == 0 || number > 7 {
            return None;
        }
        return Some(Weekday(number - 1));
    }
    let short = text.get(..3)?;
    let at = NAMES.iter().position(|name| *name == short)?;
    Some(Weekday(at as u8))
}

impl Weekday {
    pub fn is_weekend(self) -> bool {
        self.0 >= 5
    }

    pub fn plus(self, days: u8) -> Weekday {
        Weekday((self.0 + days % 7) % 7)
    }
}

/// The working days named in a comma-separated list, in its order.
pub fn working_days(list: &str) -> Vec<Weekday> {
    list.split(',')
        .filter_map(weekday)
        .filter(|day| !day.is_weekend())
        .collect()
}
==== tests
#[test]
fn digits_and_names() {
    assert_eq!(weekday("1"), Some(Weekday(0)));
    assert_eq!(weekday("7"), Some(Weekday(6)));
    assert_eq!(weekday("Thursday"), Some(Weekday(3)));
    assert_eq!(weekday("Sun").map(|d| d.plus(1)), Some(Weekday(0)));
}

#[test]
fn nonsense_is_none() {
    for bad in ["0", "8", "xx", "someday", ""] {
        assert_eq!(weekday(bad), None);
    }
}

#[test]
fn list_skips_weekend() {
    assert_eq!(working_days("fri,6,mon,oops"), vec![Weekday(4), Weekday(0)]);
}
