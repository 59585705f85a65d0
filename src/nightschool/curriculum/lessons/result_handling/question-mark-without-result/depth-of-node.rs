---
code: E0277
---
use std::collections::HashMap;

#[derive(Default)]
pub struct Tree {
    parent: HashMap<u32, u32>,
    labels: HashMap<u32, String>,
}

impl Tree {
    pub fn add_root(&mut self, id: u32, label: &str) {
        self.labels.insert(id, label.to_string());
    }

    pub fn add_child(&mut self, parent: u32, id: u32, label: &str) {
        self.labels.insert(id, label.to_string());
        self.parent.insert(id, parent);
    }

    /// The label of the node's parent, `None` at the root.
    pub fn parent_label(&self, id: u32) -> Option<&str> {
        let parent = self.parent.get(&id)?;
        self.labels.get(parent).map(String::as_str)
    }

    /// How many edges lie between the node and its root; the root has depth 0.
    pub fn depth(&self, id: u32) -> usize {
        let mut depth = 0;
        let mut current = id;
        loop {
            current = *self.parent.get(&current)?;
            depth += 1;
        }
    }

    pub fn deepest(&self) -> usize {
        self.labels.keys().map(|&id| self.depth(id)).max().unwrap_or(0)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Default)]
pub struct Tree {
    parent: HashMap<u32, u32>,
    labels: HashMap<u32, String>,
}

impl Tree {
    pub fn add_root(&mut self, id: u32, label: &str) {
        self.labels.insert(id, label.to_string());
    }

    pub fn add_child(&mut self, parent: u32, id: u32, label: &str) {
        self.labels.insert(id, label.to_string());
        self.parent.insert(id, parent);
    }

    /// The label of the node's parent, `None` at the root.
    pub fn parent_label(&self, id: u32) -> Option<&str> {
        let parent = self.parent.get(&id)?;
        self.labels.get(parent).map(String::as_str)
    }

    /// How many edges lie between the node and its root; the root has depth 0.
    pub fn depth(&self, id: u32) -> usize {
        let mut depth = 0;
        let mut current = id;
        while let Some(&parent) = self.parent.get(&current) {
            current = parent;
            depth += 1;
        }
        depth
    }

    pub fn deepest(&self) -> usize {
        self.labels.keys().map(|&id| self.depth(id)).max().unwrap_or(0)
    }
}
==== tests
fn tree() -> Tree {
    let mut t = Tree::default();
    t.add_root(1, "root");
    t.add_child(1, 2, "a");
    t.add_child(2, 3, "b");
    t
}

#[test]
fn depth_counts_edges() {
    let t = tree();
    assert_eq!(t.depth(1), 0);
    assert_eq!(t.depth(2), 1);
    assert_eq!(t.depth(3), 2);
}

#[test]
fn deepest_of_all() {
    assert_eq!(tree().deepest(), 2);
    assert_eq!(Tree::default().deepest(), 0);
    assert_eq!(tree().parent_label(3), Some("a"));
}
