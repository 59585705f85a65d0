---
code: E0277
---
//! Messages of a backup tool.

use std::path::{Path, PathBuf};

/// What happened to one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Saved { bytes: u64 },
    Skipped(String),
}

pub struct Entry {
    pub file: PathBuf,
    pub outcome: Outcome,
}

/// The file below `root`, or the whole path if it lies elsewhere.
fn shorten<'a>(file: &'a Path, root: &Path) -> &'a Path {
    file.strip_prefix(root).unwrap_or(file)
}

/// A message in plain words, for mails: no quotes and no escapes.
pub fn message(entry: &Entry, root: &Path) -> String {
    let file = shorten(&entry.file, root);
    match &entry.outcome {
        Outcome::Saved { bytes } => format!("saved {} ({bytes} bytes)", file),
        Outcome::Skipped(reason) => format!("skipped {}: {reason}", file),
    }
}

pub fn mail(entries: &[Entry], root: &Path) -> String {
    entries.iter().map(|entry| message(entry, root) + "\n").collect()
}
==== fixed
//! Messages of a backup tool.

use std::path::{Path, PathBuf};

/// What happened to one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Saved { bytes: u64 },
    Skipped(String),
}

pub struct Entry {
    pub file: PathBuf,
    pub outcome: Outcome,
}

/// The file below `root`, or the whole path if it lies elsewhere.
fn shorten<'a>(file: &'a Path, root: &Path) -> &'a Path {
    file.strip_prefix(root).unwrap_or(file)
}

/// A message in plain words, for mails: no quotes and no escapes.
pub fn message(entry: &Entry, root: &Path) -> String {
    let file = shorten(&entry.file, root).display();
    match &entry.outcome {
        Outcome::Saved { bytes } => format!("saved {} ({bytes} bytes)", file),
        Outcome::Skipped(reason) => format!("skipped {}: {reason}", file),
    }
}

pub fn mail(entries: &[Entry], root: &Path) -> String {
    entries.iter().map(|entry| message(entry, root) + "\n").collect()
}
==== tests
fn entries() -> Vec<Entry> {
    let entry = |file: &str, outcome| Entry { file: PathBuf::from(file), outcome };
    vec![
        entry("home/eva/tax 2023.ods", Outcome::Saved { bytes: 2048 }),
        entry("etc/motd", Outcome::Skipped("unchanged".to_string())),
    ]
}

#[test]
fn paths_stand_there_without_quotes() {
    let root = Path::new("home/eva");
    assert_eq!(message(&entries()[0], root), "saved tax 2023.ods (2048 bytes)");
    assert_eq!(message(&entries()[1], root), "skipped etc/motd: unchanged");
}

#[test]
fn a_mail_has_a_line_for_each() {
    let root = Path::new("home");
    assert_eq!(mail(&entries(), root), "saved eva/tax 2023.ods (2048 bytes)\nskipped etc/motd: unchanged\n");
}
