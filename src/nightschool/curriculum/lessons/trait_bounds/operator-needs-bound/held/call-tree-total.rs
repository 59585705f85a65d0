---
code: E0369
---
use std::ops::Add;

/// A call tree; every node carries the cost spent in the function itself.
#[derive(Debug, Clone)]
pub struct Node<C> {
    pub name: String,
    pub own: C,
    pub calls: Vec<Node<C>>,
}

impl<C> Node<C> {
    pub fn leaf(name: &str, own: C) -> Self {
        Node {
            name: name.to_string(),
            own,
            calls: Vec::new(),
        }
    }

    pub fn calling(mut self, callee: Node<C>) -> Self {
        self.calls.push(callee);
        self
    }

    pub fn count(&self) -> usize {
        1 + self.calls.iter().map(Node::count).sum::<usize>()
    }
}

/// Own cost plus the cost of everything called below.
pub fn total<C>(node: &Node<C>) -> C
where
    C: Copy,
{
    let mut cost = node.own;
    for callee in &node.calls {
        cost = cost + total(callee);
    }
    cost
}

/// Total cost of the direct callees, by name.
pub fn callees(node: &Node<u64>) -> Vec<(&str, u64)> {
    node.calls
        .iter()
        .map(|c| (c.name.as_str(), total(c)))
        .collect()
}
==== fixed
use std::ops::Add;

/// A call tree; every node carries the cost spent in the function itself.
#[derive(Debug, Clone)]
pub struct Node<C> {
    pub name: String,
    pub own: C,
    pub calls: Vec<Node<C>>,
}

impl<C> Node<C> {
    pub fn leaf(name: &str, own: C) -> Self {
        Node {
            name: name.to_string(),
            own,
            calls: Vec::new(),
        }
    }

    pub fn calling(mut self, callee: Node<C>) -> Self {
        self.calls.push(callee);
        self
    }

    pub fn count(&self) -> usize {
        1 + self.calls.iter().map(Node::count).sum::<usize>()
    }
}

/// Own cost plus the cost of everything called below.
pub fn total<C>(node: &Node<C>) -> C
where
    C: Copy + Add<Output = C>,
{
    let mut cost = node.own;
    for callee in &node.calls {
        cost = cost + total(callee);
    }
    cost
}

/// Total cost of the direct callees, by name.
pub fn callees(node: &Node<u64>) -> Vec<(&str, u64)> {
    node.calls
        .iter()
        .map(|c| (c.name.as_str(), total(c)))
        .collect()
}
==== tests
    #[test]
    fn totals() {
        let tree = Node::leaf("main", 1u64)
            .calling(Node::leaf("read", 5).calling(Node::leaf("sys", 10)))
            .calling(Node::leaf("write", 7));
        assert_eq!(total(&tree), 23);
        assert_eq!(callees(&tree), vec![("read", 15), ("write", 7)]);
        assert_eq!(tree.count(), 4);
    }
    #[test]
    fn fractional_costs() {
        let tree = Node::leaf("a", 0.5).calling(Node::leaf("b", 0.25));
        assert_eq!(total(&tree), 0.75);
    }
