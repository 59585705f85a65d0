---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum FlagError {
    NoValue(String),
    NotPercent(String),
}

fn parse_pair(text: &str) -> Result<(String, u8), FlagError> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| FlagError::NoValue(text.trim().to_string()))?;
    let name = name.trim().to_string();
    match value.trim().trim_end_matches('%').parse::<u8>() {
        Ok(share) if share <= 100 => Ok((name, share)),
        _ => Err(FlagError::NotPercent(name)),
    }
}

#[derive(Debug, PartialEq)]
pub struct Rollout {
    shares: BTreeMap<String, u8>,
}

impl Rollout {
    /// Reads `flag=share, flag=share`. One bad entry makes the whole
    /// rollout invalid, so that a typo never silently disables a flag.
    pub fn parse(text: &str) -> Result<Rollout, FlagError> {
        let shares: BTreeMap<String, u8> = text.split(',').map(parse_pair).collect();
        Ok(Rollout { shares })
    }

    pub fn is_on(&self, flag: &str, bucket: u8) -> bool {
        self.shares.get(flag).map_or(false, |share| bucket < *share)
    }

    pub fn flags(&self) -> usize {
        self.shares.len()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum FlagError {
    NoValue(String),
    NotPercent(String),
}

fn parse_pair(text: &str) -> Result<(String, u8), FlagError> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| FlagError::NoValue(text.trim().to_string()))?;
    let name = name.trim().to_string();
    match value.trim().trim_end_matches('%').parse::<u8>() {
        Ok(share) if share <= 100 => Ok((name, share)),
        _ => Err(FlagError::NotPercent(name)),
    }
}

#[derive(Debug, PartialEq)]
pub struct Rollout {
    shares: BTreeMap<String, u8>,
}

impl Rollout {
    /// Reads `flag=share, flag=share`. One bad entry makes the whole
    /// rollout invalid, so that a typo never silently disables a flag.
    pub fn parse(text: &str) -> Result<Rollout, FlagError> {
        let shares: BTreeMap<String, u8> =
            text.split(',').map(parse_pair).collect::<Result<_, _>>()?;
        Ok(Rollout { shares })
    }

    pub fn is_on(&self, flag: &str, bucket: u8) -> bool {
        self.shares.get(flag).map_or(false, |share| bucket < *share)
    }

    pub fn flags(&self) -> usize {
        self.shares.len()
    }
}
==== tests
    #[test]
    fn parses_shares() {
        let r = Rollout::parse("dark=30%, beta = 100").unwrap();
        assert_eq!(r.flags(), 2);
        assert!(r.is_on("dark", 29));
        assert!(!r.is_on("dark", 30));
        assert!(r.is_on("beta", 99));
    }
    #[test]
    fn one_bad_entry_fails_all() {
        assert_eq!(Rollout::parse("a=1,b=101"), Err(FlagError::NotPercent("b".into())));
        assert_eq!(Rollout::parse("a=1, b"), Err(FlagError::NoValue("b".into())));
    }
