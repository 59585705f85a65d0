---
code: E0369
---
use std::collections::VecDeque;

/// The last few values of a laboratory instrument.
#[derive(Debug)]
pub struct Window<T> {
    values: VecDeque<T>,
    size: usize,
}

impl<T> Window<T> {
    pub fn new(size: usize) -> Self {
        Window { values: VecDeque::new(), size }
    }

    pub fn push(&mut self, value: T) {
        if self.values.len() == self.size {
            self.values.pop_front();
        }
        self.values.push_back(value);
    }

    /// An instrument is stuck when the window is full and all its values are equal.
    pub fn is_stuck(&self) -> bool {
        self.values.len() == self.size
            && self.values.iter().zip(self.values.iter().skip(1)).all(|(a, b)| *a == *b)
    }
}

pub fn first_stuck<T: PartialEq>(values: Vec<T>, size: usize) -> Option<usize> {
    let mut window = Window::new(size);
    for (index, value) in values.into_iter().enumerate() {
        window.push(value);
        if window.is_stuck() {
            return Some(index);
        }
    }
    None
}
==== fixed
use std::collections::VecDeque;

/// The last few values of a laboratory instrument.
#[derive(Debug)]
pub struct Window<T> {
    values: VecDeque<T>,
    size: usize,
}

impl<T: PartialEq> Window<T> {
    pub fn new(size: usize) -> Self {
        Window { values: VecDeque::new(), size }
    }

    pub fn push(&mut self, value: T) {
        if self.values.len() == self.size {
            self.values.pop_front();
        }
        self.values.push_back(value);
    }

    /// An instrument is stuck when the window is full and all its values are equal.
    pub fn is_stuck(&self) -> bool {
        self.values.len() == self.size
            && self.values.iter().zip(self.values.iter().skip(1)).all(|(a, b)| *a == *b)
    }
}

pub fn first_stuck<T: PartialEq>(values: Vec<T>, size: usize) -> Option<usize> {
    let mut window = Window::new(size);
    for (index, value) in values.into_iter().enumerate() {
        window.push(value);
        if window.is_stuck() {
            return Some(index);
        }
    }
    None
}
==== tests
#[test]
fn stuck_only_when_full() {
    assert_eq!(first_stuck(vec![7, 7, 8, 8, 8, 9], 3), Some(4));
    assert_eq!(first_stuck(vec![7, 7], 3), None);
    assert_eq!(first_stuck(vec![1.0, 2.0, 1.0, 2.0], 2), None);
}

#[test]
fn works_for_texts() {
    let mut w = Window::new(2);
    w.push("idle".to_string());
    assert!(!w.is_stuck());
    w.push("run".to_string());
    assert!(!w.is_stuck());
    w.push("run".to_string());
    assert!(w.is_stuck());
}
