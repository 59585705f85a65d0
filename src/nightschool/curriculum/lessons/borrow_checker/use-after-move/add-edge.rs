---
code: E0382
---
use std::collections::{BTreeMap, BTreeSet};

/// A directed graph over named nodes.
#[derive(Debug, Default)]
pub struct Graph {
    edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Adds the edge and makes both ends known as nodes, even if no edge
    /// leaves `to`.
    pub fn connect(&mut self, from: String, to: String) {
        self.edges.entry(from).or_default().insert(to);
        self.edges.entry(to).or_default();
    }

    pub fn nodes(&self) -> Vec<&str> {
        self.edges.keys().map(String::as_str).collect()
    }

    pub fn successors(&self, node: &str) -> Vec<&str> {
        match self.edges.get(node) {
            Some(set) => set.iter().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }

    pub fn sinks(&self) -> Vec<&str> {
        self.nodes()
            .into_iter()
            .filter(|n| self.successors(n).is_empty())
            .collect()
    }
}

/// Reads edges written as `a->b`, one per line.
pub fn parse(text: &str) -> Graph {
    let mut graph = Graph::default();
    for (from, to) in text.lines().filter_map(|l| l.split_once("->")) {
        graph.connect(from.trim().to_string(), to.trim().to_string());
    }
    graph
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

/// A directed graph over named nodes.
#[derive(Debug, Default)]
pub struct Graph {
    edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Adds the edge and makes both ends known as nodes, even if no edge
    /// leaves `to`.
    pub fn connect(&mut self, from: String, to: String) {
        self.edges.entry(from).or_default().insert(to.clone());
        self.edges.entry(to).or_default();
    }

    pub fn nodes(&self) -> Vec<&str> {
        self.edges.keys().map(String::as_str).collect()
    }

    pub fn successors(&self, node: &str) -> Vec<&str> {
        match self.edges.get(node) {
            Some(set) => set.iter().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }

    pub fn sinks(&self) -> Vec<&str> {
        self.nodes()
            .into_iter()
            .filter(|n| self.successors(n).is_empty())
            .collect()
    }
}

/// Reads edges written as `a->b`, one per line.
pub fn parse(text: &str) -> Graph {
    let mut graph = Graph::default();
    for (from, to) in text.lines().filter_map(|l| l.split_once("->")) {
        graph.connect(from.trim().to_string(), to.trim().to_string());
    }
    graph
}
==== tests
#[test]
fn both_ends_are_nodes() {
    let g = parse("a -> b\nb -> c\na -> c");
    assert_eq!(g.nodes(), vec!["a", "b", "c"]);
    assert_eq!(g.successors("a"), vec!["b", "c"]);
    assert_eq!(g.sinks(), vec!["c"]);
}

#[test]
fn later_edges_keep_earlier_ones() {
    let g = parse("x->y\ny->x\nx->z");
    assert_eq!(g.successors("x"), vec!["y", "z"]);
    assert_eq!(g.successors("y"), vec!["x"]);
    assert!(g.successors("q").is_empty());
}
