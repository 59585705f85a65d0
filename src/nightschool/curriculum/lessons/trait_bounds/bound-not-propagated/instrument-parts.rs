---
code: E0277
---
use std::fmt::Display;

#[derive(Debug, Clone, PartialEq)]
pub struct Part<I> {
    pub instrument: I,
    pub bars: u32,
}

pub fn heading<I: Display>(part: &Part<I>) -> String {
    format!("{} ({} bars)", part.instrument, part.bars)
}

pub trait Playable {
    fn lowest(&self) -> u8;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Score<I> {
    parts: Vec<Part<I>>,
}

impl<I> Score<I>
where
    I: Playable,
{
    pub fn new(parts: Vec<Part<I>>) -> Self {
        Score { parts }
    }

    pub fn bars(&self) -> u32 {
        self.parts.iter().map(|part| part.bars).max().unwrap_or(0)
    }

    /// Headings of all parts, the highest instrument first as in a score.
    pub fn contents(&self) -> Vec<String> {
        let mut parts: Vec<&Part<I>> = self.parts.iter().collect();
        parts.sort_by(|a, b| b.instrument.lowest().cmp(&a.instrument.lowest()));
        parts.into_iter().map(heading).collect()
    }
}
==== fixed
use std::fmt::Display;

#[derive(Debug, Clone, PartialEq)]
pub struct Part<I> {
    pub instrument: I,
    pub bars: u32,
}

pub fn heading<I: Display>(part: &Part<I>) -> String {
    format!("{} ({} bars)", part.instrument, part.bars)
}

pub trait Playable {
    fn lowest(&self) -> u8;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Score<I> {
    parts: Vec<Part<I>>,
}

impl<I> Score<I>
where
    I: Playable,
{
    pub fn new(parts: Vec<Part<I>>) -> Self {
        Score { parts }
    }

    pub fn bars(&self) -> u32 {
        self.parts.iter().map(|part| part.bars).max().unwrap_or(0)
    }

    /// Headings of all parts, the highest instrument first as in a score.
    pub fn contents(&self) -> Vec<String>
    where
        I: Display,
    {
        let mut parts: Vec<&Part<I>> = self.parts.iter().collect();
        parts.sort_by(|a, b| b.instrument.lowest().cmp(&a.instrument.lowest()));
        parts.into_iter().map(heading).collect()
    }
}
==== tests
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
struct Strings(&'static str, u8);

impl Playable for Strings {
    fn lowest(&self) -> u8 {
        self.1
    }
}

impl fmt::Display for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[test]
fn highest_first() {
    let score = Score::new(vec![
        Part { instrument: Strings("Cello", 36), bars: 120 },
        Part { instrument: Strings("Violin", 55), bars: 118 },
        Part { instrument: Strings("Viola", 48), bars: 96 },
    ]);
    assert_eq!(score.contents(), vec!["Violin (118 bars)", "Viola (96 bars)", "Cello (120 bars)"]);
    assert_eq!(score.bars(), 120);
}

#[test]
fn empty_score() {
    let score: Score<Strings> = Score::new(Vec::new());
    assert!(score.contents().is_empty());
    assert_eq!(score.bars(), 0);
}
