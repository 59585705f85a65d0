---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum FsError {
    NotFound(String),
    IsDirectory(String),
    ReadOnly,
    Quota { used: u64, limit: u64 },
}

impl FsError {
    /// The errno that the shell sees: 2 not found, 21 is a directory,
    /// 30 read-only, 122 quota exceeded.
    pub fn errno(&self) -> i32 {
        match self {
            FsError::NotFound(_) => 2,
            FsError::IsDirectory(_) => 21,
            FsError::ReadOnly => 30,
        }
    }

    pub fn message(&self) -> String {
        match self {
            FsError::NotFound(path) => format!("{path}: no such file"),
            FsError::IsDirectory(path) => format!("{path}: is a directory"),
            FsError::ReadOnly => "file system is read-only".to_string(),
            FsError::Quota { used, limit } => format!("quota exceeded ({used}/{limit})"),
        }
    }
}

/// The exit status of a command line of writes: the errno of the last one that
/// failed, or 0.
pub fn exit_status(writes: &[Result<u64, FsError>]) -> i32 {
    writes
        .iter()
        .filter_map(|w| w.as_ref().err())
        .next_back()
        .map_or(0, FsError::errno)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum FsError {
    NotFound(String),
    IsDirectory(String),
    ReadOnly,
    Quota { used: u64, limit: u64 },
}

impl FsError {
    /// The errno that the shell sees: 2 not found, 21 is a directory,
    /// 30 read-only, 122 quota exceeded.
    pub fn errno(&self) -> i32 {
        match self {
            FsError::NotFound(_) => 2,
            FsError::IsDirectory(_) => 21,
            FsError::ReadOnly => 30,
            FsError::Quota { .. } => 122,
        }
    }

    pub fn message(&self) -> String {
        match self {
            FsError::NotFound(path) => format!("{path}: no such file"),
            FsError::IsDirectory(path) => format!("{path}: is a directory"),
            FsError::ReadOnly => "file system is read-only".to_string(),
            FsError::Quota { used, limit } => format!("quota exceeded ({used}/{limit})"),
        }
    }
}

/// The exit status of a command line of writes: the errno of the last one that
/// failed, or 0.
pub fn exit_status(writes: &[Result<u64, FsError>]) -> i32 {
    writes
        .iter()
        .filter_map(|w| w.as_ref().err())
        .next_back()
        .map_or(0, FsError::errno)
}
==== tests
#[test]
fn every_error_has_its_number() {
    assert_eq!(FsError::NotFound("a".into()).errno(), 2);
    assert_eq!(FsError::IsDirectory("a".into()).errno(), 21);
    assert_eq!(FsError::ReadOnly.errno(), 30);
    assert_eq!(FsError::Quota { used: 9, limit: 8 }.errno(), 122);
}

#[test]
fn last_failure_decides() {
    let quota = FsError::Quota { used: 3, limit: 2 };
    assert_eq!(quota.message(), "quota exceeded (3/2)");
    assert_eq!(exit_status(&[Ok(1), Err(FsError::ReadOnly), Err(quota), Ok(4)]), 122);
    assert_eq!(exit_status(&[Ok(1)]), 0);
}
