---
code: E0499
---
use std::collections::HashMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Node {
    pub dependents: u32,
    pub depth: u32,
}

#[derive(Debug, Default)]
pub struct Graph {
    nodes: HashMap<String, Node>,
    edges: Vec<(String, String)>,
}

impl Graph {
    fn node_mut(&mut self, name: &str) -> &mut Node {
        self.nodes.entry(name.to_string()).or_default()
    }

    /// Records that `from` depends on `to`: `to` gets one more dependent and
    /// lies at least one level below `from`.
    pub fn depend(&mut self, from: &str, to: &str) {
        let parent = self.node_mut(from);
        let child = self.node_mut(to);
        child.dependents += 1;
        child.depth = child.depth.max(parent.depth + 1);
        self.edges.push((from.to_string(), to.to_string()));
    }

    pub fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.get(name)
    }

    pub fn edges(&self) -> usize {
        self.edges.len()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Node {
    pub dependents: u32,
    pub depth: u32,
}

#[derive(Debug, Default)]
pub struct Graph {
    nodes: HashMap<String, Node>,
    edges: Vec<(String, String)>,
}

impl Graph {
    fn node_mut(&mut self, name: &str) -> &mut Node {
        self.nodes.entry(name.to_string()).or_default()
    }

    /// Records that `from` depends on `to`: `to` gets one more dependent and
    /// lies at least one level below `from`.
    pub fn depend(&mut self, from: &str, to: &str) {
        let below = self.node_mut(from).depth + 1;
        let child = self.node_mut(to);
        child.dependents += 1;
        child.depth = child.depth.max(below);
        self.edges.push((from.to_string(), to.to_string()));
    }

    pub fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.get(name)
    }

    pub fn edges(&self) -> usize {
        self.edges.len()
    }
}
==== tests
    #[test]
    fn depth_and_dependents() {
        let mut g = Graph::default();
        g.depend("app", "web");
        g.depend("web", "log");
        g.depend("app", "log");
        assert_eq!(g.node("log"), Some(&Node { dependents: 2, depth: 2 }));
        assert_eq!(g.node("web"), Some(&Node { dependents: 1, depth: 1 }));
        assert_eq!(g.edges(), 3);
    }
    #[test]
    fn roots_exist_too() {
        let mut g = Graph::default();
        g.depend("a", "b");
        assert_eq!(g.node("a"), Some(&Node::default()));
        assert_eq!(g.node("c"), None);
    }
