---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum SheetError {
    BadHours { day: String, text: String },
    TooLong { day: String },
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SheetError::BadHours { day, text } => write!(f, "{day}: cannot read {text:?}"),
            SheetError::TooLong { day } => write!(f, "{day}: more than 24 hours"),
        }
    }
}

/// A week's sheet: hours as written, by day.
pub struct Sheet {
    pub person: String,
    pub days: BTreeMap<String, String>,
}

impl Sheet {
    fn minutes(day: &str, text: &str) -> Result<u32, SheetError> {
        let hours: f64 = text
            .trim()
            .parse()
            .map_err(|_| SheetError::BadHours { day: day.to_string(), text: text.to_string() })?;
        if hours > 24.0 {
            return Err(SheetError::TooLong { day: day.to_string() });
        }
        Ok((hours * 60.0).round() as u32)
    }

    /// Minutes of the whole week. One day that cannot be read spoils the sheet.
    pub fn total(&self) -> Result<u32, SheetError> {
        let total: u32 = self.days.iter().map(|(day, text)| Sheet::minutes(day, text)).sum();
        Ok(total)
    }

    /// Minutes beyond the agreed ones.
    pub fn overtime(&self, agreed: u32) -> Result<u32, SheetError> {
        Ok(self.total()?.saturating_sub(agreed))
    }
}
==== fixed
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum SheetError {
    BadHours { day: String, text: String },
    TooLong { day: String },
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SheetError::BadHours { day, text } => write!(f, "{day}: cannot read {text:?}"),
            SheetError::TooLong { day } => write!(f, "{day}: more than 24 hours"),
        }
    }
}

/// A week's sheet: hours as written, by day.
pub struct Sheet {
    pub person: String,
    pub days: BTreeMap<String, String>,
}

impl Sheet {
    fn minutes(day: &str, text: &str) -> Result<u32, SheetError> {
        let hours: f64 = text
            .trim()
            .parse()
            .map_err(|_| SheetError::BadHours { day: day.to_string(), text: text.to_string() })?;
        if hours > 24.0 {
            return Err(SheetError::TooLong { day: day.to_string() });
        }
        Ok((hours * 60.0).round() as u32)
    }

    /// Minutes of the whole week. One day that cannot be read spoils the sheet.
    pub fn total(&self) -> Result<u32, SheetError> {
        let total: u32 = self.days.iter().map(|(day, text)| Sheet::minutes(day, text)).sum::<Result<u32, _>>()?;
        Ok(total)
    }

    /// Minutes beyond the agreed ones.
    pub fn overtime(&self, agreed: u32) -> Result<u32, SheetError> {
        Ok(self.total()?.saturating_sub(agreed))
    }
}
==== tests
fn sheet(days: &[(&str, &str)]) -> Sheet {
    Sheet { person: "jo".into(), days: days.iter().map(|(d, t)| (d.to_string(), t.to_string())).collect() }
}

#[test]
fn adds_up() {
    let s = sheet(&[("mon", "7.5"), ("tue", " 8 "), ("wed", "0.25")]);
    assert_eq!(s.total(), Ok(945));
    assert_eq!(s.overtime(900), Ok(45));
    assert_eq!(s.overtime(2000), Ok(0));
}

#[test]
fn one_bad_day_spoils_it() {
    let s = sheet(&[("mon", "7.5"), ("tue", "ill")]);
    assert_eq!(s.total(), Err(SheetError::BadHours { day: "tue".into(), text: "ill".into() }));
    assert_eq!(sheet(&[("fri", "25")]).overtime(1), Err(SheetError::TooLong { day: "fri".into() }));
    assert_eq!(sheet(&[]).total(), Ok(0));
}
