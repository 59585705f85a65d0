---
code: E0277
---
use std::num::ParseIntError;

/// A run of equal symbols.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub symbol: char,
    pub count: usize,
}

fn parse_run(word: &str) -> Result<Run, ParseIntError> {
    let split = word.char_indices().nth(1).map_or(word.len(), |(at, _)| at);
    let (symbol, count) = word.split_at(split);
    Ok(Run {
        symbol: symbol.chars().next().unwrap_or(' '),
        count: count.parse()?,
    })
}

/// Reads runs as in `a3 b1 z12`; the first malformed run spoils the whole text.
pub fn parse_runs(text: &str) -> Result<Vec<Run>, ParseIntError> {
    let runs: Vec<Run> = text.split_whitespace().map(parse_run).collect();
    Ok(runs)
}

pub fn expand(runs: &[Run]) -> String {
    runs.iter()
        .flat_map(|run| std::iter::repeat(run.symbol).take(run.count))
        .collect()
}
==== fixed
use std::num::ParseIntError;

/// A run of equal symbols.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub symbol: char,
    pub count: usize,
}

fn parse_run(word: &str) -> Result<Run, ParseIntError> {
    let split = word.char_indices().nth(1).map_or(word.len(), |(at, _)| at);
    let (symbol, count) = word.split_at(split);
    Ok(Run {
        symbol: symbol.chars().next().unwrap_or(' '),
        count: count.parse()?,
    })
}

/// Reads runs as in `a3 b1 z12`; the first malformed run spoils the whole text.
pub fn parse_runs(text: &str) -> Result<Vec<Run>, ParseIntError> {
    text.split_whitespace().map(parse_run).collect()
}

pub fn expand(runs: &[Run]) -> String {
    runs.iter()
        .flat_map(|run| std::iter::repeat(run.symbol).take(run.count))
        .collect()
}
==== tests
#[test]
fn reads_and_expands() {
    let runs = parse_runs("a3 b1  c2").unwrap();
    assert_eq!(runs.len(), 3);
    assert_eq!(expand(&runs), "aaabcc");
}

#[test]
fn malformed_runs_are_errors() {
    assert!(parse_runs("a3 bx c2").is_err());
    assert!(parse_runs("a3 b").is_err());
    assert_eq!(parse_runs("").unwrap(), Vec::new());
}
