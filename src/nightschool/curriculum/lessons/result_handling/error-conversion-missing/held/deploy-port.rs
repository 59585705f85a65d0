---
code: E0277
---
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum DeployError {
    MissingKey(&'static str),
    BadNumber { key: &'static str, source: ParseIntError },
}

impl fmt::Display for DeployError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeployError::MissingKey(key) => write!(f, "missing key {key}"),
            DeployError::BadNumber { key, source } => write!(f, "{key}: {source}"),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Target {
    pub host: String,
    pub port: u16,
    pub replicas: u32,
}

fn lookup<'a>(vars: &'a [(&'a str, &'a str)], key: &'static str) -> Result<&'a str, DeployError> {
    vars.iter()
        .find(|(k, _)| *k == key)
        .map(|(_, v)| *v)
        .ok_or(DeployError::MissingKey(key))
}

/// Builds the deploy target from pipeline variables. A malformed number is
/// reported together with the key it was found under.
pub fn target_from(vars: &[(&str, &str)]) -> Result<Target, DeployError> {
    let host = lookup(vars, "HOST")?.to_string();
    let port = lookup(vars, "PORT")?.parse::<u16>()?;
    let replicas = lookup(vars, "REPLICAS")?.parse::<u32>()?;
    Ok(Target { host, port, replicas })
}
==== fixed
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum DeployError {
    MissingKey(&'static str),
    BadNumber { key: &'static str, source: ParseIntError },
}

impl fmt::Display for DeployError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeployError::MissingKey(key) => write!(f, "missing key {key}"),
            DeployError::BadNumber { key, source } => write!(f, "{key}: {source}"),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Target {
    pub host: String,
    pub port: u16,
    pub replicas: u32,
}

fn lookup<'a>(vars: &'a [(&'a str, &'a str)], key: &'static str) -> Result<&'a str, DeployError> {
    vars.iter()
        .find(|(k, _)| *k == key)
        .map(|(_, v)| *v)
        .ok_or(DeployError::MissingKey(key))
}

/// Builds the deploy target from pipeline variables. A malformed number is
/// reported together with the key it was found under.
pub fn target_from(vars: &[(&str, &str)]) -> Result<Target, DeployError> {
    let host = lookup(vars, "HOST")?.to_string();
    let port = lookup(vars, "PORT")?
        .parse::<u16>()
        .map_err(|source| DeployError::BadNumber { key: "PORT", source })?;
    let replicas = lookup(vars, "REPLICAS")?
        .parse::<u32>()
        .map_err(|source| DeployError::BadNumber { key: "REPLICAS", source })?;
    Ok(Target { host, port, replicas })
}
==== tests
    #[test]
    fn good_variables() {
        let t = target_from(&[("HOST", "web1"), ("PORT", "8080"), ("REPLICAS", "3")]).unwrap();
        assert_eq!(t, Target { host: "web1".into(), port: 8080, replicas: 3 });
    }
    #[test]
    fn key_is_named() {
        let e = target_from(&[("HOST", "w"), ("PORT", "99999"), ("REPLICAS", "3")]).unwrap_err();
        assert!(matches!(e, DeployError::BadNumber { key: "PORT", .. }));
        let e = target_from(&[("HOST", "w"), ("PORT", "80"), ("REPLICAS", "x")]).unwrap_err();
        assert!(matches!(e, DeployError::BadNumber { key: "REPLICAS", .. }));
    }
    #[test]
    fn missing_stays_missing() {
        assert_eq!(target_from(&[("HOST", "w")]), Err(DeployError::MissingKey("PORT")));
    }
