---
code: E0369
---
/// A binary heap that keeps the smallest item on top.
pub struct MinHeap<T> {
    items: Vec<T>,
}

impl<T> MinHeap<T> {
    pub fn new() -> Self {
        MinHeap { items: Vec::new() }
    }

    pub fn push(&mut self, item: T) {
        self.items.push(item);
        let mut i = self.items.len() - 1;
        while i > 0 {
            let parent = (i - 1) / 2;
            if self.items[i] < self.items[parent] {
                self.items.swap(i, parent);
                i = parent;
            } else {
                break;
            }
        }
    }

    pub fn pop(&mut self) -> Option<T> {
        if self.items.is_empty() {
            return None;
        }
        let top = self.items.swap_remove(0);
        let mut i = 0;
        loop {
            let left = 2 * i + 1;
            if left >= self.items.len() {
                return Some(top);
            }
            let right = left + 1;
            let mut child = left;
            if right < self.items.len() && self.items[right] < self.items[left] {
                child = right;
            }
            if self.items[child] < self.items[i] {
                self.items.swap(i, child);
                i = child;
            } else {
                return Some(top);
            }
        }
    }
}
==== fixed
/// A binary heap that keeps the smallest item on top.
pub struct MinHeap<T> {
    items: Vec<T>,
}

impl<T: PartialOrd> MinHeap<T> {
    pub fn new() -> Self {
        MinHeap { items: Vec::new() }
    }

    pub fn push(&mut self, item: T) {
        self.items.push(item);
        let mut i = self.items.len() - 1;
        while i > 0 {
            let parent = (i - 1) / 2;
            if self.items[i] < self.items[parent] {
                self.items.swap(i, parent);
                i = parent;
            } else {
                break;
            }
        }
    }

    pub fn pop(&mut self) -> Option<T> {
        if self.items.is_empty() {
            return None;
        }
        let top = self.items.swap_remove(0);
        let mut i = 0;
        loop {
            let left = 2 * i + 1;
            if left >= self.items.len() {
                return Some(top);
            }
            let right = left + 1;
            let mut child = left;
            if right < self.items.len() && self.items[right] < self.items[left] {
                child = right;
            }
            if self.items[child] < self.items[i] {
                self.items.swap(i, child);
                i = child;
            } else {
                return Some(top);
            }
        }
    }
}
==== tests
#[test]
fn pops_in_ascending_order() {
    let mut h = MinHeap::new();
    for n in [5, 1, 4, 1, 9, 2, 6] {
        h.push(n);
    }
    let mut out = Vec::new();
    while let Some(n) = h.pop() {
        out.push(n);
    }
    assert_eq!(out, vec![1, 1, 2, 4, 5, 6, 9]);
}

#[test]
fn words_too() {
    let mut h = MinHeap::new();
    h.push("pear".to_string());
    h.push("fig".to_string());
    assert_eq!(h.pop().as_deref(), Some("fig"));
    assert_eq!(h.pop().as_deref(), Some("pear"));
    assert_eq!(h.pop(), None);
}
