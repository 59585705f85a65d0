---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Permissive,
    Copyleft,
    Unknown,
}

pub struct Dependency {
    pub name: &'static str,
    pub licence: Option<&'static str>,
}

pub fn classify(spdx: &str) -> Option<Class> {
    match spdx {
        "MIT" | "Apache-2.0" | "BSD-3-Clause" => Some(Class::Permissive),
        "GPL-3.0" | "LGPL-2.1" => Some(Class::Copyleft),
        _ => None,
    }
}

/// The class of a dependency's licence. No licence, or one that we cannot
/// classify, counts as unknown: it is never treated as permissive.
pub fn class_of(dep: &Dependency) -> Class {
    match dep.licence {
        Some(spdx) => classify(spdx),
        None => Class::Unknown,
    }
}

/// Names of the dependencies that a person has to look at.
pub fn needs_review(deps: &[Dependency]) -> Vec<&'static str> {
    deps.iter()
        .filter(|d| class_of(d) != Class::Permissive)
        .map(|d| d.name)
        .collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Permissive,
    Copyleft,
    Unknown,
}

pub struct Dependency {
    pub name: &'static str,
    pub licence: Option<&'static str>,
}

pub fn classify(spdx: &str) -> Option<Class> {
    match spdx {
        "MIT" | "Apache-2.0" | "BSD-3-Clause" => Some(Class::Permissive),
        "GPL-3.0" | "LGPL-2.1" => Some(Class::Copyleft),
        _ => None,
    }
}

/// The class of a dependency's licence. No licence, or one that we cannot
/// classify, counts as unknown: it is never treated as permissive.
pub fn class_of(dep: &Dependency) -> Class {
    match dep.licence {
        Some(spdx) => classify(spdx).unwrap_or(Class::Unknown),
        None => Class::Unknown,
    }
}

/// Names of the dependencies that a person has to look at.
pub fn needs_review(deps: &[Dependency]) -> Vec<&'static str> {
    deps.iter()
        .filter(|d| class_of(d) != Class::Permissive)
        .map(|d| d.name)
        .collect()
}
==== tests
    #[test]
    fn known_classes() {
        assert_eq!(class_of(&Dependency { name: "a", licence: Some("MIT") }), Class::Permissive);
        assert_eq!(class_of(&Dependency { name: "b", licence: Some("GPL-3.0") }), Class::Copyleft);
    }
    #[test]
    fn unclassified_is_reviewed() {
        let deps = [
            Dependency { name: "a", licence: Some("MIT") },
            Dependency { name: "b", licence: Some("WTFPL") },
            Dependency { name: "c", licence: None },
        ];
        assert_eq!(class_of(&deps[1]), Class::Unknown);
        assert_eq!(needs_review(&deps), vec!["b", "c"]);
    }
