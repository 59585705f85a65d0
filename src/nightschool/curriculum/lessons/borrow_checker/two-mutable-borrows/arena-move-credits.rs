---
code: E0499
---
/// Index of a node in an arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NodeId(usize);

#[derive(Debug, Default)]
pub struct Node {
    pub weight: u32,
    pub children: Vec<NodeId>,
    parent: Option<NodeId>,
}

#[derive(Default)]
pub struct Arena {
    nodes: Vec<Node>,
}

impl Arena {
    pub fn add(&mut self, weight: u32) -> NodeId {
        self.nodes.push(Node { weight, ..Node::default() });
        NodeId(self.nodes.len() - 1)
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0]
    }

    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.0].parent
    }

    /// Hangs `child` under `parent`; the parent's weight grows by that of the child.
    pub fn attach(&mut self, parent: NodeId, child: NodeId) {
        let upper = self.node_mut(parent);
        let lower = self.node_mut(child);
        lower.parent = Some(parent);
        upper.children.push(child);
        upper.weight += lower.weight;
    }
}
==== fixed
/// Index of a node in an arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NodeId(usize);

#[derive(Debug, Default)]
pub struct Node {
    pub weight: u32,
    pub children: Vec<NodeId>,
    parent: Option<NodeId>,
}

#[derive(Default)]
pub struct Arena {
    nodes: Vec<Node>,
}

impl Arena {
    pub fn add(&mut self, weight: u32) -> NodeId {
        self.nodes.push(Node { weight, ..Node::default() });
        NodeId(self.nodes.len() - 1)
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0]
    }

    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.0].parent
    }

    /// Hangs `child` under `parent`; the parent's weight grows by that of the child.
    pub fn attach(&mut self, parent: NodeId, child: NodeId) {
        let lower = self.node_mut(child);
        lower.parent = Some(parent);
        let added = lower.weight;
        let upper = self.node_mut(parent);
        upper.children.push(child);
        upper.weight += added;
    }
}
==== tests
#[test]
fn attaches() {
    let mut arena = Arena::default();
    let root = arena.add(1);
    let a = arena.add(10);
    let b = arena.add(5);
    arena.attach(a, b);
    arena.attach(root, a);
    assert_eq!(arena.parent(b), Some(a));
    assert_eq!(arena.parent(a), Some(root));
    assert_eq!(arena.parent(root), None);
    assert_eq!(arena.node(a).weight, 15);
    assert_eq!(arena.node(root).weight, 16);
    assert_eq!(arena.node(b).weight, 5);
}

#[test]
fn children_keep_their_order() {
    let mut arena = Arena::default();
    let root = arena.add(0);
    let kids = [arena.add(1), arena.add(2)];
    for kid in kids {
        arena.attach(root, kid);
    }
    assert_eq!(arena.node(root).children, kids.to_vec());
}
