---
code: E0277
---
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    View,
    Edit,
    Delete,
}

#[derive(Debug, Clone)]
pub struct Rule {
    pub subject: String,
    pub action: Action,
}

impl Rule {
    pub fn new(subject: &str, action: Action) -> Self {
        Rule { subject: subject.to_string(), action }
    }
}

/// The rules one policy has and another one lacks.
#[derive(Debug, Default)]
pub struct Diff {
    pub granted: Vec<Rule>,
    pub revoked: Vec<Rule>,
}

/// Compares two policies. Each list keeps the order of the policy it comes from.
pub fn diff(before: &[Rule], after: &[Rule]) -> Diff {
    let old: HashSet<Rule> = before.iter().cloned().collect();
    let new: HashSet<Rule> = after.iter().cloned().collect();
    Diff {
        granted: after.iter().filter(|rule| !old.contains(*rule)).cloned().collect(),
        revoked: before.iter().filter(|rule| !new.contains(*rule)).cloned().collect(),
    }
}
==== fixed
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    View,
    Edit,
    Delete,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    pub subject: String,
    pub action: Action,
}

impl Rule {
    pub fn new(subject: &str, action: Action) -> Self {
        Rule { subject: subject.to_string(), action }
    }
}

/// The rules one policy has and another one lacks.
#[derive(Debug, Default)]
pub struct Diff {
    pub granted: Vec<Rule>,
    pub revoked: Vec<Rule>,
}

/// Compares two policies. Each list keeps the order of the policy it comes from.
pub fn diff(before: &[Rule], after: &[Rule]) -> Diff {
    let old: HashSet<Rule> = before.iter().cloned().collect();
    let new: HashSet<Rule> = after.iter().cloned().collect();
    Diff {
        granted: after.iter().filter(|rule| !old.contains(*rule)).cloned().collect(),
        revoked: before.iter().filter(|rule| !new.contains(*rule)).cloned().collect(),
    }
}
==== tests
fn texts(rules: &[Rule]) -> Vec<String> {
    rules.iter().map(|rule| format!("{} {:?}", rule.subject, rule.action)).collect()
}

#[test]
fn granted_and_revoked() {
    let before = [Rule::new("ann", Action::View), Rule::new("bob", Action::Edit)];
    let after = [
        Rule::new("bob", Action::Delete),
        Rule::new("ann", Action::View),
        Rule::new("cid", Action::View),
    ];
    let diff = diff(&before, &after);
    assert_eq!(texts(&diff.granted), ["bob Delete", "cid View"]);
    assert_eq!(texts(&diff.revoked), ["bob Edit"]);
}

#[test]
fn order_alone_is_no_difference() {
    let a = [Rule::new("ann", Action::View), Rule::new("bob", Action::View)];
    let b = [a[1].clone(), a[0].clone()];
    let diff = diff(&a, &b);
    assert!(diff.granted.is_empty() && diff.revoked.is_empty());
}
