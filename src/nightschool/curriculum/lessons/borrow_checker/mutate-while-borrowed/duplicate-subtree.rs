---
code: E0502
---
/// A node of a tree that is kept in an arena.
#[derive(Debug, Clone)]
pub struct Node {
    pub value: i64,
    pub children: Vec<usize>,
}

#[derive(Debug, Default, Clone)]
pub struct Arena {
    nodes: Vec<Node>,
}

impl Arena {
    pub fn add(&mut self, parent: Option<usize>, value: i64) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { value, children: Vec::new() });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        id
    }

    pub fn value(&self, id: usize) -> i64 {
        self.nodes[id].value
    }

    pub fn children(&self, id: usize) -> &[usize] {
        &self.nodes[id].children
    }

    /// Copies the tree below `id`, without its parent, and returns the copy's
    /// root. Ids of existing nodes do not change.
    pub fn duplicate(&mut self, id: usize) -> usize {
        let original = &self.nodes[id];
        let copy = self.add(None, original.value);
        for &child in &original.children {
            let twin = self.duplicate(child);
            self.nodes[copy].children.push(twin);
        }
        copy
    }

    pub fn sum(&self, id: usize) -> i64 {
        self.value(id) + self.children(id).iter().map(|&c| self.sum(c)).sum::<i64>()
    }
}
==== fixed
/// A node of a tree that is kept in an arena.
#[derive(Debug, Clone)]
pub struct Node {
    pub value: i64,
    pub children: Vec<usize>,
}

#[derive(Debug, Default, Clone)]
pub struct Arena {
    nodes: Vec<Node>,
}

impl Arena {
    pub fn add(&mut self, parent: Option<usize>, value: i64) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { value, children: Vec::new() });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        id
    }

    pub fn value(&self, id: usize) -> i64 {
        self.nodes[id].value
    }

    pub fn children(&self, id: usize) -> &[usize] {
        &self.nodes[id].children
    }

    /// Copies the tree below `id`, without its parent, and returns the copy's
    /// root. Ids of existing nodes do not change.
    pub fn duplicate(&mut self, id: usize) -> usize {
        let original = self.nodes[id].clone();
        let copy = self.add(None, original.value);
        for &child in &original.children {
            let twin = self.duplicate(child);
            self.nodes[copy].children.push(twin);
        }
        copy
    }

    pub fn sum(&self, id: usize) -> i64 {
        self.value(id) + self.children(id).iter().map(|&c| self.sum(c)).sum::<i64>()
    }
}
==== tests
fn arena() -> (Arena, usize) {
    let mut a = Arena::default();
    let root = a.add(None, 1);
    let mid = a.add(Some(root), 10);
    a.add(Some(mid), 100);
    a.add(Some(root), 1000);
    (a, root)
}

#[test]
fn copy_has_the_same_values_and_own_nodes() {
    let (mut a, root) = arena();
    let copy = a.duplicate(root);
    assert_eq!(copy, 4);
    assert_eq!(a.sum(copy), 1111);
    let kids: Vec<i64> = a.children(copy).iter().map(|&c| a.value(c)).collect();
    assert_eq!(kids, vec![10, 1000]);
    assert!(a.children(copy).iter().all(|&c| c > 4));
}

#[test]
fn original_is_untouched() {
    let (mut a, root) = arena();
    a.duplicate(1);
    assert_eq!(a.sum(root), 1111);
    assert_eq!(a.children(root), [1, 3]);
    assert_eq!(a.children(1), [2]);
}
