---
code: E0507
---
/// A binary tree over ranges of positions; inner nodes have two halves.
pub struct RangeNode {
    pub start: usize,
    pub end: usize,
    pub label: Option<String>,
    halves: Option<Box<(RangeNode, RangeNode)>>,
}

impl RangeNode {
    pub fn new(start: usize, end: usize) -> Self {
        RangeNode { start, end, label: None, halves: None }
    }

    /// Cuts the node in two at `mid`; a label stays where it is.
    pub fn split(&mut self, mid: usize) -> &mut (RangeNode, RangeNode) {
        let left = RangeNode::new(self.start, mid);
        let right = RangeNode::new(mid, self.end);
        self.halves.insert(Box::new((left, right)))
    }

    /// The label of the smallest labelled range around `at`, if there is one.
    pub fn label_at(&self, at: usize) -> Option<String> {
        if at < self.start || at >= self.end {
            return None;
        }
        let below = match &self.halves {
            Some(halves) => halves.0.label_at(at).or_else(|| halves.1.label_at(at)),
            None => None,
        };
        below.or(self.label)
    }

    /// The label of this very node, put in brackets, or `[]`.
    pub fn caption(&self) -> String {
        format!("[{}]", self.label.unwrap_or_default())
    }
}
==== fixed
/// A binary tree over ranges of positions; inner nodes have two halves.
pub struct RangeNode {
    pub start: usize,
    pub end: usize,
    pub label: Option<String>,
    halves: Option<Box<(RangeNode, RangeNode)>>,
}

impl RangeNode {
    pub fn new(start: usize, end: usize) -> Self {
        RangeNode { start, end, label: None, halves: None }
    }

    /// Cuts the node in two at `mid`; a label stays where it is.
    pub fn split(&mut self, mid: usize) -> &mut (RangeNode, RangeNode) {
        let left = RangeNode::new(self.start, mid);
        let right = RangeNode::new(mid, self.end);
        self.halves.insert(Box::new((left, right)))
    }

    /// The label of the smallest labelled range around `at`, if there is one.
    pub fn label_at(&self, at: usize) -> Option<String> {
        if at < self.start || at >= self.end {
            return None;
        }
        let below = match &self.halves {
            Some(halves) => halves.0.label_at(at).or_else(|| halves.1.label_at(at)),
            None => None,
        };
        below.or_else(|| self.label.clone())
    }

    /// The label of this very node, put in brackets, or `[]`.
    pub fn caption(&self) -> String {
        format!("[{}]", self.label.as_deref().unwrap_or_default())
    }
}
==== tests
fn sample() -> RangeNode {
    let mut root = RangeNode::new(0, 10);
    root.label = Some("file".to_string());
    let halves = root.split(4);
    halves.1.label = Some("body".to_string());
    root
}

#[test]
fn smallest_range_wins() {
    let root = sample();
    assert_eq!(root.label_at(2).as_deref(), Some("file"));
    assert_eq!(root.label_at(4).as_deref(), Some("body"));
    assert_eq!(root.label_at(10), None);
}

#[test]
fn labels_are_kept() {
    let root = sample();
    assert_eq!(root.caption(), "[file]");
    assert_eq!(root.caption(), "[file]");
    root.label_at(1);
    assert_eq!(root.label_at(1).as_deref(), Some("file"));
    assert_eq!(RangeNode::new(0, 1).caption(), "[]");
}
