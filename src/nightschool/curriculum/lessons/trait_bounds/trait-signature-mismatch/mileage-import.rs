---
code: E0053
---
#[derive(Debug, PartialEq)]
pub enum ImportError {
    Malformed(String),
}

pub trait Feed {
    fn name(&self) -> &str;
    fn accept(&mut self, line: &str) -> Result<u32, ImportError>;
}

/// Sums kilometres from lines like `LKW7;120`.
pub struct TripFeed {
    total_km: u32,
}

impl TripFeed {
    pub fn new() -> Self {
        TripFeed { total_km: 0 }
    }

    pub fn total_km(&self) -> u32 {
        self.total_km
    }
}

impl Feed for TripFeed {
    fn name(&self) -> &str {
        "trips"
    }

    fn accept(&mut self, line: String) -> Result<u32, ImportError> {
        let km = line
            .split_once(';')
            .and_then(|(_, km)| km.trim().parse::<u32>().ok())
            .ok_or(ImportError::Malformed(line))?;
        self.total_km += km;
        Ok(km)
    }
}

/// Feeds all lines and stops at the first bad one.
pub fn import(feed: &mut dyn Feed, text: &str) -> Result<String, ImportError> {
    let mut count = 0;
    for line in text.lines() {
        feed.accept(line)?;
        count += 1;
    }
    Ok(format!("{}: {} lines", feed.name(), count))
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum ImportError {
    Malformed(String),
}

pub trait Feed {
    fn name(&self) -> &str;
    fn accept(&mut self, line: &str) -> Result<u32, ImportError>;
}

/// Sums kilometres from lines like `LKW7;120`.
pub struct TripFeed {
    total_km: u32,
}

impl TripFeed {
    pub fn new() -> Self {
        TripFeed { total_km: 0 }
    }

    pub fn total_km(&self) -> u32 {
        self.total_km
    }
}

impl Feed for TripFeed {
    fn name(&self) -> &str {
        "trips"
    }

    fn accept(&mut self, line: &str) -> Result<u32, ImportError> {
        let km = line
            .split_once(';')
            .and_then(|(_, km)| km.trim().parse::<u32>().ok())
            .ok_or_else(|| ImportError::Malformed(line.to_string()))?;
        self.total_km += km;
        Ok(km)
    }
}

/// Feeds all lines and stops at the first bad one.
pub fn import(feed: &mut dyn Feed, text: &str) -> Result<String, ImportError> {
    let mut count = 0;
    for line in text.lines() {
        feed.accept(line)?;
        count += 1;
    }
    Ok(format!("{}: {} lines", feed.name(), count))
}
==== tests
#[test]
fn sums_kilometres() {
    let mut f = TripFeed::new();
    assert_eq!(import(&mut f, "LKW7;120\nLKW9; 30").unwrap(), "trips: 2 lines");
    assert_eq!(f.total_km(), 150);
}

#[test]
fn reports_the_bad_line() {
    let mut f = TripFeed::new();
    let got = import(&mut f, "LKW7;120\nLKW9\nLKW1;5");
    assert_eq!(got, Err(ImportError::Malformed("LKW9".to_string())));
    assert_eq!(f.total_km(), 120);
}
