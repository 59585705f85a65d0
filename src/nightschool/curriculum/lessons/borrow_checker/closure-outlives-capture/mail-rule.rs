---
code: E0373
---
#[derive(Debug, Clone)]
pub struct Mail {
    pub from: String,
    pub subject: String,
}

/// Decides whether a mail belongs into a folder.
pub type Rule = Box<dyn Fn(&Mail) -> bool>;

/// Matches mails whose sender lives at `domain`, in whatever case.
pub fn from_domain(domain: &str) -> Rule {
    let suffix = format!("@{}", domain.to_lowercase());
    Box::new(|mail| mail.from.to_lowercase().ends_with(&suffix))
}

pub fn either(a: Rule, b: Rule) -> Rule {
    Box::new(move |mail| a(mail) || b(mail))
}

/// Index of the first folder whose rule takes the mail.
pub fn folder_for(mail: &Mail, rules: &[Rule]) -> Option<usize> {
    rules.iter().position(|rule| rule(mail))
}
==== fixed
#[derive(Debug, Clone)]
pub struct Mail {
    pub from: String,
    pub subject: String,
}

/// Decides whether a mail belongs into a folder.
pub type Rule = Box<dyn Fn(&Mail) -> bool>;

/// Matches mails whose sender lives at `domain`, in whatever case.
pub fn from_domain(domain: &str) -> Rule {
    let suffix = format!("@{}", domain.to_lowercase());
    Box::new(move |mail| mail.from.to_lowercase().ends_with(&suffix))
}

pub fn either(a: Rule, b: Rule) -> Rule {
    Box::new(move |mail| a(mail) || b(mail))
}

/// Index of the first folder whose rule takes the mail.
pub fn folder_for(mail: &Mail, rules: &[Rule]) -> Option<usize> {
    rules.iter().position(|rule| rule(mail))
}
==== tests
fn mail(from: &str) -> Mail {
    Mail { from: from.to_string(), subject: String::from("hi") }
}

#[test]
fn domain_is_matched_without_case() {
    let rule = from_domain("Example.org");
    assert!(rule(&mail("Ann@example.ORG")));
    assert!(!rule(&mail("ann@notexample.org")));
}

#[test]
fn first_rule_wins() {
    let rules = vec![from_domain("a.net"), either(from_domain("b.net"), from_domain("a.net"))];
    assert_eq!(folder_for(&mail("x@b.net"), &rules), Some(1));
    assert_eq!(folder_for(&mail("x@a.net"), &rules), Some(0));
    assert_eq!(folder_for(&mail("x@c.net"), &rules), None);
}
