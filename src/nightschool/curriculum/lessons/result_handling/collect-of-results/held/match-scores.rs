---
code: E0277
---
#[derive(Debug, PartialEq)]
pub struct ScoreError {
    pub line: String,
}

/// Reads `2:1` as goals of the home and the away side.
fn parse_score(line: &str) -> Result<(u32, u32), ScoreError> {
    let bad = || ScoreError { line: line.to_string() };
    let (home, away) = line.split_once(':').ok_or_else(bad)?;
    let home = home.trim().parse().map_err(|_| bad())?;
    let away = away.trim().parse().map_err(|_| bad())?;
    Ok((home, away))
}

/// Goals of one match day for home and away sides; a single bad line makes the sheet invalid.
pub fn goals(sheet: &str) -> Result<(u32, u32), ScoreError> {
    let scores: Vec<(u32, u32)> = sheet.lines().map(parse_score).collect();
    let home = scores.iter().map(|(h, _)| h).sum();
    let away = scores.iter().map(|(_, a)| a).sum();
    Ok((home, away))
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct ScoreError {
    pub line: String,
}

/// Reads `2:1` as goals of the home and the away side.
fn parse_score(line: &str) -> Result<(u32, u32), ScoreError> {
    let bad = || ScoreError { line: line.to_string() };
    let (home, away) = line.split_once(':').ok_or_else(bad)?;
    let home = home.trim().parse().map_err(|_| bad())?;
    let away = away.trim().parse().map_err(|_| bad())?;
    Ok((home, away))
}

/// Goals of one match day for home and away sides; a single bad line makes the sheet invalid.
pub fn goals(sheet: &str) -> Result<(u32, u32), ScoreError> {
    let scores: Vec<(u32, u32)> = sheet.lines().map(parse_score).collect::<Result<_, _>>()?;
    let home = scores.iter().map(|(h, _)| h).sum();
    let away = scores.iter().map(|(_, a)| a).sum();
    Ok((home, away))
}
==== tests
#[test]
fn sums() {
    assert_eq!(goals("2:1\n0 : 3\n1:1"), Ok((3, 5)));
    assert_eq!(goals(""), Ok((0, 0)));
}
#[test]
fn bad_line_is_named() {
    assert_eq!(goals("2:1\n0-3\n1:1"), Err(ScoreError { line: "0-3".into() }));
}
