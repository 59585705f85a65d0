---
code: E0277
---
//! Adds up a bank statement with one `date;amount` a line.

#[derive(Debug, Default, PartialEq)]
pub struct Summary {
    pub income: f64,
    pub spending: f64,
}

fn check_date(date: &str, number: usize) -> Result<(), String> {
    if date.len() == 10 && date.split('-').count() == 3 {
        Ok(())
    } else {
        Err(format!("line {number}: bad date {date}"))
    }
}

/// Adds up all lines. As the statement is long, every complaint starts
/// with the number of the line it is about.
pub fn summarize(statement: &str) -> Result<Summary, String> {
    let mut summary = Summary::default();
    for (index, line) in statement.lines().enumerate() {
        let number = index + 1;
        let (date, amount) = line
            .split_once(';')
            .ok_or_else(|| format!("line {number}: no amount"))?;
        check_date(date, number)?;
        let amount: f64 = amount.trim().parse()?;
        if amount < 0.0 {
            summary.spending -= amount;
        } else {
            summary.income += amount;
        }
    }
    Ok(summary)
}
==== fixed
//! Adds up a bank statement with one `date;amount` a line.

#[derive(Debug, Default, PartialEq)]
pub struct Summary {
    pub income: f64,
    pub spending: f64,
}

fn check_date(date: &str, number: usize) -> Result<(), String> {
    if date.len() == 10 && date.split('-').count() == 3 {
        Ok(())
    } else {
        Err(format!("line {number}: bad date {date}"))
    }
}

/// Adds up all lines. As the statement is long, every complaint starts
/// with the number of the line it is about.
pub fn summarize(statement: &str) -> Result<Summary, String> {
    let mut summary = Summary::default();
    for (index, line) in statement.lines().enumerate() {
        let number = index + 1;
        let (date, amount) = line
            .split_once(';')
            .ok_or_else(|| format!("line {number}: no amount"))?;
        check_date(date, number)?;
        let amount: f64 = amount
            .trim()
            .parse()
            .map_err(|e| format!("line {number}: {e}"))?;
        if amount < 0.0 {
            summary.spending -= amount;
        } else {
            summary.income += amount;
        }
    }
    Ok(summary)
}
==== tests
#[test]
fn adds_up() {
    let summary = summarize("2024-01-05; 12.5\n2024-01-06;-2.25\n2024-01-07;-0.75").unwrap();
    assert_eq!(summary, Summary { income: 12.5, spending: 3.0 });
}

#[test]
fn complaints_start_with_the_line() {
    let complaint = summarize("2024-01-05;12.5\n2024-01-06;lots").unwrap_err();
    assert!(complaint.starts_with("line 2"), "{complaint}");
    assert!(complaint.len() > "line 2: ".len());
    assert_eq!(summarize("yesterday;4").unwrap_err(), "line 1: bad date yesterday");
    assert_eq!(summarize("2024-01-05").unwrap_err(), "line 1: no amount");
}
