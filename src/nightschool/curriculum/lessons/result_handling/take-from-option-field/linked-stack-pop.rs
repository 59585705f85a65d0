---
code: E0507
---
struct Link<T> {
    item: T,
    below: Option<Box<Link<T>>>,
}

/// A stack that is a linked list.
pub struct Stack<T> {
    top: Option<Box<Link<T>>>,
    len: usize,
}

impl<T> Stack<T> {
    pub fn new() -> Self {
        Stack { top: None, len: 0 }
    }

    pub fn push(&mut self, item: T) {
        let below = self.top.take();
        self.top = Some(Box::new(Link { item, below }));
        self.len += 1;
    }

    pub fn pop(&mut self) -> Option<T> {
        let link = self.top?;
        self.top = link.below;
        self.len -= 1;
        Some(link.item)
    }

    pub fn peek(&self) -> Option<&T> {
        self.top.as_ref().map(|link| &link.item)
    }

    pub fn len(&self) -> usize {
        self.len
    }
}
==== fixed
struct Link<T> {
    item: T,
    below: Option<Box<Link<T>>>,
}

/// A stack that is a linked list.
pub struct Stack<T> {
    top: Option<Box<Link<T>>>,
    len: usize,
}

impl<T> Stack<T> {
    pub fn new() -> Self {
        Stack { top: None, len: 0 }
    }

    pub fn push(&mut self, item: T) {
        let below = self.top.take();
        self.top = Some(Box::new(Link { item, below }));
        self.len += 1;
    }

    pub fn pop(&mut self) -> Option<T> {
        let link = self.top.take()?;
        self.top = link.below;
        self.len -= 1;
        Some(link.item)
    }

    pub fn peek(&self) -> Option<&T> {
        self.top.as_ref().map(|link| &link.item)
    }

    pub fn len(&self) -> usize {
        self.len
    }
}
==== tests
struct NoClone(u8);

#[test]
fn last_in_first_out() {
    let mut stack = Stack::new();
    for n in 1..=3 {
        stack.push(NoClone(n));
    }
    assert_eq!(stack.pop().map(|x| x.0), Some(3));
    assert_eq!(stack.len(), 2);
    assert_eq!(stack.peek().map(|x| x.0), Some(2));
    assert_eq!(stack.pop().map(|x| x.0), Some(2));
    assert_eq!(stack.pop().map(|x| x.0), Some(1));
    assert!(stack.pop().is_none());
    assert_eq!(stack.len(), 0);
}

#[test]
fn can_be_refilled() {
    let mut stack = Stack::new();
    stack.push("a");
    stack.pop();
    stack.push("b");
    assert_eq!(stack.pop(), Some("b"));
    assert_eq!(stack.pop(), None);
}
