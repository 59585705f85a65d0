---
code: E0046
---
pub struct Dir {
    pub name: String,
    pub files: Vec<(String, u64)>,
}

/// Anything that takes up room on the disk.
pub trait Node {
    fn name(&self) -> &str;

    /// Size in bytes; a directory is as large as its files together.
    fn size(&self) -> u64;

    fn describe(&self) -> String {
        format!("{} ({} B)", self.name(), self.size())
    }
}

pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Node for File {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }
}

impl Node for Dir {
    fn name(&self) -> &str {
        &self.name
    }

    fn describe(&self) -> String {
        format!("{}/ ({} files, {} B)", self.name(), self.files.len(), self.size())
    }
}

pub fn total_size(nodes: &[&dyn Node]) -> u64 {
    nodes.iter().map(|n| n.size()).sum()
}
==== fixed
pub struct Dir {
    pub name: String,
    pub files: Vec<(String, u64)>,
}

/// Anything that takes up room on the disk.
pub trait Node {
    fn name(&self) -> &str;

    /// Size in bytes; a directory is as large as its files together.
    fn size(&self) -> u64;

    fn describe(&self) -> String {
        format!("{} ({} B)", self.name(), self.size())
    }
}

pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Node for File {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }
}

impl Node for Dir {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.files.iter().map(|(_, size)| size).sum()
    }

    fn describe(&self) -> String {
        format!("{}/ ({} files, {} B)", self.name(), self.files.len(), self.size())
    }
}

pub fn total_size(nodes: &[&dyn Node]) -> u64 {
    nodes.iter().map(|n| n.size()).sum()
}
==== tests
fn dir() -> Dir {
    Dir { name: "src".into(), files: vec![("a.rs".into(), 10), ("b.rs".into(), 32)] }
}

#[test]
fn dir_size_is_sum() {
    assert_eq!(dir().size(), 42);
    assert_eq!(dir().describe(), "src/ (2 files, 42 B)");
}

#[test]
fn totals_mix_files_and_dirs() {
    let f = File { name: "x".into(), bytes: vec![0; 8] };
    assert_eq!(total_size(&[&f, &dir()]), 50);
    assert_eq!(f.describe(), "x (8 B)");
    let empty = Dir { name: "e".into(), files: vec![] };
    assert_eq!(empty.size(), 0);
}
