---
code: E0277
---
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub row: String,
    pub days: Range<u32>,
}

fn bar(line: &str) -> Result<Bar, String> {
    let (row, span) = line.split_once('=').ok_or_else(|| format!("no '=' in {line:?}"))?;
    let (from, to) = span.split_once("..").ok_or_else(|| format!("no range in {line:?}"))?;
    let day = |text: &str| text.trim().parse::<u32>().map_err(|_| format!("bad day in {line:?}"));
    let days = day(from)?..day(to)?;
    if days.is_empty() {
        return Err(format!("empty range in {line:?}"));
    }
    Ok(Bar { row: row.trim().to_string(), days })
}

/// Reads a chart with one bar a line; the first bad line is the error.
pub fn read_chart(text: &str) -> Result<Vec<Bar>, String> {
    let mut bars: Vec<Bar> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(bar)
        .collect();
    bars.sort_by_key(|b| (b.days.start, b.days.end));
    Ok(bars)
}

pub fn busy_rows(bars: &[Bar], day: u32) -> Vec<&str> {
    bars.iter()
        .filter(|b| b.days.contains(&day))
        .map(|b| b.row.as_str())
        .collect()
}
==== fixed
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub row: String,
    pub days: Range<u32>,
}

fn bar(line: &str) -> Result<Bar, String> {
    let (row, span) = line.split_once('=').ok_or_else(|| format!("no '=' in {line:?}"))?;
    let (from, to) = span.split_once("..").ok_or_else(|| format!("no range in {line:?}"))?;
    let day = |text: &str| text.trim().parse::<u32>().map_err(|_| format!("bad day in {line:?}"));
    let days = day(from)?..day(to)?;
    if days.is_empty() {
        return Err(format!("empty range in {line:?}"));
    }
    Ok(Bar { row: row.trim().to_string(), days })
}

/// Reads a chart with one bar a line; the first bad line is the error.
pub fn read_chart(text: &str) -> Result<Vec<Bar>, String> {
    let mut bars: Vec<Bar> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(bar)
        .collect::<Result<_, _>>()?;
    bars.sort_by_key(|b| (b.days.start, b.days.end));
    Ok(bars)
}

pub fn busy_rows(bars: &[Bar], day: u32) -> Vec<&str> {
    bars.iter()
        .filter(|b| b.days.contains(&day))
        .map(|b| b.row.as_str())
        .collect()
}
==== tests
#[test]
fn sorted_by_start() {
    let c = read_chart("roof = 5..9\n\nbase = 1..6").unwrap();
    assert_eq!(c[0], Bar { row: "base".into(), days: 1..6 });
    assert_eq!(busy_rows(&c, 5), vec!["base", "roof"]);
}

#[test]
fn first_bad_line_is_reported() {
    let e = read_chart("a = 1..2\nb = 4..4\nc ~ 1").unwrap_err();
    assert_eq!(e, "empty range in \"b = 4..4\"");
    assert!(read_chart("a = 1..x").is_err());
}
