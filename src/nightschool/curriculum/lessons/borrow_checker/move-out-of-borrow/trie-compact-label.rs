---
code: E0507
---
/// A node of a compressed trie: the edge above it carries a whole string.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub label: String,
    pub terminal: bool,
    pub below: Vec<Edge>,
}

impl Edge {
    pub fn leaf(label: &str) -> Self {
        Edge { label: label.to_string(), terminal: true, below: Vec::new() }
    }

    pub fn inner(label: &str, below: Vec<Edge>) -> Self {
        Edge { label: label.to_string(), terminal: false, below }
    }
}

/// All complete words of a trie, in the order of its edges.
pub fn words(edges: &[Edge], prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for edge in edges {
        let mut word = edge.label;
        word.insert_str(0, prefix);
        let deeper = words(&edge.below, &word);
        if edge.terminal {
            found.push(word);
        }
        found.extend(deeper);
    }
    found
}

/// The length of the longest label.
pub fn widest_label(edges: &[Edge]) -> usize {
    edges
        .iter()
        .map(|edge| edge.label.len().max(widest_label(&edge.below)))
        .max()
        .unwrap_or(0)
}
==== fixed
/// A node of a compressed trie: the edge above it carries a whole string.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub label: String,
    pub terminal: bool,
    pub below: Vec<Edge>,
}

impl Edge {
    pub fn leaf(label: &str) -> Self {
        Edge { label: label.to_string(), terminal: true, below: Vec::new() }
    }

    pub fn inner(label: &str, below: Vec<Edge>) -> Self {
        Edge { label: label.to_string(), terminal: false, below }
    }
}

/// All complete words of a trie, in the order of its edges.
pub fn words(edges: &[Edge], prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for edge in edges {
        let mut word = edge.label.clone();
        word.insert_str(0, prefix);
        let deeper = words(&edge.below, &word);
        if edge.terminal {
            found.push(word);
        }
        found.extend(deeper);
    }
    found
}

/// The length of the longest label.
pub fn widest_label(edges: &[Edge]) -> usize {
    edges
        .iter()
        .map(|edge| edge.label.len().max(widest_label(&edge.below)))
        .max()
        .unwrap_or(0)
}
==== tests
fn sample() -> Vec<Edge> {
    let mut te = Edge::inner("te", vec![Edge::leaf("am"), Edge::leaf("st")]);
    te.below[1].below.push(Edge::leaf("er"));
    vec![Edge::leaf("a"), te]
}

#[test]
fn lists_words() {
    assert_eq!(words(&sample(), ""), vec!["a", "team", "test", "tester"]);
    assert_eq!(words(&sample()[..1], "x-"), vec!["x-a"]);
}

#[test]
fn trie_is_left_as_it_was() {
    let trie = sample();
    words(&trie, "");
    assert_eq!(trie, sample());
    assert_eq!(widest_label(&trie), 2);
}
