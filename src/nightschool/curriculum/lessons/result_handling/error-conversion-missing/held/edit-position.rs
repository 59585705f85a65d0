---
code: E0277
---
use std::num::ParseIntError;

/// A change proposed by the formatter: replace columns `from..to` of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

fn column(text: &str) -> Result<usize, ParseIntError> {
    text.trim().parse()
}

/// Parses `from-to:text`. The message of an error names the part of the input
/// that is wrong, for example `bad column "x": invalid digit found in string`.
pub fn parse_edit(input: &str) -> Result<Edit, String> {
    let (range, text) = input
        .split_once(':')
        .ok_or_else(|| format!("no colon in {input:?}"))?;
    let (from, to) = range
        .split_once('-')
        .ok_or_else(|| format!("no range in {range:?}"))?;
    let from = column(from)?;
    let to = column(to)?;
    if from > to {
        return Err(format!("range {from}-{to} runs backwards"));
    }
    Ok(Edit {
        from,
        to,
        text: text.to_string(),
    })
}

pub fn apply(line: &str, edit: &Edit) -> String {
    let to = edit.to.min(line.len());
    format!("{}{}{}", &line[..edit.from.min(to)], edit.text, &line[to..])
}
==== fixed
use std::num::ParseIntError;

/// A change proposed by the formatter: replace columns `from..to` of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

fn column(text: &str) -> Result<usize, ParseIntError> {
    text.trim().parse()
}

/// Parses `from-to:text`. The message of an error names the part of the input
/// that is wrong, for example `bad column "x": invalid digit found in string`.
pub fn parse_edit(input: &str) -> Result<Edit, String> {
    let (range, text) = input
        .split_once(':')
        .ok_or_else(|| format!("no colon in {input:?}"))?;
    let (from, to) = range
        .split_once('-')
        .ok_or_else(|| format!("no range in {range:?}"))?;
    let from = column(from).map_err(|e| format!("bad column {from:?}: {e}"))?;
    let to = column(to).map_err(|e| format!("bad column {to:?}: {e}"))?;
    if from > to {
        return Err(format!("range {from}-{to} runs backwards"));
    }
    Ok(Edit {
        from,
        to,
        text: text.to_string(),
    })
}

pub fn apply(line: &str, edit: &Edit) -> String {
    let to = edit.to.min(line.len());
    format!("{}{}{}", &line[..edit.from.min(to)], edit.text, &line[to..])
}
==== tests
    #[test]
    fn edits_a_line() {
        let e = parse_edit("3-5: = ").unwrap();
        assert_eq!(apply("let==x", &e), "let = x");
    }
    #[test]
    fn messages_name_the_column() {
        assert_eq!(parse_edit("x-5:a").unwrap_err(), "bad column \"x\": invalid digit found in string");
        assert!(parse_edit("1-y:a").unwrap_err().starts_with("bad column \"y\""));
    }
    #[test]
    fn shape_errors() {
        assert_eq!(parse_edit("7-5:a").unwrap_err(), "range 7-5 runs backwards");
        assert_eq!(parse_edit("7").unwrap_err(), "no colon in \"7\"");
    }
