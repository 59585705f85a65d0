---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RouteError {
    NoTarget(String),
    NoSlash(String),
}

/// Routes by path; longer paths win over shorter ones.
#[derive(Debug, PartialEq)]
pub struct Routes {
    targets: BTreeMap<String, String>,
}

fn parse_route(line: &str) -> Result<(String, String), RouteError> {
    let (path, target) = line
        .split_once("->")
        .ok_or_else(|| RouteError::NoTarget(line.to_string()))?;
    let path = path.trim();
    if !path.starts_with('/') {
        return Err(RouteError::NoSlash(path.to_string()));
    }
    Ok((path.to_string(), target.trim().to_string()))
}

impl Routes {
    /// Reads one route a line; the first bad line is reported.
    pub fn parse(text: &str) -> Result<Routes, RouteError> {
        let targets: BTreeMap<String, String> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(parse_route)
            .collect();
        Ok(Routes { targets })
    }

    /// The target of the longest route that `path` begins with.
    pub fn target(&self, path: &str) -> Option<&str> {
        self.targets
            .iter()
            .filter(|(prefix, _)| path.starts_with(prefix.as_str()))
            .max_by_key(|(prefix, _)| prefix.len())
            .map(|(_, target)| target.as_str())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RouteError {
    NoTarget(String),
    NoSlash(String),
}

/// Routes by path; longer paths win over shorter ones.
#[derive(Debug, PartialEq)]
pub struct Routes {
    targets: BTreeMap<String, String>,
}

fn parse_route(line: &str) -> Result<(String, String), RouteError> {
    let (path, target) = line
        .split_once("->")
        .ok_or_else(|| RouteError::NoTarget(line.to_string()))?;
    let path = path.trim();
    if !path.starts_with('/') {
        return Err(RouteError::NoSlash(path.to_string()));
    }
    Ok((path.to_string(), target.trim().to_string()))
}

impl Routes {
    /// Reads one route a line; the first bad line is reported.
    pub fn parse(text: &str) -> Result<Routes, RouteError> {
        let targets: BTreeMap<String, String> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(parse_route)
            .collect::<Result<_, _>>()?;
        Ok(Routes { targets })
    }

    /// The target of the longest route that `path` begins with.
    pub fn target(&self, path: &str) -> Option<&str> {
        self.targets
            .iter()
            .filter(|(prefix, _)| path.starts_with(prefix.as_str()))
            .max_by_key(|(prefix, _)| prefix.len())
            .map(|(_, target)| target.as_str())
    }
}
==== tests
#[test]
fn longest_route() {
    let routes = Routes::parse("/ -> root\n\n/img -> pictures\n").unwrap();
    assert_eq!(routes.target("/img/a.png"), Some("pictures"));
    assert_eq!(routes.target("/x"), Some("root"));
    assert_eq!(routes.target("x"), None);
}

#[test]
fn first_bad_line_is_reported() {
    assert_eq!(
        Routes::parse("/ -> root\n/img pictures\nx -> y"),
        Err(RouteError::NoTarget("/img pictures".to_string()))
    );
    assert_eq!(Routes::parse("x -> y"), Err(RouteError::NoSlash("x".to_string())));
}
