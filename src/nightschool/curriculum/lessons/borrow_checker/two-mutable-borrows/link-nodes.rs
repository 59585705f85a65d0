---
code: E0499
---
/// Nodes of a doubly linked list, kept in one vector and linked by index.
#[derive(Debug, Default)]
pub struct Node {
    pub prev: Option<usize>,
    pub next: Option<usize>,
    pub value: i32,
}

#[derive(Debug, Default)]
pub struct List {
    nodes: Vec<Node>,
}

impl List {
    pub fn add(&mut self, value: i32) -> usize {
        self.nodes.push(Node { value, ..Node::default() });
        self.nodes.len() - 1
    }

    fn node(&mut self, index: usize) -> &mut Node {
        &mut self.nodes[index]
    }

    /// Makes `right` the successor of `left`. What followed `left` before now
    /// follows `right`.
    pub fn insert_after(&mut self, left: usize, right: usize) {
        let a = self.node(left);
        let b = self.node(right);
        let old = a.next.replace(right);
        b.prev = Some(left);
        b.next = old;
        if let Some(old) = old {
            self.node(old).prev = Some(right);
        }
    }

    pub fn forward(&self, start: usize) -> Vec<i32> {
        std::iter::successors(Some(start), |&i| self.nodes[i].next)
            .map(|i| self.nodes[i].value)
            .collect()
    }

    pub fn backward(&self, start: usize) -> Vec<i32> {
        std::iter::successors(Some(start), |&i| self.nodes[i].prev)
            .map(|i| self.nodes[i].value)
            .collect()
    }
}
==== fixed
/// Nodes of a doubly linked list, kept in one vector and linked by index.
#[derive(Debug, Default)]
pub struct Node {
    pub prev: Option<usize>,
    pub next: Option<usize>,
    pub value: i32,
}

#[derive(Debug, Default)]
pub struct List {
    nodes: Vec<Node>,
}

impl List {
    pub fn add(&mut self, value: i32) -> usize {
        self.nodes.push(Node { value, ..Node::default() });
        self.nodes.len() - 1
    }

    fn node(&mut self, index: usize) -> &mut Node {
        &mut self.nodes[index]
    }

    /// Makes `right` the successor of `left`. What followed `left` before now
    /// follows `right`.
    pub fn insert_after(&mut self, left: usize, right: usize) {
        let old = self.node(left).next.replace(right);
        let b = self.node(right);
        b.prev = Some(left);
        b.next = old;
        if let Some(old) = old {
            self.node(old).prev = Some(right);
        }
    }

    pub fn forward(&self, start: usize) -> Vec<i32> {
        std::iter::successors(Some(start), |&i| self.nodes[i].next)
            .map(|i| self.nodes[i].value)
            .collect()
    }

    pub fn backward(&self, start: usize) -> Vec<i32> {
        std::iter::successors(Some(start), |&i| self.nodes[i].prev)
            .map(|i| self.nodes[i].value)
            .collect()
    }
}
==== tests
#[test]
fn links_both_ways() {
    let mut l = List::default();
    let (a, b, c) = (l.add(1), l.add(2), l.add(3));
    l.insert_after(a, c);
    l.insert_after(a, b);
    assert_eq!(l.forward(a), vec![1, 2, 3]);
    assert_eq!(l.backward(c), vec![3, 2, 1]);
}

#[test]
fn append_at_end() {
    let mut l = List::default();
    let (a, b) = (l.add(7), l.add(8));
    l.insert_after(a, b);
    assert_eq!(l.forward(a), vec![7, 8]);
    assert_eq!(l.forward(b), vec![8]);
    assert_eq!(l.backward(b), vec![8, 7]);
}
