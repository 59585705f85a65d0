---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum LinkError {
    Loop,
    Missing(String),
}

#[derive(Debug, Clone)]
pub enum Entry {
    File(String),
    Link(String),
}

#[derive(Default)]
pub struct Volume {
    pub entries: BTreeMap<String, Entry>,
}

impl Volume {
    pub fn file(&mut self, path: &str, content: &str) {
        self.entries.insert(path.into(), Entry::File(content.into()));
    }

    pub fn link(&mut self, path: &str, target: &str) {
        self.entries.insert(path.into(), Entry::Link(target.into()));
    }

    /// Follows links until a file is reached and returns its content.
    pub fn read(&self, path: &str) -> Result<&str, LinkError> {
        let mut current = path;
        for _ in 0..8 {
            match self.entries.get(current) {
                Some(Entry::File(content)) => return Ok(content),
                Some(Entry::Link(target)) => current = target,
                None => return Err(LinkError::Missing(current.to_string())),
            }
        }
        Err(LinkError::Loop)
    }

    /// The first line of a file. There is none if the file cannot be read or
    /// is empty.
    pub fn headline(&self, path: &str) -> Option<&str> {
        let content = self.read(path)?;
        content.lines().next()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum LinkError {
    Loop,
    Missing(String),
}

#[derive(Debug, Clone)]
pub enum Entry {
    File(String),
    Link(String),
}

#[derive(Default)]
pub struct Volume {
    pub entries: BTreeMap<String, Entry>,
}

impl Volume {
    pub fn file(&mut self, path: &str, content: &str) {
        self.entries.insert(path.into(), Entry::File(content.into()));
    }

    pub fn link(&mut self, path: &str, target: &str) {
        self.entries.insert(path.into(), Entry::Link(target.into()));
    }

    /// Follows links until a file is reached and returns its content.
    pub fn read(&self, path: &str) -> Result<&str, LinkError> {
        let mut current = path;
        for _ in 0..8 {
            match self.entries.get(current) {
                Some(Entry::File(content)) => return Ok(content),
                Some(Entry::Link(target)) => current = target,
                None => return Err(LinkError::Missing(current.to_string())),
            }
        }
        Err(LinkError::Loop)
    }

    /// The first line of a file. There is none if the file cannot be read or
    /// is empty.
    pub fn headline(&self, path: &str) -> Option<&str> {
        let content = self.read(path).ok()?;
        content.lines().next()
    }
}
==== tests
fn volume() -> Volume {
    let mut v = Volume::default();
    v.file("/notes", "title\nbody");
    v.file("/empty", "");
    v.link("/n", "/notes");
    v.link("/a", "/b");
    v.link("/b", "/a");
    v.link("/dead", "/gone");
    v
}

#[test]
fn headline_through_link() {
    assert_eq!(volume().headline("/n"), Some("title"));
    assert_eq!(volume().headline("/notes"), Some("title"));
}

#[test]
fn no_headline() {
    let v = volume();
    for path in ["/empty", "/a", "/dead", "/x"] {
        assert_eq!(v.headline(path), None);
    }
}

#[test]
fn read_still_tells_why() {
    let v = volume();
    assert_eq!(v.read("/a"), Err(LinkError::Loop));
    assert_eq!(v.read("/dead"), Err(LinkError::Missing("/gone".into())));
}
