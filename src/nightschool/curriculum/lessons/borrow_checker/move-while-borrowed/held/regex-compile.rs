---
code: E0505
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Char(char),
    Any,
    Star(Box<Node>),
}

#[derive(Debug)]
pub struct Pattern {
    source: String,
    nodes: Vec<Node>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Compiled {
    nodes: Vec<Node>,
    pub label: String,
}

impl Pattern {
    pub fn parse(source: &str) -> Pattern {
        let mut nodes: Vec<Node> = Vec::new();
        for c in source.chars() {
            match c {
                '.' => nodes.push(Node::Any),
                '*' => {
                    if let Some(last) = nodes.pop() {
                        nodes.push(Node::Star(Box::new(last)));
                    }
                }
                c => nodes.push(Node::Char(c)),
            }
        }
        Pattern { source: source.to_string(), nodes }
    }

    fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }
}

/// Compiles a pattern; the label is its source between slashes, with its number of nodes.
pub fn compile(pattern: Pattern) -> Compiled {
    let source = pattern.source.as_str();
    let nodes = pattern.into_nodes();
    let label = format!("/{source}/ ({})", nodes.len());
    Compiled { nodes, label }
}

impl Compiled {
    pub fn min_length(&self) -> usize {
        self.nodes.iter().filter(|n| !matches!(n, Node::Star(_))).count()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Char(char),
    Any,
    Star(Box<Node>),
}

#[derive(Debug)]
pub struct Pattern {
    source: String,
    nodes: Vec<Node>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Compiled {
    nodes: Vec<Node>,
    pub label: String,
}

impl Pattern {
    pub fn parse(source: &str) -> Pattern {
        let mut nodes: Vec<Node> = Vec::new();
        for c in source.chars() {
            match c {
                '.' => nodes.push(Node::Any),
                '*' => {
                    if let Some(last) = nodes.pop() {
                        nodes.push(Node::Star(Box::new(last)));
                    }
                }
                c => nodes.push(Node::Char(c)),
            }
        }
        Pattern { source: source.to_string(), nodes }
    }

    fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }
}

/// Compiles a pattern; the label is its source between slashes, with its number of nodes.
pub fn compile(pattern: Pattern) -> Compiled {
    let source = pattern.source.as_str();
    let label = format!("/{source}/ ({})", pattern.nodes.len());
    let nodes = pattern.into_nodes();
    Compiled { nodes, label }
}

impl Compiled {
    pub fn min_length(&self) -> usize {
        self.nodes.iter().filter(|n| !matches!(n, Node::Star(_))).count()
    }
}
==== tests
#[test]
fn label_has_source_and_count() {
    let c = compile(Pattern::parse("ab*.c"));
    assert_eq!(c.label, "/ab*.c/ (4)");
    assert_eq!(c.min_length(), 3);
}

#[test]
fn empty_pattern() {
    let c = compile(Pattern::parse(""));
    assert_eq!(c.label, "// (0)");
    assert_eq!(c.min_length(), 0);
}
