---
code: E0308
---
//! Rain gauge table: one cell a day, `-` where nobody read the gauge.

#[derive(Debug, PartialEq)]
pub struct BadCell {
    pub day: usize,
    pub text: String,
}

/// Reads a row of cells into millimetres.
pub fn read_row(row: &str) -> Result<Vec<Option<u32>>, BadCell> {
    let mut days = Vec::new();
    for (index, cell) in row.split_whitespace().enumerate() {
        let bad = || BadCell { day: index + 1, text: cell.to_string() };
        let rain = match cell {
            "-" => None,
            text => text.parse::<u32>().map_err(|_| bad())?,
        };
        days.push(rain);
    }
    Ok(days)
}

/// Days on which the gauge was read and stayed dry.
pub fn dry_days(row: &str) -> Result<usize, BadCell> {
    let days = read_row(row)?;
    Ok(days.into_iter().flatten().filter(|&rain| rain == 0).count())
}
==== fixed
//! Rain gauge table: one cell a day, `-` where nobody read the gauge.

#[derive(Debug, PartialEq)]
pub struct BadCell {
    pub day: usize,
    pub text: String,
}

/// Reads a row of cells into millimetres.
pub fn read_row(row: &str) -> Result<Vec<Option<u32>>, BadCell> {
    let mut days = Vec::new();
    for (index, cell) in row.split_whitespace().enumerate() {
        let bad = || BadCell { day: index + 1, text: cell.to_string() };
        let rain = match cell {
            "-" => None,
            text => Some(text.parse::<u32>().map_err(|_| bad())?),
        };
        days.push(rain);
    }
    Ok(days)
}

/// Days on which the gauge was read and stayed dry.
pub fn dry_days(row: &str) -> Result<usize, BadCell> {
    let days = read_row(row)?;
    Ok(days.into_iter().flatten().filter(|&rain| rain == 0).count())
}
==== tests
#[test]
fn unread_days_stay_unread() {
    assert_eq!(read_row("3 - 0"), Ok(vec![Some(3), None, Some(0)]));
    assert_eq!(dry_days("0 - 4 0 -"), Ok(2));
}

#[test]
fn bad_cells_are_told() {
    let bad = BadCell { day: 3, text: "wet".to_string() };
    assert_eq!(read_row("1 - wet 4"), Err(bad));
    assert_eq!(dry_days("?"), Err(BadCell { day: 1, text: "?".to_string() }));
}
