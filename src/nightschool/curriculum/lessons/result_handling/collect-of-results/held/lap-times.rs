---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum LapError {
    Format(String),
    Disqualified { lap: usize },
}

/// A lap as the timekeeper writes it: `1:02.5` or `DQ`; tenths of seconds come back.
fn lap(index: usize, text: &str) -> Result<u32, LapError> {
    if text == "DQ" {
        return Err(LapError::Disqualified { lap: index + 1 });
    }
    let bad = || LapError::Format(text.to_string());
    let (minutes, rest) = text.split_once(':').ok_or_else(bad)?;
    let (seconds, tenths) = rest.split_once('.').ok_or_else(bad)?;
    let number = |part: &str| part.parse::<u32>().map_err(|_| bad());
    Ok((number(minutes)? * 60 + number(seconds)?) * 10 + number(tenths)?)
}

/// A runner's time over all laps. One lap that does not count, and there is no time.
pub fn total(laps: &[&str]) -> Result<u32, LapError> {
    let tenths: u32 = laps.iter().enumerate().map(|(i, text)| lap(i, text)).sum();
    Ok(tenths)
}

/// The number of the fastest runner among those who have a time.
pub fn winner(runners: &[Vec<&str>]) -> Option<usize> {
    runners
        .iter()
        .enumerate()
        .filter_map(|(i, laps)| Some((total(laps).ok()?, i)))
        .min()
        .map(|(_, i)| i)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum LapError {
    Format(String),
    Disqualified { lap: usize },
}

/// A lap as the timekeeper writes it: `1:02.5` or `DQ`; tenths of seconds come back.
fn lap(index: usize, text: &str) -> Result<u32, LapError> {
    if text == "DQ" {
        return Err(LapError::Disqualified { lap: index + 1 });
    }
    let bad = || LapError::Format(text.to_string());
    let (minutes, rest) = text.split_once(':').ok_or_else(bad)?;
    let (seconds, tenths) = rest.split_once('.').ok_or_else(bad)?;
    let number = |part: &str| part.parse::<u32>().map_err(|_| bad());
    Ok((number(minutes)? * 60 + number(seconds)?) * 10 + number(tenths)?)
}

/// A runner's time over all laps. One lap that does not count, and there is no time.
pub fn total(laps: &[&str]) -> Result<u32, LapError> {
    laps.iter().enumerate().map(|(i, text)| lap(i, text)).sum()
}

/// The number of the fastest runner among those who have a time.
pub fn winner(runners: &[Vec<&str>]) -> Option<usize> {
    runners
        .iter()
        .enumerate()
        .filter_map(|(i, laps)| Some((total(laps).ok()?, i)))
        .min()
        .map(|(_, i)| i)
}
==== tests
#[test]
fn adds_laps() {
    assert_eq!(total(&["1:02.5", "0:59.0"]), Ok(1215));
    assert_eq!(total(&[]), Ok(0));
}
#[test]
fn failures() {
    assert_eq!(total(&["1:02.5", "DQ", "x"]), Err(LapError::Disqualified { lap: 2 }));
    assert_eq!(total(&["1:0x.5"]), Err(LapError::Format("1:0x.5".into())));
}
#[test]
fn winner_has_a_time() {
    assert_eq!(winner(&[vec!["1:00.0"], vec!["0:10.0", "DQ"], vec!["0:59.9"]]), Some(2));
}
