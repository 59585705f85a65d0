---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub enum Node {
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Map(BTreeMap<String, Node>),
}

#[derive(Debug, PartialEq)]
pub enum VisitError {
    NotNumeric(String),
    TooDeep,
}

/// Adds up all numbers of a tree; texts count when they read as a number.
pub fn total(node: &Node, depth: usize) -> Result<f64, VisitError> {
    if depth == 0 {
        return Err(VisitError::TooDeep);
    }
    match node {
        Node::Number(n) => *n,
        Node::Text(text) => text
            .trim()
            .parse()
            .map_err(|_| VisitError::NotNumeric(text.clone())),
        Node::List(nodes) => {
            let mut sum = 0.0;
            for child in nodes {
                sum += total(child, depth - 1)?;
            }
            sum
        }
        Node::Map(entries) => entries
            .values()
            .map(|child| total(child, depth - 1))
            .sum(),
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub enum Node {
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Map(BTreeMap<String, Node>),
}

#[derive(Debug, PartialEq)]
pub enum VisitError {
    NotNumeric(String),
    TooDeep,
}

/// Adds up all numbers of a tree; texts count when they read as a number.
pub fn total(node: &Node, depth: usize) -> Result<f64, VisitError> {
    if depth == 0 {
        return Err(VisitError::TooDeep);
    }
    match node {
        Node::Number(n) => Ok(*n),
        Node::Text(text) => text
            .trim()
            .parse()
            .map_err(|_| VisitError::NotNumeric(text.clone())),
        Node::List(nodes) => {
            let mut sum = 0.0;
            for child in nodes {
                sum += total(child, depth - 1)?;
            }
            Ok(sum)
        }
        Node::Map(entries) => entries
            .values()
            .map(|child| total(child, depth - 1))
            .sum(),
    }
}
==== tests
fn sample() -> Node {
    let mut map = BTreeMap::new();
    map.insert("a".to_string(), Node::Text(" 2.5 ".to_string()));
    map.insert("b".to_string(), Node::Number(1.0));
    Node::List(vec![Node::Map(map), Node::Number(4.0)])
}

#[test]
fn adds_everything() {
    assert_eq!(total(&sample(), 3), Ok(7.5));
}

#[test]
fn reports_errors() {
    assert_eq!(total(&sample(), 2), Err(VisitError::TooDeep));
    let bad = Node::List(vec![Node::Text("x1".to_string())]);
    assert_eq!(total(&bad, 5), Err(VisitError::NotNumeric("x1".to_string())));
}
