---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct BackupEntry {
    pub path: String,
    pub size: u64,
}

/// Parses a manifest line of the form `size path`.
///
/// A line whose size is not a number is an error; it must not be taken
/// for an empty file.
pub fn parse_entry(line: &str) -> BackupEntry {
    let (size, path) = line.split_once(' ').unwrap_or((line, ""));
    let size = size.parse::<u64>()?;
    BackupEntry {
        path: path.trim().to_string(),
        size,
    }
}

/// Reads the whole manifest; blank lines are skipped, the first bad line
/// is reported to the caller.
pub fn parse_manifest(text: &str) -> Result<Vec<BackupEntry>, ParseIntError> {
    let mut entries = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        entries.push(parse_entry(line));
    }
    Ok(entries)
}

pub fn total_size(entries: &[BackupEntry]) -> u64 {
    entries.iter().map(|e| e.size).sum()
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct BackupEntry {
    pub path: String,
    pub size: u64,
}

/// Parses a manifest line of the form `size path`.
///
/// A line whose size is not a number is an error; it must not be taken
/// for an empty file.
pub fn parse_entry(line: &str) -> Result<BackupEntry, ParseIntError> {
    let (size, path) = line.split_once(' ').unwrap_or((line, ""));
    let size = size.parse::<u64>()?;
    Ok(BackupEntry {
        path: path.trim().to_string(),
        size,
    })
}

/// Reads the whole manifest; blank lines are skipped, the first bad line
/// is reported to the caller.
pub fn parse_manifest(text: &str) -> Result<Vec<BackupEntry>, ParseIntError> {
    let mut entries = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        entries.push(parse_entry(line)?);
    }
    Ok(entries)
}

pub fn total_size(entries: &[BackupEntry]) -> u64 {
    entries.iter().map(|e| e.size).sum()
}
==== tests
    #[test]
    fn reads_lines() {
        let entries = parse_manifest("12 etc/hosts\n\n30  var/log/app log\n").unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1], BackupEntry { path: "var/log/app log".into(), size: 30 });
        assert_eq!(total_size(&entries), 42);
    }
    #[test]
    fn bad_size_is_an_error() {
        assert!(parse_manifest("12 a\nlots b").is_err());
    }
