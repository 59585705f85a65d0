---
code: E0599
---
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Std,
    External,
    Local,
}

/// The path of a `use` line without the keyword and the semicolon.
pub fn use_path(line: &str) -> Option<&str> {
    line.trim().strip_prefix("use ")?.strip_suffix(';')
}

/// The group a `use` line is sorted into; `None` for any other line.
pub fn group_of(line: &str) -> Option<Group> {
    let root = use_path(line).split("::").next()?;
    Some(match root.trim() {
        "std" | "core" | "alloc" => Group::Std,
        "crate" | "self" | "super" => Group::Local,
        _ => Group::External,
    })
}

/// Puts the `use` lines of a block in order, by group and then by text;
/// everything else is dropped.
pub fn arrange(block: &str) -> Vec<String> {
    let mut keyed: Vec<(Group, String)> = block
        .lines()
        .filter_map(|line| group_of(line).map(|g| (g, line.trim().to_string())))
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, line)| line).collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Std,
    External,
    Local,
}

/// The path of a `use` line without the keyword and the semicolon.
pub fn use_path(line: &str) -> Option<&str> {
    line.trim().strip_prefix("use ")?.strip_suffix(';')
}

/// The group a `use` line is sorted into; `None` for any other line.
pub fn group_of(line: &str) -> Option<Group> {
    let root = use_path(line)?.split("::").next()?;
    Some(match root.trim() {
        "std" | "core" | "alloc" => Group::Std,
        "crate" | "self" | "super" => Group::Local,
        _ => Group::External,
    })
}

/// Puts the `use` lines of a block in order, by group and then by text;
/// everything else is dropped.
pub fn arrange(block: &str) -> Vec<String> {
    let mut keyed: Vec<(Group, String)> = block
        .lines()
        .filter_map(|line| group_of(line).map(|g| (g, line.trim().to_string())))
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, line)| line).collect()
}
==== tests
    #[test]
    fn groups() {
        assert_eq!(group_of("use std::fmt;"), Some(Group::Std));
        assert_eq!(group_of("  use crate::x;"), Some(Group::Local));
        assert_eq!(group_of("use serde;"), Some(Group::External));
        assert_eq!(group_of("let x = 1;"), None);
    }
    #[test]
    fn arranged() {
        let block = "use crate::b;\n// note\nuse zip::Zip;\nuse core::mem;\nuse acme::A;\n";
        assert_eq!(
            arrange(block),
            vec!["use core::mem;", "use acme::A;", "use zip::Zip;", "use crate::b;"]
        );
    }
