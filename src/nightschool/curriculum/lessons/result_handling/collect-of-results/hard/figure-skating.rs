---
code: E0277
---
//! Judges' marks of a skating contest.

/// Mark that counts for a judge whose sheet cannot be read.
pub const NEUTRAL_MARK: u32 = 5;

/// Reads one mark from zero to ten.
pub fn read_mark(sheet: &str) -> Result<u32, String> {
    match sheet.trim().parse() {
        Ok(mark) if mark <= 10 => Ok(mark),
        _ => Err(format!("unreadable mark {sheet:?}")),
    }
}

#[derive(Debug, PartialEq)]
pub struct Score {
    pub marks: Vec<u32>,
    pub total: u32,
}

/// The score of a skater. Every judge has exactly one mark in it, in the order of
/// the sheets; who cannot be read gives the neutral mark.
pub fn score(sheets: &[&str]) -> Score {
    let marks: Vec<u32> = sheets.iter().map(|sheet| read_mark(sheet)).collect();
    let total = marks.iter().sum();
    Score { marks, total }
}
==== fixed
//! Judges' marks of a skating contest.

/// Mark that counts for a judge whose sheet cannot be read.
pub const NEUTRAL_MARK: u32 = 5;

/// Reads one mark from zero to ten.
pub fn read_mark(sheet: &str) -> Result<u32, String> {
    match sheet.trim().parse() {
        Ok(mark) if mark <= 10 => Ok(mark),
        _ => Err(format!("unreadable mark {sheet:?}")),
    }
}

#[derive(Debug, PartialEq)]
pub struct Score {
    pub marks: Vec<u32>,
    pub total: u32,
}

/// The score of a skater. Every judge has exactly one mark in it, in the order of
/// the sheets; who cannot be read gives the neutral mark.
pub fn score(sheets: &[&str]) -> Score {
    let marks: Vec<u32> =
        sheets.iter().map(|sheet| read_mark(sheet).unwrap_or(NEUTRAL_MARK)).collect();
    let total = marks.iter().sum();
    Score { marks, total }
}
==== tests
#[test]
fn sums_readable_marks() {
    assert_eq!(score(&["7", " 9", "0"]), Score { marks: vec![7, 9, 0], total: 16 });
    assert_eq!(score(&[]), Score { marks: vec![], total: 0 });
}

#[test]
fn unreadable_marks_are_neutral() {
    assert_eq!(score(&["7", "~", "11"]), Score { marks: vec![7, 5, 5], total: 17 });
    assert!(read_mark("11").is_err());
}
