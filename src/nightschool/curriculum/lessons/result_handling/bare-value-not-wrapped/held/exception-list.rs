---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Exception {
    pub package: String,
    pub until_year: u32,
}

#[derive(Default)]
pub struct Policy {
    exceptions: BTreeMap<String, Exception>,
    banned: Vec<String>,
}

impl Policy {
    pub fn ban(&mut self, licence: &str) {
        self.banned.push(licence.to_string());
    }

    pub fn except(&mut self, package: &str, until_year: u32) {
        let exception = Exception {
            package: package.to_string(),
            until_year,
        };
        self.exceptions.insert(package.to_string(), exception);
    }

    /// The exception that covers a package in `year`, if one does. The last
    /// year still counts.
    pub fn exception_for(&self, package: &str, year: u32) -> Option<&Exception> {
        let exception = self.exceptions.get(package)?;
        if exception.until_year < year {
            return None;
        }
        exception
    }

    pub fn allows(&self, package: &str, licence: &str, year: u32) -> bool {
        !self.banned.iter().any(|b| b == licence) || self.exception_for(package, year).is_some()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Exception {
    pub package: String,
    pub until_year: u32,
}

#[derive(Default)]
pub struct Policy {
    exceptions: BTreeMap<String, Exception>,
    banned: Vec<String>,
}

impl Policy {
    pub fn ban(&mut self, licence: &str) {
        self.banned.push(licence.to_string());
    }

    pub fn except(&mut self, package: &str, until_year: u32) {
        let exception = Exception {
            package: package.to_string(),
            until_year,
        };
        self.exceptions.insert(package.to_string(), exception);
    }

    /// The exception that covers a package in `year`, if one does. The last
    /// year still counts.
    pub fn exception_for(&self, package: &str, year: u32) -> Option<&Exception> {
        let exception = self.exceptions.get(package)?;
        if exception.until_year < year {
            return None;
        }
        Some(exception)
    }

    pub fn allows(&self, package: &str, licence: &str, year: u32) -> bool {
        !self.banned.iter().any(|b| b == licence) || self.exception_for(package, year).is_some()
    }
}
==== tests
    fn policy() -> Policy {
        let mut p = Policy::default();
        p.ban("AGPL-3.0");
        p.except("graphdb", 2025);
        p
    }
    #[test]
    fn exception_runs_out() {
        assert!(policy().allows("graphdb", "AGPL-3.0", 2025));
        assert!(!policy().allows("graphdb", "AGPL-3.0", 2026));
    }
    #[test]
    fn others() {
        assert!(!policy().allows("other", "AGPL-3.0", 2020));
        assert!(policy().allows("other", "MIT", 2020));
        assert_eq!(policy().exception_for("graphdb", 2024).unwrap().until_year, 2025);
    }
