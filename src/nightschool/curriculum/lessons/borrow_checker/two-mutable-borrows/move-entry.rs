---
code: E0499
---
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Dir {
    pub files: BTreeMap<String, Vec<u8>>,
}

#[derive(Debug, Default)]
pub struct Disk {
    dirs: BTreeMap<String, Dir>,
}

impl Disk {
    /// The directory of that name, made if there is none yet.
    pub fn dir_mut(&mut self, name: &str) -> &mut Dir {
        self.dirs.entry(name.to_string()).or_default()
    }

    pub fn list(&self, dir: &str) -> Vec<&str> {
        match self.dirs.get(dir) {
            Some(dir) => dir.files.keys().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }

    /// Moves a file to another directory, where it replaces a file of the same
    /// name. Says whether there was such a file; the target directory exists
    /// afterwards in any case.
    pub fn move_file(&mut self, file: &str, from: &str, to: &str) -> bool {
        let source = self.dir_mut(from);
        let target = self.dir_mut(to);
        match source.files.remove(file) {
            Some(content) => {
                target.files.insert(file.to_string(), content);
                true
            }
            None => false,
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Dir {
    pub files: BTreeMap<String, Vec<u8>>,
}

#[derive(Debug, Default)]
pub struct Disk {
    dirs: BTreeMap<String, Dir>,
}

impl Disk {
    /// The directory of that name, made if there is none yet.
    pub fn dir_mut(&mut self, name: &str) -> &mut Dir {
        self.dirs.entry(name.to_string()).or_default()
    }

    pub fn list(&self, dir: &str) -> Vec<&str> {
        match self.dirs.get(dir) {
            Some(dir) => dir.files.keys().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }

    /// Moves a file to another directory, where it replaces a file of the same
    /// name. Says whether there was such a file; the target directory exists
    /// afterwards in any case.
    pub fn move_file(&mut self, file: &str, from: &str, to: &str) -> bool {
        let content = self.dir_mut(from).files.remove(file);
        let target = self.dir_mut(to);
        match content {
            Some(content) => {
                target.files.insert(file.to_string(), content);
                true
            }
            None => false,
        }
    }
}
==== tests
fn disk() -> Disk {
    let mut d = Disk::default();
    d.dir_mut("a").files.insert("x".into(), vec![1]);
    d.dir_mut("a").files.insert("y".into(), vec![2]);
    d.dir_mut("b").files.insert("x".into(), vec![9]);
    d
}

#[test]
fn file_moves_and_replaces() {
    let mut d = disk();
    assert!(d.move_file("x", "a", "b"));
    assert_eq!(d.list("a"), vec!["y"]);
    assert_eq!(d.list("b"), vec!["x"]);
    assert_eq!(d.dir_mut("b").files["x"], vec![1]);
}

#[test]
fn missing_file_still_makes_target() {
    let mut d = disk();
    assert!(!d.move_file("q", "a", "c"));
    assert!(d.dirs.contains_key("c"));
    assert_eq!(d.list("a"), vec!["x", "y"]);
}

#[test]
fn same_directory() {
    let mut d = disk();
    assert!(d.move_file("y", "a", "a"));
    assert_eq!(d.list("a"), vec!["x", "y"]);
}
