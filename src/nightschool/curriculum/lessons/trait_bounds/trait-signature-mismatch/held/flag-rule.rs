---
code: E0053
---
use std::collections::HashSet;

pub struct Visitor<'a> {
    pub id: u32,
    pub country: &'a str,
}

/// Decides whether a feature flag is on for a visitor.
pub trait Rule {
    fn matches(&self, visitor: &Visitor<'_>) -> bool;
    /// Remembers that the rule was applied; rules may keep statistics.
    fn record(&mut self, visitor: &Visitor<'_>);
}

pub struct CountryRule {
    allowed: HashSet<String>,
    hits: u32,
}

impl CountryRule {
    pub fn new(countries: &[&str]) -> Self {
        CountryRule {
            allowed: countries.iter().map(|c| c.to_string()).collect(),
            hits: 0,
        }
    }

    pub fn hits(&self) -> u32 {
        self.hits
    }
}

impl Rule for CountryRule {
    fn matches(&self, visitor: &Visitor<'_>) -> bool {
        self.allowed.contains(visitor.country)
    }

    fn record(&mut self, visitor: Visitor<'_>) {
        if self.matches(&visitor) {
            self.hits += 1;
        }
    }
}

pub fn is_enabled<R: Rule>(rule: &mut R, visitor: &Visitor<'_>) -> bool {
    rule.record(visitor);
    rule.matches(visitor)
}
==== fixed
use std::collections::HashSet;

pub struct Visitor<'a> {
    pub id: u32,
    pub country: &'a str,
}

/// Decides whether a feature flag is on for a visitor.
pub trait Rule {
    fn matches(&self, visitor: &Visitor<'_>) -> bool;
    /// Remembers that the rule was applied; rules may keep statistics.
    fn record(&mut self, visitor: &Visitor<'_>);
}

pub struct CountryRule {
    allowed: HashSet<String>,
    hits: u32,
}

impl CountryRule {
    pub fn new(countries: &[&str]) -> Self {
        CountryRule {
            allowed: countries.iter().map(|c| c.to_string()).collect(),
            hits: 0,
        }
    }

    pub fn hits(&self) -> u32 {
        self.hits
    }
}

impl Rule for CountryRule {
    fn matches(&self, visitor: &Visitor<'_>) -> bool {
        self.allowed.contains(visitor.country)
    }

    fn record(&mut self, visitor: &Visitor<'_>) {
        if self.matches(visitor) {
            self.hits += 1;
        }
    }
}

pub fn is_enabled<R: Rule>(rule: &mut R, visitor: &Visitor<'_>) -> bool {
    rule.record(visitor);
    rule.matches(visitor)
}
==== tests
    #[test]
    fn counts_only_matching() {
        let mut rule = CountryRule::new(&["NO", "SE"]);
        assert!(is_enabled(&mut rule, &Visitor { id: 1, country: "NO" }));
        assert!(!is_enabled(&mut rule, &Visitor { id: 2, country: "DE" }));
        assert!(is_enabled(&mut rule, &Visitor { id: 3, country: "SE" }));
        assert_eq!(rule.hits(), 2);
    }
    #[test]
    fn empty_rule_never_matches() {
        let mut rule = CountryRule::new(&[]);
        assert!(!is_enabled(&mut rule, &Visitor { id: 1, country: "" }));
        assert_eq!(rule.hits(), 0);
    }
