---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    Shape(String),
    Month(u32),
}

pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let parts: Vec<u32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
    let [year, month, day] = parts[..] else {
        return Err(DateError::Shape(text.to_string()));
    };
    if !(1..=12).contains(&month) {
        return Err(DateError::Month(month));
    }
    Ok(Date { year: year as i32, month, day })
}

/// The number of dates in each month. The first wrong date ends the count.
pub fn per_month(texts: &[&str]) -> Result<[usize; 12], DateError> {
    let mut counts = [0; 12];
    texts.iter().for_each(|text| {
        let date = parse_date(text)?;
        counts[date.month as usize - 1] += 1;
    });
    Ok(counts)
}

pub fn busiest(texts: &[&str]) -> Result<Option<u32>, DateError> {
    let counts = per_month(texts)?;
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Ok(None);
    }
    Ok(counts.iter().position(|c| *c == most).map(|i| i as u32 + 1))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    Shape(String),
    Month(u32),
}

pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let parts: Vec<u32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
    let [year, month, day] = parts[..] else {
        return Err(DateError::Shape(text.to_string()));
    };
    if !(1..=12).contains(&month) {
        return Err(DateError::Month(month));
    }
    Ok(Date { year: year as i32, month, day })
}

/// The number of dates in each month. The first wrong date ends the count.
pub fn per_month(texts: &[&str]) -> Result<[usize; 12], DateError> {
    let mut counts = [0; 12];
    for text in texts {
        let date = parse_date(text)?;
        counts[date.month as usize - 1] += 1;
    }
    Ok(counts)
}

pub fn busiest(texts: &[&str]) -> Result<Option<u32>, DateError> {
    let counts = per_month(texts)?;
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Ok(None);
    }
    Ok(counts.iter().position(|c| *c == most).map(|i| i as u32 + 1))
}
==== tests
#[test]
fn counts_by_month() {
    let c = per_month(&["2024-03-01", "2023-03-09", "2024-12-24"]).unwrap();
    assert_eq!((c[2], c[11], c.iter().sum::<usize>()), (2, 1, 3));
    assert_eq!(busiest(&["2024-03-01", "2023-03-09", "2024-12-24"]), Ok(Some(3)));
    assert_eq!(busiest(&[]), Ok(None));
}

#[test]
fn wrong_dates_are_reported() {
    assert_eq!(per_month(&["2024-03-01", "soon", "2024-13-01"]), Err(DateError::Shape("soon".into())));
    assert_eq!(busiest(&["2024-13-01"]), Err(DateError::Month(13)));
}
