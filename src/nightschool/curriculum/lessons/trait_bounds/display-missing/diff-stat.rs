---
code: E0277
---
/// How many lines a change adds and removes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stat {
    pub added: usize,
    pub removed: usize,
}

impl Stat {
    pub fn merge(self, other: Stat) -> Stat {
        Stat { added: self.added + other.added, removed: self.removed + other.removed }
    }
}

/// One line for each file and the sum below, as `src/lib.rs: +3 -1` and `total: +3 -1`.
pub fn report(files: &[(&str, Stat)]) -> String {
    let mut out = String::new();
    let mut total = Stat::default();
    for (name, stat) in files {
        out.push_str(&format!("{name}: {stat}\n"));
        total = total.merge(*stat);
    }
    out.push_str(&format!("total: {}", total));
    out
}
==== fixed
use std::fmt;

/// How many lines a change adds and removes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stat {
    pub added: usize,
    pub removed: usize,
}

impl Stat {
    pub fn merge(self, other: Stat) -> Stat {
        Stat { added: self.added + other.added, removed: self.removed + other.removed }
    }
}

/// Shown as in a review list: `+3 -1`.
impl fmt::Display for Stat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{} -{}", self.added, self.removed)
    }
}

/// One line for each file and the sum below, as `src/lib.rs: +3 -1` and `total: +3 -1`.
pub fn report(files: &[(&str, Stat)]) -> String {
    let mut out = String::new();
    let mut total = Stat::default();
    for (name, stat) in files {
        out.push_str(&format!("{name}: {stat}\n"));
        total = total.merge(*stat);
    }
    out.push_str(&format!("total: {}", total));
    out
}
==== tests
#[test]
fn report_lists_files_and_total() {
    let files = [("a.md", Stat { added: 3, removed: 1 }), ("b.md", Stat { added: 0, removed: 12 })];
    assert_eq!(report(&files), "a.md: +3 -1\nb.md: +0 -12\ntotal: +3 -13");
}

#[test]
fn empty_report_has_a_total() {
    assert_eq!(report(&[]), "total: +0 -0");
}
