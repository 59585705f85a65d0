---
code: E0277
---
use std::fmt::Debug;

/// A rose tree.
#[derive(Debug, Clone)]
pub struct Tree<T> {
    pub value: T,
    pub children: Vec<Tree<T>>,
}

pub fn leaf<T>(value: T) -> Tree<T> {
    Tree { value, children: Vec::new() }
}

fn label<T: std::fmt::Display>(node: &Tree<T>) -> String {
    if node.children.is_empty() {
        node.value.to_string()
    } else {
        format!("[{}]", node.value)
    }
}

/// One line per node, children indented by two more spaces than their parent.
/// Inner nodes stand in brackets.
pub fn outline<T: Debug>(tree: &Tree<T>) -> Vec<String> {
    let mut lines = Vec::new();
    outline_into(tree, 0, &mut lines);
    lines
}

fn outline_into<T: Debug>(tree: &Tree<T>, depth: usize, lines: &mut Vec<String>) {
    lines.push(format!("{}{}", "  ".repeat(depth), label(tree)));
    for child in &tree.children {
        outline_into(child, depth + 1, lines);
    }
}
==== fixed
use std::fmt::{Debug, Display};

/// A rose tree.
#[derive(Debug, Clone)]
pub struct Tree<T> {
    pub value: T,
    pub children: Vec<Tree<T>>,
}

pub fn leaf<T>(value: T) -> Tree<T> {
    Tree { value, children: Vec::new() }
}

fn label<T: Display>(node: &Tree<T>) -> String {
    if node.children.is_empty() {
        node.value.to_string()
    } else {
        format!("[{}]", node.value)
    }
}

/// One line per node, children indented by two more spaces than their parent.
/// Inner nodes stand in brackets.
pub fn outline<T: Debug + Display>(tree: &Tree<T>) -> Vec<String> {
    let mut lines = Vec::new();
    outline_into(tree, 0, &mut lines);
    lines
}

fn outline_into<T: Debug + Display>(tree: &Tree<T>, depth: usize, lines: &mut Vec<String>) {
    lines.push(format!("{}{}", "  ".repeat(depth), label(tree)));
    for child in &tree.children {
        outline_into(child, depth + 1, lines);
    }
}
==== tests
#[test]
fn outline_indents_children() {
    let t = Tree { value: "a", children: vec![leaf("b"), Tree { value: "c", children: vec![leaf("d")] }] };
    assert_eq!(outline(&t), vec!["[a]", "  b", "  [c]", "    d"]);
}

#[test]
fn numbers_work_too() {
    assert_eq!(outline(&leaf(7)), vec!["7"]);
}
