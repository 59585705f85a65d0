---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    pub subject: String,
    pub read: bool,
}

#[derive(Debug, Default)]
pub struct Mailbox {
    folders: BTreeMap<String, Vec<Mail>>,
}

impl Mailbox {
    pub fn deliver(&mut self, folder: &str, subject: &str) {
        let mail = Mail { subject: subject.to_string(), read: false };
        self.folders.entry(folder.to_string()).or_default().push(mail);
    }

    pub fn unread(&self, folder: &str) -> usize {
        self.folders.get(folder).map_or(0, |mails| mails.iter().filter(|m| !m.read).count())
    }

    /// Marks every mail of the folder as read and says how many were not before.
    pub fn mark_all_read(&self, folder: &str) -> usize {
        let changed = self.unread(folder);
        if let Some(mails) = self.folders.get_mut(folder) {
            mails.iter_mut().for_each(|m| m.read = true);
        }
        changed
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    pub subject: String,
    pub read: bool,
}

#[derive(Debug, Default)]
pub struct Mailbox {
    folders: BTreeMap<String, Vec<Mail>>,
}

impl Mailbox {
    pub fn deliver(&mut self, folder: &str, subject: &str) {
        let mail = Mail { subject: subject.to_string(), read: false };
        self.folders.entry(folder.to_string()).or_default().push(mail);
    }

    pub fn unread(&self, folder: &str) -> usize {
        self.folders.get(folder).map_or(0, |mails| mails.iter().filter(|m| !m.read).count())
    }

    /// Marks every mail of the folder as read and says how many were not before.
    pub fn mark_all_read(&mut self, folder: &str) -> usize {
        let changed = self.unread(folder);
        if let Some(mails) = self.folders.get_mut(folder) {
            mails.iter_mut().for_each(|m| m.read = true);
        }
        changed
    }
}
==== tests
#[test]
fn marking_changes_the_box() {
    let mut b = Mailbox::default();
    b.deliver("inbox", "one");
    b.deliver("inbox", "two");
    b.deliver("lists", "three");
    assert_eq!(b.mark_all_read("inbox"), 2);
    assert_eq!(b.unread("inbox"), 0);
    assert_eq!(b.unread("lists"), 1);
    assert_eq!(b.mark_all_read("inbox"), 0);
}

#[test]
fn missing_folders_have_nothing() {
    let mut b = Mailbox::default();
    assert_eq!(b.mark_all_read("x"), 0);
    assert_eq!(b.unread("x"), 0);
}
