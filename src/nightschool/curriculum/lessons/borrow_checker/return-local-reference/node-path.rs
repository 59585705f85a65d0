---
code: E0515
---
use std::collections::HashMap;

pub type NodeId = usize;

#[derive(Default)]
pub struct FileTree {
    names: Vec<String>,
    parents: HashMap<NodeId, NodeId>,
}

impl FileTree {
    pub fn add(&mut self, parent: Option<NodeId>, name: &str) -> NodeId {
        let id = self.names.len();
        self.names.push(name.to_string());
        if let Some(parent) = parent {
            self.parents.insert(id, parent);
        }
        id
    }

    pub fn name(&self, id: NodeId) -> &str {
        &self.names[id]
    }

    /// The names from the root down to the node, joined by slashes.
    pub fn path(&self, id: NodeId) -> &str {
        let mut parts = vec![self.name(id)];
        let mut current = id;
        while let Some(&parent) = self.parents.get(&current) {
            parts.push(self.name(parent));
            current = parent;
        }
        parts.reverse();
        let joined = parts.join("/");
        &joined
    }

    pub fn leaves(&self) -> impl Iterator<Item = NodeId> + '_ {
        (0..self.names.len()).filter(|id| !self.parents.values().any(|p| p == id))
    }
}
==== fixed
use std::collections::HashMap;

pub type NodeId = usize;

#[derive(Default)]
pub struct FileTree {
    names: Vec<String>,
    parents: HashMap<NodeId, NodeId>,
}

impl FileTree {
    pub fn add(&mut self, parent: Option<NodeId>, name: &str) -> NodeId {
        let id = self.names.len();
        self.names.push(name.to_string());
        if let Some(parent) = parent {
            self.parents.insert(id, parent);
        }
        id
    }

    pub fn name(&self, id: NodeId) -> &str {
        &self.names[id]
    }

    /// The names from the root down to the node, joined by slashes.
    pub fn path(&self, id: NodeId) -> String {
        let mut parts = vec![self.name(id)];
        let mut current = id;
        while let Some(&parent) = self.parents.get(&current) {
            parts.push(self.name(parent));
            current = parent;
        }
        parts.reverse();
        parts.join("/")
    }

    pub fn leaves(&self) -> impl Iterator<Item = NodeId> + '_ {
        (0..self.names.len()).filter(|id| !self.parents.values().any(|p| p == id))
    }
}
==== tests
fn tree() -> FileTree {
    let mut t = FileTree::default();
    let root = t.add(None, "usr");
    let lib = t.add(Some(root), "lib");
    t.add(Some(lib), "libc.so");
    t
}

#[test]
fn path_goes_down_from_root() {
    let t = tree();
    assert_eq!(t.path(2).to_string(), "usr/lib/libc.so");
    assert_eq!(t.path(1).to_string(), "usr/lib");
}

#[test]
fn root_path_is_its_name() {
    let t = tree();
    assert_eq!(t.path(0).to_string(), "usr");
    assert_eq!(t.leaves().collect::<Vec<_>>(), vec![2]);
}
