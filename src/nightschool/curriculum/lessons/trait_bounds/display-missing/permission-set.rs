---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    Read,
    Write,
    Share,
}

impl Permission {
    /// The short name used in audit lines and tokens.
    pub fn name(self) -> &'static str {
        match self {
            Permission::Read => "read",
            Permission::Write => "write",
            Permission::Share => "share",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub user: String,
    pub permissions: Vec<Permission>,
}

fn join<T: fmt::Display>(items: &[T], separator: &str) -> String {
    items.iter().map(|item| item.to_string()).collect::<Vec<_>>().join(separator)
}

impl fmt::Display for Grant {
    /// An audit line such as `ann: read+write`, or `ann: nothing`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.permissions.is_empty() {
            return write!(f, "{}: nothing", self.user);
        }
        write!(f, "{}: {}", self.user, join(&self.permissions, "+"))
    }
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    Read,
    Write,
    Share,
}

impl Permission {
    /// The short name used in audit lines and tokens.
    pub fn name(self) -> &'static str {
        match self {
            Permission::Read => "read",
            Permission::Write => "write",
            Permission::Share => "share",
        }
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub user: String,
    pub permissions: Vec<Permission>,
}

fn join<T: fmt::Display>(items: &[T], separator: &str) -> String {
    items.iter().map(|item| item.to_string()).collect::<Vec<_>>().join(separator)
}

impl fmt::Display for Grant {
    /// An audit line such as `ann: read+write`, or `ann: nothing`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.permissions.is_empty() {
            return write!(f, "{}: nothing", self.user);
        }
        write!(f, "{}: {}", self.user, join(&self.permissions, "+"))
    }
}
==== tests
#[test]
fn audit_line_uses_short_names() {
    let grant = Grant {
        user: "ann".to_string(),
        permissions: vec![Permission::Read, Permission::Share, Permission::Write],
    };
    assert_eq!(grant.to_string(), "ann: read+share+write");
}

#[test]
fn empty_grant_says_nothing() {
    let grant = Grant { user: "bob".to_string(), permissions: vec![] };
    assert_eq!(grant.to_string(), "bob: nothing");
}
