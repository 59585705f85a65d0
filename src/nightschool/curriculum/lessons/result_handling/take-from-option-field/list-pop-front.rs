---
code: E0507
---
/// A singly linked list that owns its nodes.
struct Node {
    value: String,
    next: Option<Box<Node>>,
}

#[derive(Default)]
pub struct Chain {
    head: Option<Box<Node>>,
    len: usize,
}

impl Chain {
    pub fn push_front(&mut self, value: &str) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { value: value.to_string(), next }));
        self.len += 1;
    }

    /// Removes the first node and returns its value.
    pub fn pop_front(&mut self) -> Option<String> {
        let node = self.head?;
        self.head = node.next;
        self.len -= 1;
        Some(node.value)
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn values(&self) -> Vec<&str> {
        let mut out = Vec::with_capacity(self.len);
        let mut current = &self.head;
        while let Some(node) = current {
            out.push(node.value.as_str());
            current = &node.next;
        }
        out
    }
}
==== fixed
/// A singly linked list that owns its nodes.
struct Node {
    value: String,
    next: Option<Box<Node>>,
}

#[derive(Default)]
pub struct Chain {
    head: Option<Box<Node>>,
    len: usize,
}

impl Chain {
    pub fn push_front(&mut self, value: &str) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { value: value.to_string(), next }));
        self.len += 1;
    }

    /// Removes the first node and returns its value.
    pub fn pop_front(&mut self) -> Option<String> {
        let node = self.head.take()?;
        self.head = node.next;
        self.len -= 1;
        Some(node.value)
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn values(&self) -> Vec<&str> {
        let mut out = Vec::with_capacity(self.len);
        let mut current = &self.head;
        while let Some(node) = current {
            out.push(node.value.as_str());
            current = &node.next;
        }
        out
    }
}
==== tests
#[test]
fn pops_in_reverse_order() {
    let mut c = Chain::default();
    for v in ["a", "b", "c"] {
        c.push_front(v);
    }
    assert_eq!(c.pop_front().as_deref(), Some("c"));
    assert_eq!(c.values(), vec!["b", "a"]);
    assert_eq!(c.len(), 2);
    assert_eq!(c.pop_front().as_deref(), Some("b"));
    assert_eq!(c.pop_front().as_deref(), Some("a"));
    assert_eq!(c.pop_front(), None);
    assert_eq!(c.len(), 0);
}

#[test]
fn usable_after_emptying() {
    let mut c = Chain::default();
    assert_eq!(c.pop_front(), None);
    c.push_front("z");
    assert_eq!(c.values(), vec!["z"]);
}
