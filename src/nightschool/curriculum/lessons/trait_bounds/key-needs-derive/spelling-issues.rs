---
code: E0277
---
/// How sure the speller is, from the mildest to the worst.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Severity {
    Style,
    Doubtful,
    Wrong,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub severity: Severity,
    pub offset: usize,
    pub word: String,
}

#[derive(Debug, Default)]
pub struct Report {
    issues: Vec<Issue>,
}

impl Report {
    pub fn add(&mut self, severity: Severity, offset: usize, word: &str) {
        self.issues.push(Issue { severity, offset, word: word.to_string() });
    }

    /// Words by severity, the worst first; of equal severity in the order of the text.
    pub fn ranked(&self) -> Vec<&str> {
        let mut list: Vec<&Issue> = self.issues.iter().collect();
        list.sort_by_key(|i| (std::cmp::Reverse(i.severity), i.offset));
        list.iter().map(|i| i.word.as_str()).collect()
    }

    pub fn worst(&self) -> Option<Severity> {
        self.issues.iter().map(|i| i.severity).max()
    }
}
==== fixed
/// How sure the speller is, from the mildest to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Style,
    Doubtful,
    Wrong,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub severity: Severity,
    pub offset: usize,
    pub word: String,
}

#[derive(Debug, Default)]
pub struct Report {
    issues: Vec<Issue>,
}

impl Report {
    pub fn add(&mut self, severity: Severity, offset: usize, word: &str) {
        self.issues.push(Issue { severity, offset, word: word.to_string() });
    }

    /// Words by severity, the worst first; of equal severity in the order of the text.
    pub fn ranked(&self) -> Vec<&str> {
        let mut list: Vec<&Issue> = self.issues.iter().collect();
        list.sort_by_key(|i| (std::cmp::Reverse(i.severity), i.offset));
        list.iter().map(|i| i.word.as_str()).collect()
    }

    pub fn worst(&self) -> Option<Severity> {
        self.issues.iter().map(|i| i.severity).max()
    }
}
==== tests
fn report() -> Report {
    let mut r = Report::default();
    r.add(Severity::Doubtful, 30, "colour");
    r.add(Severity::Style, 5, "very");
    r.add(Severity::Wrong, 40, "teh");
    r.add(Severity::Doubtful, 8, "gray");
    r
}

#[test]
fn worst_first_then_by_place() {
    assert_eq!(report().ranked(), ["teh", "gray", "colour", "very"]);
}

#[test]
fn worst_of_all() {
    assert_eq!(report().worst(), Some(Severity::Wrong));
    assert_eq!(Report::default().worst(), None);
}
