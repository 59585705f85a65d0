---
code: E0277
---
use std::fmt::Display;

/// Candidate versions of one dependency.
#[derive(Debug, Clone)]
pub struct Candidates<V> {
    name: String,
    versions: Vec<V>,
}

impl<V: Ord> Candidates<V> {
    pub fn new(name: &str, versions: Vec<V>) -> Self {
        Candidates { name: name.to_string(), versions }
    }

    pub fn highest(&self) -> Option<&V> {
        self.versions.iter().max()
    }
}

impl<V: Ord + Display> Candidates<V> {
    fn choice(&self) -> String {
        match self.highest() {
            Some(version) => format!("{} = \"{version}\"", self.name),
            None => format!("# {}: no version", self.name),
        }
    }
}

fn entry<V>(candidates: &Candidates<V>) -> String
where
    V: Ord + Display,
{
    candidates.choice()
}

/// The dependency section of a manifest; every dependency takes its highest
/// version, in the order given.
pub fn section<V>(all: &[Candidates<V>]) -> String
where
    V: Ord,
{
    let mut text = String::from("[dependencies]");
    for candidates in all {
        text.push('\n');
        text.push_str(&entry(candidates));
    }
    text
}
==== fixed
use std::fmt::Display;

/// Candidate versions of one dependency.
#[derive(Debug, Clone)]
pub struct Candidates<V> {
    name: String,
    versions: Vec<V>,
}

impl<V: Ord> Candidates<V> {
    pub fn new(name: &str, versions: Vec<V>) -> Self {
        Candidates { name: name.to_string(), versions }
    }

    pub fn highest(&self) -> Option<&V> {
        self.versions.iter().max()
    }
}

impl<V: Ord + Display> Candidates<V> {
    fn choice(&self) -> String {
        match self.highest() {
            Some(version) => format!("{} = \"{version}\"", self.name),
            None => format!("# {}: no version", self.name),
        }
    }
}

fn entry<V>(candidates: &Candidates<V>) -> String
where
    V: Ord + Display,
{
    candidates.choice()
}

/// The dependency section of a manifest; every dependency takes its highest
/// version, in the order given.
pub fn section<V>(all: &[Candidates<V>]) -> String
where
    V: Ord + Display,
{
    let mut text = String::from("[dependencies]");
    for candidates in all {
        text.push('\n');
        text.push_str(&entry(candidates));
    }
    text
}
==== tests
    #[test]
    fn highest_versions() {
        let all = [Candidates::new("zip", vec![2, 5, 3]), Candidates::new("log", vec![])];
        assert_eq!(section(&all), "[dependencies]\nzip = \"5\"\n# log: no version");
    }
    #[test]
    fn text_versions() {
        let all = [Candidates::new("a", vec!["1.0", "1.2"])];
        assert_eq!(section(&all), "[dependencies]\na = \"1.2\"");
        assert_eq!(all[0].highest(), Some(&"1.2"));
    }
