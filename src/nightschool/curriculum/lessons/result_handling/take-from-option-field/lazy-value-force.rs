---
code: E0507
---
/// A value that is computed when it is first asked for.
pub struct Lazy<T> {
    init: Option<Box<dyn FnOnce() -> T>>,
    value: Option<T>,
}

impl<T> Lazy<T> {
    pub fn new(init: impl FnOnce() -> T + 'static) -> Self {
        Lazy {
            init: Some(Box::new(init)),
            value: None,
        }
    }

    pub fn is_ready(&self) -> bool {
        self.value.is_some()
    }

    /// Computes the value unless that was done before.
    pub fn force(&mut self) -> &T {
        if self.value.is_none() {
            let init = self.init.expect("initialiser is used once");
            self.value = Some(init());
        }
        &self.value.expect("value was just computed")
    }
}

/// The forced values of all cells, joined with `/`.
pub fn path(cells: &mut [Lazy<String>]) -> String {
    let parts: Vec<&str> = cells.iter_mut().map(|cell| cell.force().as_str()).collect();
    parts.join("/")
}
==== fixed
/// A value that is computed when it is first asked for.
pub struct Lazy<T> {
    init: Option<Box<dyn FnOnce() -> T>>,
    value: Option<T>,
}

impl<T> Lazy<T> {
    pub fn new(init: impl FnOnce() -> T + 'static) -> Self {
        Lazy {
            init: Some(Box::new(init)),
            value: None,
        }
    }

    pub fn is_ready(&self) -> bool {
        self.value.is_some()
    }

    /// Computes the value unless that was done before.
    pub fn force(&mut self) -> &T {
        if self.value.is_none() {
            let init = self.init.take().expect("initialiser is used once");
            self.value = Some(init());
        }
        self.value.as_ref().expect("value was just computed")
    }
}

/// The forced values of all cells, joined with `/`.
pub fn path(cells: &mut [Lazy<String>]) -> String {
    let parts: Vec<&str> = cells.iter_mut().map(|cell| cell.force().as_str()).collect();
    parts.join("/")
}
==== tests
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn computed_once() {
    let calls = Rc::new(Cell::new(0));
    let counter = Rc::clone(&calls);
    let mut lazy = Lazy::new(move || {
        counter.set(counter.get() + 1);
        42
    });
    assert!(!lazy.is_ready());
    assert_eq!(*lazy.force(), 42);
    assert!(lazy.is_ready());
    assert_eq!(*lazy.force(), 42);
    assert_eq!(calls.get(), 1);
}

#[test]
fn paths_can_be_asked_for_again() {
    let mut cells = vec![
        Lazy::new(|| "usr".to_string()),
        Lazy::new(|| "bin".to_string()),
    ];
    assert_eq!(path(&mut cells), "usr/bin");
    assert_eq!(path(&mut cells), "usr/bin");
}
