---
code: E0596
---
//! Versions of a document. Old versions share their lines with new ones until
//! somebody edits.

use std::rc::Rc;

#[derive(Clone, Debug)]
pub struct Version {
    lines: Rc<Vec<String>>,
    pub author: String,
}

pub struct History {
    versions: Vec<Version>,
}

impl History {
    pub fn new(author: &str, text: &str) -> Self {
        let lines = text.lines().map(str::to_string).collect();
        History { versions: vec![Version { lines: Rc::new(lines), author: author.to_string() }] }
    }

    /// Starts a new version by `author` with one line more. Earlier versions
    /// stay as they are.
    pub fn append(&mut self, author: &str, line: &str) -> usize {
        let mut next = self.latest().clone();
        next.author = author.to_string();
        next.lines.push(line.to_string());
        self.versions.push(next);
        self.versions.len()
    }

    fn latest(&self) -> &Version {
        &self.versions[self.versions.len() - 1]
    }

    pub fn text(&self, version: usize) -> Option<String> {
        self.versions.get(version).map(|v| v.lines.join("\n"))
    }
}
==== fixed
//! Versions of a document. Old versions share their lines with new ones until
//! somebody edits.

use std::rc::Rc;

#[derive(Clone, Debug)]
pub struct Version {
    lines: Rc<Vec<String>>,
    pub author: String,
}

pub struct History {
    versions: Vec<Version>,
}

impl History {
    pub fn new(author: &str, text: &str) -> Self {
        let lines = text.lines().map(str::to_string).collect();
        History { versions: vec![Version { lines: Rc::new(lines), author: author.to_string() }] }
    }

    /// Starts a new version by `author` with one line more. Earlier versions
    /// stay as they are.
    pub fn append(&mut self, author: &str, line: &str) -> usize {
        let mut next = self.latest().clone();
        next.author = author.to_string();
        Rc::make_mut(&mut next.lines).push(line.to_string());
        self.versions.push(next);
        self.versions.len()
    }

    fn latest(&self) -> &Version {
        &self.versions[self.versions.len() - 1]
    }

    pub fn text(&self, version: usize) -> Option<String> {
        self.versions.get(version).map(|v| v.lines.join("\n"))
    }
}
==== tests
#[test]
fn versions_grow() {
    let mut history = History::new("ada", "one\ntwo");
    assert_eq!(history.append("bob", "three"), 2);
    assert_eq!(history.append("cy", "four"), 3);
    assert_eq!(history.text(2).as_deref(), Some("one\ntwo\nthree\nfour"));
}

#[test]
fn the_past_stays() {
    let mut history = History::new("ada", "one");
    history.append("bob", "two");
    assert_eq!(history.text(0).as_deref(), Some("one"));
    assert_eq!(history.text(1).as_deref(), Some("one\ntwo"));
    assert_eq!(history.text(2), None);
}
