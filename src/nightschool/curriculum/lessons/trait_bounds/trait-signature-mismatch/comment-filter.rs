---
code: E0053
---
/// Looks at comments before they are shown. A filter may remember what it saw.
pub trait Filter {
    fn accept(&mut self, author: &str, text: &str) -> bool;
    fn rejected(&self) -> usize;
}

/// Refuses a comment that says the same as the one before it by the same author.
#[derive(Debug, Default)]
pub struct NoRepeats {
    last: Option<(String, String)>,
    rejected: usize,
}

impl Filter for NoRepeats {
    fn accept(&self, author: &str, text: &str) -> bool {
        let text = text.trim();
        let repeated = matches!(&self.last, Some((a, t)) if a == author && t == text);
        if repeated {
            self.rejected += 1;
        } else {
            self.last = Some((author.to_string(), text.to_string()));
        }
        !repeated
    }

    fn rejected(&self) -> u32 {
        self.rejected as u32
    }
}

pub fn shown<'c>(filter: &mut dyn Filter, comments: &[(&'c str, &'c str)]) -> Vec<&'c str> {
    comments.iter().filter(|(who, what)| filter.accept(who, what)).map(|(_, what)| *what).collect()
}
==== fixed
/// Looks at comments before they are shown. A filter may remember what it saw.
pub trait Filter {
    fn accept(&mut self, author: &str, text: &str) -> bool;
    fn rejected(&self) -> usize;
}

/// Refuses a comment that says the same as the one before it by the same author.
#[derive(Debug, Default)]
pub struct NoRepeats {
    last: Option<(String, String)>,
    rejected: usize,
}

impl Filter for NoRepeats {
    fn accept(&mut self, author: &str, text: &str) -> bool {
        let text = text.trim();
        let repeated = matches!(&self.last, Some((a, t)) if a == author && t == text);
        if repeated {
            self.rejected += 1;
        } else {
            self.last = Some((author.to_string(), text.to_string()));
        }
        !repeated
    }

    fn rejected(&self) -> usize {
        self.rejected
    }
}

pub fn shown<'c>(filter: &mut dyn Filter, comments: &[(&'c str, &'c str)]) -> Vec<&'c str> {
    comments.iter().filter(|(who, what)| filter.accept(who, what)).map(|(_, what)| *what).collect()
}
==== tests
#[test]
fn repeats_are_dropped_and_counted() {
    let mut f = NoRepeats::default();
    let got = shown(&mut f, &[("ann", "hi"), ("ann", " hi"), ("bob", "hi"), ("ann", "hi"), ("ann", "hi")]);
    assert_eq!(got, ["hi", "hi", "hi"]);
    assert_eq!(f.rejected(), 2);
}

#[test]
fn memory_lasts_between_batches() {
    let mut f = NoRepeats::default();
    assert_eq!(shown(&mut f, &[("a", "x")]).len(), 1);
    assert!(shown(&mut f, &[("a", "x")]).is_empty());
    assert_eq!(shown(&mut f, &[("a", "y")]), ["y"]);
    assert_eq!(f.rejected(), 1);
}
