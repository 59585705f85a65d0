---
code: E0505
---
/// Nodes of a JSON-like document, kept in one list. Children are named by index.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Atom(String),
    List(Vec<usize>),
}

#[derive(Debug, Default)]
pub struct Builder {
    nodes: Vec<Node>,
    open: Vec<Vec<usize>>,
}

#[derive(Debug, PartialEq)]
pub struct Document {
    pub nodes: Vec<Node>,
    pub root: usize,
}

impl Builder {
    pub fn atom(&mut self, text: &str) {
        self.attach(Node::Atom(text.to_string()));
    }

    pub fn open(&mut self) {
        self.open.push(Vec::new());
    }

    pub fn close(&mut self) {
        let children = self.open.pop().unwrap_or_default();
        self.attach(Node::List(children));
    }

    fn attach(&mut self, node: Node) {
        self.nodes.push(node);
        if let Some(parent) = self.open.last_mut() {
            parent.push(self.nodes.len() - 1);
        }
    }

    fn into_nodes(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.nodes
    }

    /// Closes what is still open. The root is the last node, and the second value the
    /// names of the atoms that stand right in the last list opened and not closed.
    pub fn finish(self) -> (Document, Vec<String>) {
        let unclosed = self.open.last().map_or(&[][..], Vec::as_slice);
        let nodes = self.into_nodes();
        let names = unclosed
            .iter()
            .filter_map(|index| match &nodes[*index] {
                Node::Atom(text) => Some(text.clone()),
                Node::List(_) => None,
            })
            .collect();
        let root = nodes.len().saturating_sub(1);
        (Document { nodes, root }, names)
    }
}
==== fixed
/// Nodes of a JSON-like document, kept in one list. Children are named by index.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Atom(String),
    List(Vec<usize>),
}

#[derive(Debug, Default)]
pub struct Builder {
    nodes: Vec<Node>,
    open: Vec<Vec<usize>>,
}

#[derive(Debug, PartialEq)]
pub struct Document {
    pub nodes: Vec<Node>,
    pub root: usize,
}

impl Builder {
    pub fn atom(&mut self, text: &str) {
        self.attach(Node::Atom(text.to_string()));
    }

    pub fn open(&mut self) {
        self.open.push(Vec::new());
    }

    pub fn close(&mut self) {
        let children = self.open.pop().unwrap_or_default();
        self.attach(Node::List(children));
    }

    fn attach(&mut self, node: Node) {
        self.nodes.push(node);
        if let Some(parent) = self.open.last_mut() {
            parent.push(self.nodes.len() - 1);
        }
    }

    fn into_nodes(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.nodes
    }

    /// Closes what is still open. The root is the last node, and the second value the
    /// names of the atoms that stand right in the last list opened and not closed.
    pub fn finish(self) -> (Document, Vec<String>) {
        let unclosed = self.open.last().cloned().unwrap_or_default();
        let nodes = self.into_nodes();
        let names = unclosed
            .iter()
            .filter_map(|index| match &nodes[*index] {
                Node::Atom(text) => Some(text.clone()),
                Node::List(_) => None,
            })
            .collect();
        let root = nodes.len().saturating_sub(1);
        (Document { nodes, root }, names)
    }
}
==== tests
#[test]
fn reports_unclosed_atoms() {
    let mut b = Builder::default();
    b.open();
    b.atom("a");
    b.open();
    b.atom("b");
    b.open();
    b.close();
    b.atom("c");
    let (document, names) = b.finish();
    assert_eq!(names, ["b", "c"]);
    assert_eq!(document.root, 5);
    assert_eq!(document.nodes[5], Node::List(vec![0, 4]));
    assert_eq!(document.nodes[4], Node::List(vec![1, 2, 3]));
}
#[test]
fn closed_documents_have_no_names() {
    let mut b = Builder::default();
    b.open();
    b.atom("x");
    b.close();
    let (document, names) = b.finish();
    assert!(names.is_empty());
    assert_eq!(document.nodes, [Node::Atom("x".into()), Node::List(vec![0])]);
    assert_eq!(document.root, 1);
}
