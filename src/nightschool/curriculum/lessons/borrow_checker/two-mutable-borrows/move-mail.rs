---
code: E0499
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    pub id: u32,
    pub subject: String,
}

#[derive(Debug, Default)]
pub struct Store {
    folders: BTreeMap<String, Vec<Mail>>,
}

impl Store {
    pub fn create(&mut self, folder: &str) {
        self.folders.entry(folder.to_string()).or_default();
    }

    pub fn deliver(&mut self, folder: &str, id: u32, subject: &str) {
        let mail = Mail { id, subject: subject.to_string() };
        self.folders.entry(folder.to_string()).or_default().push(mail);
    }

    /// Moves a mail to the end of another folder. Nothing happens, and `false` is returned,
    /// where a folder or the mail is missing.
    pub fn move_mail(&mut self, id: u32, from: &str, to: &str) -> bool {
        let (Some(source), Some(target)) = (self.folders.get_mut(from), self.folders.get_mut(to)) else {
            return false;
        };
        let Some(at) = source.iter().position(|m| m.id == id) else {
            return false;
        };
        target.push(source.remove(at));
        true
    }

    pub fn ids(&self, folder: &str) -> Vec<u32> {
        self.folders.get(folder).map_or(Vec::new(), |f| f.iter().map(|m| m.id).collect())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    pub id: u32,
    pub subject: String,
}

#[derive(Debug, Default)]
pub struct Store {
    folders: BTreeMap<String, Vec<Mail>>,
}

impl Store {
    pub fn create(&mut self, folder: &str) {
        self.folders.entry(folder.to_string()).or_default();
    }

    pub fn deliver(&mut self, folder: &str, id: u32, subject: &str) {
        let mail = Mail { id, subject: subject.to_string() };
        self.folders.entry(folder.to_string()).or_default().push(mail);
    }

    /// Moves a mail to the end of another folder. Nothing happens, and `false` is returned,
    /// where a folder or the mail is missing.
    pub fn move_mail(&mut self, id: u32, from: &str, to: &str) -> bool {
        if !self.folders.contains_key(to) {
            return false;
        }
        let Some(source) = self.folders.get_mut(from) else {
            return false;
        };
        let Some(at) = source.iter().position(|m| m.id == id) else {
            return false;
        };
        let mail = source.remove(at);
        self.folders.entry(to.to_string()).or_default().push(mail);
        true
    }

    pub fn ids(&self, folder: &str) -> Vec<u32> {
        self.folders.get(folder).map_or(Vec::new(), |f| f.iter().map(|m| m.id).collect())
    }
}
==== tests
fn store() -> Store {
    let mut s = Store::default();
    for id in 1..=3 {
        s.deliver("inbox", id, "hi");
    }
    s.deliver("kept", 9, "old");
    s
}

#[test]
fn mails_move() {
    let mut s = store();
    assert!(s.move_mail(2, "inbox", "kept"));
    assert_eq!(s.ids("inbox"), [1, 3]);
    assert_eq!(s.ids("kept"), [9, 2]);
    assert!(!s.move_mail(2, "inbox", "kept"));
}

#[test]
fn nothing_is_lost_or_made() {
    let mut s = store();
    assert!(!s.move_mail(1, "inbox", "nowhere"));
    assert!(!s.move_mail(1, "nowhere", "kept"));
    assert_eq!(s.ids("inbox"), [1, 2, 3]);
    assert!(s.ids("nowhere").is_empty());
    s.create("empty");
    assert!(s.move_mail(1, "inbox", "empty"));
    assert_eq!(s.ids("empty"), [1]);
}
