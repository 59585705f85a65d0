---
code: E0507
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    pub wanted_by: String,
    pub package: String,
    pub major: u32,
}

#[derive(Debug, PartialEq)]
pub struct Conflict {
    pub package: String,
    pub parties: Vec<String>,
}

/// Finds every package that is required in more than one major version.
/// The requirements stay with the caller: the resolver needs them again.
pub fn conflicts(requirements: &[Requirement]) -> Vec<Conflict> {
    let mut by_package: BTreeMap<&str, Vec<&Requirement>> = BTreeMap::new();
    for requirement in requirements {
        by_package
            .entry(requirement.package.as_str())
            .or_default()
            .push(requirement);
    }
    let mut found = Vec::new();
    for group in by_package.values() {
        let first = group[0];
        if group.iter().all(|r| r.major == first.major) {
            continue;
        }
        let mut parties = Vec::new();
        for requirement in group {
            parties.push(requirement.wanted_by);
        }
        found.push(Conflict {
            package: first.package,
            parties,
        });
    }
    found
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    pub wanted_by: String,
    pub package: String,
    pub major: u32,
}

#[derive(Debug, PartialEq)]
pub struct Conflict {
    pub package: String,
    pub parties: Vec<String>,
}

/// Finds every package that is required in more than one major version.
/// The requirements stay with the caller: the resolver needs them again.
pub fn conflicts(requirements: &[Requirement]) -> Vec<Conflict> {
    let mut by_package: BTreeMap<&str, Vec<&Requirement>> = BTreeMap::new();
    for requirement in requirements {
        by_package
            .entry(requirement.package.as_str())
            .or_default()
            .push(requirement);
    }
    let mut found = Vec::new();
    for group in by_package.values() {
        let first = group[0];
        if group.iter().all(|r| r.major == first.major) {
            continue;
        }
        let mut parties = Vec::new();
        for requirement in group {
            parties.push(requirement.wanted_by.clone());
        }
        found.push(Conflict {
            package: first.package.clone(),
            parties,
        });
    }
    found
}
==== tests
    fn req(by: &str, package: &str, major: u32) -> Requirement {
        Requirement { wanted_by: by.into(), package: package.into(), major }
    }
    #[test]
    fn names_the_parties() {
        let reqs = vec![req("app", "log", 1), req("app", "http", 2), req("lib", "log", 2)];
        assert_eq!(
            conflicts(&reqs),
            vec![Conflict { package: "log".into(), parties: vec!["app".into(), "lib".into()] }]
        );
        assert_eq!(reqs[2], req("lib", "log", 2));
    }
    #[test]
    fn agreement_is_silent() {
        assert!(conflicts(&[req("a", "x", 1), req("b", "x", 1)]).is_empty());
        assert!(conflicts(&[]).is_empty());
    }
