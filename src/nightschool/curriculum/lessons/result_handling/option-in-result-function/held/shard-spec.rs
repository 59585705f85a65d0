---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ShardError {
    MissingSlash,
    Number(ParseIntError),
    OutOfRange { index: usize, count: usize },
}

impl From<ParseIntError> for ShardError {
    fn from(e: ParseIntError) -> Self {
        ShardError::Number(e)
    }
}

/// The part of the test suite that one machine runs; indices start at 1.
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Shard {
    pub index: usize,
    pub count: usize,
}

impl Shard {
    /// Parses `index/count`, such as `2/5`.
    pub fn parse(text: &str) -> Result<Shard, ShardError> {
        let (index, count) = text.split_once('/')?;
        let index = index.trim().parse::<usize>()?;
        let count = count.trim().parse::<usize>()?;
        if index == 0 || index > count {
            return Err(ShardError::OutOfRange { index, count });
        }
        Ok(Shard { index, count })
    }

    pub fn select<'t>(&self, tests: &[&'t str]) -> Vec<&'t str> {
        tests
            .iter()
            .skip(self.index - 1)
            .step_by(self.count)
            .copied()
            .collect()
    }
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ShardError {
    MissingSlash,
    Number(ParseIntError),
    OutOfRange { index: usize, count: usize },
}

impl From<ParseIntError> for ShardError {
    fn from(e: ParseIntError) -> Self {
        ShardError::Number(e)
    }
}

/// The part of the test suite that one machine runs; indices start at 1.
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Shard {
    pub index: usize,
    pub count: usize,
}

impl Shard {
    /// Parses `index/count`, such as `2/5`.
    pub fn parse(text: &str) -> Result<Shard, ShardError> {
        let (index, count) = text.split_once('/').ok_or(ShardError::MissingSlash)?;
        let index = index.trim().parse::<usize>()?;
        let count = count.trim().parse::<usize>()?;
        if index == 0 || index > count {
            return Err(ShardError::OutOfRange { index, count });
        }
        Ok(Shard { index, count })
    }

    pub fn select<'t>(&self, tests: &[&'t str]) -> Vec<&'t str> {
        tests
            .iter()
            .skip(self.index - 1)
            .step_by(self.count)
            .copied()
            .collect()
    }
}
==== tests
    #[test]
    fn selects_every_nth() {
        let s = Shard::parse("2/3").unwrap();
        assert_eq!(s.select(&["a", "b", "c", "d", "e"]), vec!["b", "e"]);
    }
    #[test]
    fn missing_slash() {
        assert_eq!(Shard::parse("2"), Err(ShardError::MissingSlash));
        assert_eq!(Shard::parse(""), Err(ShardError::MissingSlash));
    }
    #[test]
    fn other_errors() {
        assert!(matches!(Shard::parse("x/3"), Err(ShardError::Number(_))));
        assert_eq!(Shard::parse("4/3"), Err(ShardError::OutOfRange { index: 4, count: 3 }));
    }
