---
code: E0505
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    pub name: String,
    pub subjects: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Archive {
    folders: BTreeMap<u16, Vec<Folder>>,
}

impl Archive {
    /// Files a folder under its year. Gives a receipt such as `inbox: 2 mails, last "bye"`.
    pub fn store(&mut self, year: u16, folder: Folder) -> String {
        let last = folder.subjects.last().map_or("-", |s| s.as_str());
        let count = folder.subjects.len();
        let name = folder.name.as_str();
        self.folders.entry(year).or_default().push(folder);
        format!("{name}: {count} mails, last {last:?}")
    }

    pub fn year(&self, year: u16) -> &[Folder] {
        self.folders.get(&year).map_or(&[], |v| v.as_slice())
    }

    pub fn mails(&self) -> usize {
        self.folders.values().flatten().map(|f| f.subjects.len()).sum()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    pub name: String,
    pub subjects: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Archive {
    folders: BTreeMap<u16, Vec<Folder>>,
}

impl Archive {
    /// Files a folder under its year. Gives a receipt such as `inbox: 2 mails, last "bye"`.
    pub fn store(&mut self, year: u16, folder: Folder) -> String {
        let last = folder.subjects.last().map_or("-", |s| s.as_str());
        let count = folder.subjects.len();
        let name = folder.name.as_str();
        let receipt = format!("{name}: {count} mails, last {last:?}");
        self.folders.entry(year).or_default().push(folder);
        receipt
    }

    pub fn year(&self, year: u16) -> &[Folder] {
        self.folders.get(&year).map_or(&[], |v| v.as_slice())
    }

    pub fn mails(&self) -> usize {
        self.folders.values().flatten().map(|f| f.subjects.len()).sum()
    }
}
==== tests
#[test]
fn receipt_and_content() {
    let mut a = Archive::default();
    let inbox = Folder { name: "inbox".into(), subjects: vec!["hi".into(), "bye".into()] };
    assert_eq!(a.store(2020, inbox.clone()), "inbox: 2 mails, last \"bye\"");
    assert_eq!(a.year(2020), [inbox]);
    assert_eq!(a.mails(), 2);
}

#[test]
fn empty_folders_are_stored_too() {
    let mut a = Archive::default();
    assert_eq!(a.store(2021, Folder { name: "spam".into(), subjects: vec![] }), "spam: 0 mails, last \"-\"");
    assert_eq!(a.year(2021).len(), 1);
    assert!(a.year(2020).is_empty());
}
