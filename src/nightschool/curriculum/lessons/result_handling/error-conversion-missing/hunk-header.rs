---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum HunkError {
    Shape(String),
    Number(String),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    pub start: usize,
    pub len: usize,
}

/// Reads `12,4`, or `12` for a single line. A part that is no number is reported by its text.
fn range(text: &str) -> Result<Range, HunkError> {
    let (start, len) = text.split_once(',').unwrap_or((text, "1"));
    let number = |part: &str| part.parse::<usize>();
    Ok(Range { start: number(start)?, len: number(len)? })
}

/// Reads the head of a hunk: `@@ -1,2 +3,4 @@`.
pub fn hunk_header(line: &str) -> Result<(Range, Range), HunkError> {
    let shape = || HunkError::Shape(line.to_string());
    let inner = line
        .strip_prefix("@@ -")
        .and_then(|rest| rest.strip_suffix(" @@"))
        .ok_or_else(shape)?;
    let (old, new) = inner.split_once(" +").ok_or_else(shape)?;
    Ok((range(old)?, range(new)?))
}

/// The lengths as written, for error pages that show the raw number error.
pub fn raw_len(text: &str) -> Result<usize, ParseIntError> {
    text.trim().parse()
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub enum HunkError {
    Shape(String),
    Number(String),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    pub start: usize,
    pub len: usize,
}

/// Reads `12,4`, or `12` for a single line. A part that is no number is reported by its text.
fn range(text: &str) -> Result<Range, HunkError> {
    let (start, len) = text.split_once(',').unwrap_or((text, "1"));
    let number = |part: &str| part.parse::<usize>().map_err(|_: ParseIntError| HunkError::Number(part.to_string()));
    Ok(Range { start: number(start)?, len: number(len)? })
}

/// Reads the head of a hunk: `@@ -1,2 +3,4 @@`.
pub fn hunk_header(line: &str) -> Result<(Range, Range), HunkError> {
    let shape = || HunkError::Shape(line.to_string());
    let inner = line
        .strip_prefix("@@ -")
        .and_then(|rest| rest.strip_suffix(" @@"))
        .ok_or_else(shape)?;
    let (old, new) = inner.split_once(" +").ok_or_else(shape)?;
    Ok((range(old)?, range(new)?))
}

/// The lengths as written, for error pages that show the raw number error.
pub fn raw_len(text: &str) -> Result<usize, ParseIntError> {
    text.trim().parse()
}
==== tests
#[test]
fn good_headers() {
    let (old, new) = hunk_header("@@ -1,2 +30 @@").unwrap();
    assert_eq!(old, Range { start: 1, len: 2 });
    assert_eq!(new, Range { start: 30, len: 1 });
    assert_eq!(raw_len(" 7 "), Ok(7));
}

#[test]
fn bad_numbers_name_their_text() {
    assert_eq!(hunk_header("@@ -1,2 +x,4 @@"), Err(HunkError::Number("x".into())));
    assert_eq!(hunk_header("@@ -1,two +3 @@"), Err(HunkError::Number("two".into())));
    assert_eq!(hunk_header("@@ 1 @@"), Err(HunkError::Shape("@@ 1 @@".into())));
}
