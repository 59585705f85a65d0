---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    pub name: String,
    pub files: Vec<(String, u64)>,
}

impl Folder {
    pub fn largest(&self) -> Option<&(String, u64)> {
        self.files.iter().max_by_key(|(_, size)| *size)
    }

    pub fn size(&self) -> u64 {
        self.files.iter().map(|(_, size)| size).sum()
    }
}

/// Packed folders, and the name of the largest file that was ever packed.
#[derive(Debug, Default)]
pub struct Archive {
    folders: Vec<Folder>,
    pub record: Option<(String, u64)>,
}

impl Archive {
    fn pack(&mut self, mut folder: Folder) -> usize {
        folder.files.sort();
        self.folders.push(folder);
        self.folders.len() - 1
    }

    /// Packs the folder, brings the record up to date and returns the index of
    /// the packed folder.
    pub fn store(&mut self, folder: Folder) -> usize {
        let largest = folder.largest();
        let index = self.pack(folder);
        if let Some((name, size)) = largest {
            if self.record.as_ref().map_or(true, |(_, best)| size > best) {
                self.record = Some((name.clone(), *size));
            }
        }
        index
    }

    pub fn folder(&self, index: usize) -> &Folder {
        &self.folders[index]
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    pub name: String,
    pub files: Vec<(String, u64)>,
}

impl Folder {
    pub fn largest(&self) -> Option<&(String, u64)> {
        self.files.iter().max_by_key(|(_, size)| *size)
    }

    pub fn size(&self) -> u64 {
        self.files.iter().map(|(_, size)| size).sum()
    }
}

/// Packed folders, and the name of the largest file that was ever packed.
#[derive(Debug, Default)]
pub struct Archive {
    folders: Vec<Folder>,
    pub record: Option<(String, u64)>,
}

impl Archive {
    fn pack(&mut self, mut folder: Folder) -> usize {
        folder.files.sort();
        self.folders.push(folder);
        self.folders.len() - 1
    }

    /// Packs the folder, brings the record up to date and returns the index of
    /// the packed folder.
    pub fn store(&mut self, folder: Folder) -> usize {
        let largest = folder.largest().cloned();
        let index = self.pack(folder);
        if let Some((name, size)) = largest {
            if self.record.as_ref().map_or(true, |(_, best)| size > *best) {
                self.record = Some((name, size));
            }
        }
        index
    }

    pub fn folder(&self, index: usize) -> &Folder {
        &self.folders[index]
    }
}
==== tests
fn folder(name: &str, files: &[(&str, u64)]) -> Folder {
    Folder { name: name.into(), files: files.iter().map(|(n, s)| (n.to_string(), *s)).collect() }
}

#[test]
fn record_is_the_largest_ever() {
    let mut a = Archive::default();
    assert_eq!(a.store(folder("x", &[("b", 5), ("a", 9)])), 0);
    assert_eq!(a.record, Some(("a".into(), 9)));
    assert_eq!(a.store(folder("y", &[("c", 9)])), 1);
    assert_eq!(a.record, Some(("a".into(), 9)));
    a.store(folder("z", &[("d", 30), ("e", 2)]));
    assert_eq!(a.record, Some(("d".into(), 30)));
}

#[test]
fn packed_files_are_sorted() {
    let mut a = Archive::default();
    let i = a.store(folder("x", &[("b", 5), ("a", 9)]));
    assert_eq!(a.folder(i), &folder("x", &[("a", 9), ("b", 5)]));
    assert_eq!(a.folder(i).size(), 14);
}

#[test]
fn empty_folder_sets_no_record() {
    let mut a = Archive::default();
    a.store(folder("e", &[]));
    assert_eq!(a.record, None);
}
