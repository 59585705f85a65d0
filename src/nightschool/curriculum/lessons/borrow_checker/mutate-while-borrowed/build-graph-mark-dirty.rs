---
code: E0502
---
use std::collections::{BTreeMap, BTreeSet};

/// Which files are made from which.
#[derive(Default)]
pub struct BuildGraph {
    made_from: BTreeMap<String, Vec<String>>,
    dirty: BTreeSet<String>,
}

impl BuildGraph {
    pub fn rule(&mut self, output: &str, inputs: &[&str]) {
        let inputs = inputs.iter().map(|i| i.to_string()).collect();
        self.made_from.insert(output.to_string(), inputs);
    }

    /// Marks a file; `true` when it was clean before.
    fn mark(&mut self, file: &str) -> bool {
        self.dirty.insert(file.to_string())
    }

    /// Marks a changed file and everything made from it, directly or not.
    pub fn touch(&mut self, file: &str) {
        if !self.mark(file) {
            return;
        }
        for (output, inputs) in &self.made_from {
            if inputs.iter().any(|i| i == file) {
                self.touch(output);
            }
        }
    }

    pub fn dirty(&self) -> Vec<&str> {
        self.dirty.iter().map(String::as_str).collect()
    }
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

/// Which files are made from which.
#[derive(Default)]
pub struct BuildGraph {
    made_from: BTreeMap<String, Vec<String>>,
    dirty: BTreeSet<String>,
}

impl BuildGraph {
    pub fn rule(&mut self, output: &str, inputs: &[&str]) {
        let inputs = inputs.iter().map(|i| i.to_string()).collect();
        self.made_from.insert(output.to_string(), inputs);
    }

    /// Marks a file; `true` when it was clean before.
    fn mark(&mut self, file: &str) -> bool {
        self.dirty.insert(file.to_string())
    }

    /// Marks a changed file and everything made from it, directly or not.
    pub fn touch(&mut self, file: &str) {
        if !self.mark(file) {
            return;
        }
        let outputs: Vec<String> = self
            .made_from
            .iter()
            .filter(|(_, inputs)| inputs.iter().any(|i| i == file))
            .map(|(output, _)| output.clone())
            .collect();
        for output in outputs {
            self.touch(&output);
        }
    }

    pub fn dirty(&self) -> Vec<&str> {
        self.dirty.iter().map(String::as_str).collect()
    }
}
==== tests
fn graph() -> BuildGraph {
    let mut g = BuildGraph::default();
    g.rule("app", &["a.o", "b.o"]);
    g.rule("a.o", &["a.c", "x.h"]);
    g.rule("b.o", &["b.c", "x.h"]);
    g.rule("doc", &["a.md"]);
    g
}

#[test]
fn reaches_everything() {
    let mut g = graph();
    g.touch("x.h");
    assert_eq!(g.dirty(), vec!["a.o", "app", "b.o", "x.h"]);
}

#[test]
fn only_what_depends() {
    let mut g = graph();
    g.touch("b.c");
    assert_eq!(g.dirty(), vec!["app", "b.c", "b.o"]);
    g.touch("a.md");
    assert_eq!(g.dirty(), vec!["a.md", "app", "b.c", "b.o", "doc"]);
}

#[test]
fn rules_stay() {
    let mut g = graph();
    g.touch("a.c");
    g.touch("x.h");
    assert!(g.dirty().contains(&"b.o"));
}
