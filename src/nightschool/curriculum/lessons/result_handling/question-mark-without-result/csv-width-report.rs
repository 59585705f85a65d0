---
code: E0277
---
#[derive(Debug, PartialEq)]
pub enum RowError {
    UnclosedQuote,
    StrayQuote { column: usize },
}

fn cells(row: &str) -> Result<Vec<&str>, RowError> {
    if row.matches('"').count() % 2 == 1 {
        return Err(RowError::UnclosedQuote);
    }
    row.split(',')
        .map(str::trim)
        .enumerate()
        .map(|(column, cell)| {
            let inner = cell.trim_matches('"');
            if inner.contains('"') {
                return Err(RowError::StrayQuote { column });
            }
            Ok(inner)
        })
        .collect()
}

/// What a preview shows of a CSV file. It never fails: a row that cannot be read is
/// marked with `!` and the row as it is, the others are joined with ` | `.
pub fn preview(csv: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for row in csv.lines() {
        let cells = cells(row)?;
        lines.push(cells.join(" | "));
    }
    lines
}

/// The widest row in cells.
pub fn width(csv: &str) -> Result<usize, RowError> {
    let mut widest = 0;
    for row in csv.lines() {
        widest = widest.max(cells(row)?.len());
    }
    Ok(widest)
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum RowError {
    UnclosedQuote,
    StrayQuote { column: usize },
}

fn cells(row: &str) -> Result<Vec<&str>, RowError> {
    if row.matches('"').count() % 2 == 1 {
        return Err(RowError::UnclosedQuote);
    }
    row.split(',')
        .map(str::trim)
        .enumerate()
        .map(|(column, cell)| {
            let inner = cell.trim_matches('"');
            if inner.contains('"') {
                return Err(RowError::StrayQuote { column });
            }
            Ok(inner)
        })
        .collect()
}

/// What a preview shows of a CSV file. It never fails: a row that cannot be read is
/// marked with `!` and the row as it is, the others are joined with ` | `.
pub fn preview(csv: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for row in csv.lines() {
        match cells(row) {
            Ok(cells) => lines.push(cells.join(" | ")),
            Err(_) => lines.push(format!("!{row}")),
        }
    }
    lines
}

/// The widest row in cells.
pub fn width(csv: &str) -> Result<usize, RowError> {
    let mut widest = 0;
    for row in csv.lines() {
        widest = widest.max(cells(row)?.len());
    }
    Ok(widest)
}
==== tests
#[test]
fn preview_marks_bad_rows() {
    assert_eq!(
        preview("a,\"b\",c\nx,\"y\n1, 2"),
        ["a | b | c".to_string(), "!x,\"y".to_string(), "1 | 2".to_string()]
    );
}
#[test]
fn preview_of_nothing() {
    assert!(preview("").is_empty());
    assert_eq!(preview("a\"b\"c"), ["!a\"b\"c"]);
}
#[test]
fn width_fails_on_bad_rows() {
    assert_eq!(width("a,b\nc"), Ok(2));
    assert_eq!(width("a,b\nc\""), Err(RowError::UnclosedQuote));
    assert_eq!(width("a,b\"\"c"), Err(RowError::StrayQuote { column: 1 }));
}
