---
code: E0310
---
//! Rules that decide whether a comment on a web page is shown.

pub trait Rule {
    fn allows(&self, comment: &str) -> bool;
}

/// Rules may point to word lists that the caller owns.
pub struct Mentions<'w> {
    pub word: &'w str,
}

impl Rule for Mentions<'_> {
    fn allows(&self, comment: &str) -> bool {
        comment.split_whitespace().any(|word| word == self.word)
    }
}

pub struct MaxLength(pub usize);

impl Rule for MaxLength {
    fn allows(&self, comment: &str) -> bool {
        comment.chars().count() <= self.0
    }
}

struct Not<R> {
    inner: R,
}

impl<R: Rule> Rule for Not<R> {
    fn allows(&self, comment: &str) -> bool {
        !self.inner.allows(comment)
    }
}

/// Allows what `rule` refuses; works for every rule of this module.
pub fn negate<R: Rule>(rule: R) -> Box<dyn Rule> {
    Box::new(Not { inner: rule })
}
==== fixed
//! Rules that decide whether a comment on a web page is shown.

pub trait Rule {
    fn allows(&self, comment: &str) -> bool;
}

/// Rules may point to word lists that the caller owns.
pub struct Mentions<'w> {
    pub word: &'w str,
}

impl Rule for Mentions<'_> {
    fn allows(&self, comment: &str) -> bool {
        comment.split_whitespace().any(|word| word == self.word)
    }
}

pub struct MaxLength(pub usize);

impl Rule for MaxLength {
    fn allows(&self, comment: &str) -> bool {
        comment.chars().count() <= self.0
    }
}

struct Not<R> {
    inner: R,
}

impl<R: Rule> Rule for Not<R> {
    fn allows(&self, comment: &str) -> bool {
        !self.inner.allows(comment)
    }
}

/// Allows what `rule` refuses; works for every rule of this module.
pub fn negate<'r, R: Rule + 'r>(rule: R) -> Box<dyn Rule + 'r> {
    Box::new(Not { inner: rule })
}
==== tests
#[test]
fn negates_rules_on_borrowed_words() {
    let banned = String::from("spam");
    let rule = negate(Mentions { word: &banned });
    assert!(rule.allows("nice bread"));
    assert!(!rule.allows("buy spam now"));
}

#[test]
fn negates_rules_that_own_everything() {
    let rule = negate(MaxLength(3));
    assert!(rule.allows("long"));
    assert!(!rule.allows("ok"));
}
