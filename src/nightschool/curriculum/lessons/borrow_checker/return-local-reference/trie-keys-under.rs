---
code: E0515
---
use std::collections::BTreeSet;

/// A set of dotted names such as `net.tcp.port`.
#[derive(Default)]
pub struct Names {
    all: BTreeSet<String>,
}

impl Names {
    pub fn add(&mut self, name: &str) {
        self.all.insert(name.to_string());
    }

    /// The names below `scope`, without the scope itself and its dot, in order.
    pub fn below(&self, scope: &str) -> Vec<&str> {
        let prefix = format!("{scope}.");
        self.all
            .iter()
            .filter_map(|name| {
                let rest = name.strip_prefix(&prefix)?;
                let readable = rest.replace('_', " ");
                Some(readable.as_str())
            })
            .collect()
    }

    /// The first parts of all names, each once.
    pub fn scopes(&self) -> Vec<&str> {
        let mut scopes: Vec<&str> = self
            .all
            .iter()
            .map(|name| name.split('.').next().unwrap_or(name))
            .collect();
        scopes.dedup();
        scopes
    }
}
==== fixed
use std::collections::BTreeSet;

/// A set of dotted names such as `net.tcp.port`.
#[derive(Default)]
pub struct Names {
    all: BTreeSet<String>,
}

impl Names {
    pub fn add(&mut self, name: &str) {
        self.all.insert(name.to_string());
    }

    /// The names below `scope`, without the scope itself and its dot, in order.
    pub fn below(&self, scope: &str) -> Vec<String> {
        let prefix = format!("{scope}.");
        self.all
            .iter()
            .filter_map(|name| {
                let rest = name.strip_prefix(&prefix)?;
                let readable = rest.replace('_', " ");
                Some(readable)
            })
            .collect()
    }

    /// The first parts of all names, each once.
    pub fn scopes(&self) -> Vec<&str> {
        let mut scopes: Vec<&str> = self
            .all
            .iter()
            .map(|name| name.split('.').next().unwrap_or(name))
            .collect();
        scopes.dedup();
        scopes
    }
}
==== tests
fn sample() -> Names {
    let mut names = Names::default();
    for name in ["net.tcp_port", "net.udp", "network.x", "disk.free_mb.min", "net"] {
        names.add(name);
    }
    names
}

#[test]
fn names_below_are_readable() {
    let names = sample();
    assert_eq!(names.below("net"), vec!["tcp port", "udp"]);
    assert_eq!(names.below("disk"), vec!["free mb.min"]);
    assert!(names.below("x").is_empty());
}

#[test]
fn scopes_once() {
    assert_eq!(sample().scopes(), vec!["disk", "net", "network"]);
}
