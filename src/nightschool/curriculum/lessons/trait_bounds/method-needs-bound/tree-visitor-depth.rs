---
code: E0599
---
/// A tree node with any number of children.
pub struct Tree<T> {
    pub label: T,
    pub children: Vec<Tree<T>>,
}

impl<T> Tree<T> {
    pub fn leaf(label: T) -> Self {
        Tree { label, children: Vec::new() }
    }

    pub fn with(mut self, child: Tree<T>) -> Self {
        self.children.push(child);
        self
    }
}

/// Is told about each node of a tree, parents before children.
pub trait Visitor<T> {
    fn enter(&mut self, label: &T, depth: usize);
}

/// Writes an indented outline.
#[derive(Default)]
pub struct Outline {
    pub text: String,
}

impl<T> Visitor<T> for Outline {
    fn enter(&mut self, label: &T, depth: usize) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(label.as_ref());
        self.text.push('\n');
    }
}

pub struct NodeCount(pub usize);

impl<T> Visitor<T> for NodeCount {
    fn enter(&mut self, _label: &T, _depth: usize) {
        self.0 += 1;
    }
}

pub fn walk<T, V: Visitor<T>>(tree: &Tree<T>, depth: usize, visitor: &mut V) {
    visitor.enter(&tree.label, depth);
    for child in &tree.children {
        walk(child, depth + 1, visitor);
    }
}
==== fixed
/// A tree node with any number of children.
pub struct Tree<T> {
    pub label: T,
    pub children: Vec<Tree<T>>,
}

impl<T> Tree<T> {
    pub fn leaf(label: T) -> Self {
        Tree { label, children: Vec::new() }
    }

    pub fn with(mut self, child: Tree<T>) -> Self {
        self.children.push(child);
        self
    }
}

/// Is told about each node of a tree, parents before children.
pub trait Visitor<T> {
    fn enter(&mut self, label: &T, depth: usize);
}

/// Writes an indented outline.
#[derive(Default)]
pub struct Outline {
    pub text: String,
}

impl<T: AsRef<str>> Visitor<T> for Outline {
    fn enter(&mut self, label: &T, depth: usize) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(label.as_ref());
        self.text.push('\n');
    }
}

pub struct NodeCount(pub usize);

impl<T> Visitor<T> for NodeCount {
    fn enter(&mut self, _label: &T, _depth: usize) {
        self.0 += 1;
    }
}

pub fn walk<T, V: Visitor<T>>(tree: &Tree<T>, depth: usize, visitor: &mut V) {
    visitor.enter(&tree.label, depth);
    for child in &tree.children {
        walk(child, depth + 1, visitor);
    }
}
==== tests
#[test]
fn outlines() {
    let tree = Tree::leaf("root")
        .with(Tree::leaf("a").with(Tree::leaf("b")))
        .with(Tree::leaf("c"));
    let mut outline = Outline::default();
    walk(&tree, 0, &mut outline);
    assert_eq!(outline.text, "root\n  a\n    b\n  c\n");
}

#[test]
fn owned_labels_and_other_visitors() {
    let mut outline = Outline::default();
    walk(&Tree::leaf("x".to_string()), 1, &mut outline);
    assert_eq!(outline.text, "  x\n");
    let mut count = NodeCount(0);
    walk(&Tree::leaf(1.5).with(Tree::leaf(2.5)), 0, &mut count);
    assert_eq!(count.0, 2);
}
