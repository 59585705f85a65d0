---
code: E0369
---
use std::iter::Sum;

#[derive(Debug, Clone)]
pub struct Node<W> {
    pub weight: W,
    pub children: Vec<Node<W>>,
}

impl<W> Node<W> {
    pub fn leaf(weight: W) -> Self {
        Node { weight, children: Vec::new() }
    }
}

/// Adds the weights of a tree, each multiplied by the factor once per level:
/// the root counts `weight * factor`, a child `weight * factor * factor`.
pub fn damped<W>(node: &Node<W>, factor: W) -> W
where
    W: Copy + Sum,
{
    let below: W = node.children.iter().map(|c| damped(c, factor)).sum();
    let parts = [node.weight, below];
    parts.into_iter().map(|part| part * factor).sum()
}

/// The greatest number of levels under the node, itself included.
pub fn height<W>(node: &Node<W>) -> usize {
    1 + node.children.iter().map(height).max().unwrap_or(0)
}
==== fixed
use std::iter::Sum;
use std::ops::Mul;

#[derive(Debug, Clone)]
pub struct Node<W> {
    pub weight: W,
    pub children: Vec<Node<W>>,
}

impl<W> Node<W> {
    pub fn leaf(weight: W) -> Self {
        Node { weight, children: Vec::new() }
    }
}

/// Adds the weights of a tree, each multiplied by the factor once per level:
/// the root counts `weight * factor`, a child `weight * factor * factor`.
pub fn damped<W>(node: &Node<W>, factor: W) -> W
where
    W: Copy + Sum + Mul<Output = W>,
{
    let below: W = node.children.iter().map(|c| damped(c, factor)).sum();
    let parts = [node.weight, below];
    parts.into_iter().map(|part| part * factor).sum()
}

/// The greatest number of levels under the node, itself included.
pub fn height<W>(node: &Node<W>) -> usize {
    1 + node.children.iter().map(height).max().unwrap_or(0)
}
==== tests
#[test]
fn factor_applies_per_level() {
    let t = Node {
        weight: 1,
        children: vec![Node::leaf(2), Node { weight: 3, children: vec![Node::leaf(4)] }],
    };
    assert_eq!(damped(&t, 10), 10 + 200 + 300 + 4000);
    assert_eq!(height(&t), 3);
}

#[test]
fn floats_damp() {
    let t = Node { weight: 8.0, children: vec![Node::leaf(4.0)] };
    assert_eq!(damped(&t, 0.5), 5.0);
}
