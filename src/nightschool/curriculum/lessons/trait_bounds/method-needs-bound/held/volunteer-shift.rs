---
code: E0599
---
/// Someone who helps at the soup kitchen.
pub trait Helper {
    fn name(&self) -> &str;

    fn can_lift(&self) -> bool {
        false
    }
}

#[derive(Debug)]
pub struct Student {
    pub name: String,
    pub strong: bool,
}

#[derive(Debug)]
pub struct Retiree(pub String);

impl Helper for Student {
    fn name(&self) -> &str {
        &self.name
    }
    fn can_lift(&self) -> bool {
        self.strong
    }
}

impl Helper for Retiree {
    fn name(&self) -> &str {
        &self.0
    }
}

/// Two kinds of helpers share a shift: one stands at the counter, the other in the store.
pub struct Shift<C, S> {
    pub counter: C,
    pub store: S,
}

impl<C: Helper, S> Shift<C, S> {
    /// The store needs somebody who can lift.
    pub fn possible(&self) -> bool {
        self.store.can_lift()
    }

    pub fn sheet(&self) -> String {
        let remark = if self.possible() { "" } else { " (needs help)" };
        format!("counter: {}, store: {}{remark}", self.counter.name(), self.store.name())
    }
}
==== fixed
/// Someone who helps at the soup kitchen.
pub trait Helper {
    fn name(&self) -> &str;

    fn can_lift(&self) -> bool {
        false
    }
}

#[derive(Debug)]
pub struct Student {
    pub name: String,
    pub strong: bool,
}

#[derive(Debug)]
pub struct Retiree(pub String);

impl Helper for Student {
    fn name(&self) -> &str {
        &self.name
    }
    fn can_lift(&self) -> bool {
        self.strong
    }
}

impl Helper for Retiree {
    fn name(&self) -> &str {
        &self.0
    }
}

/// Two kinds of helpers share a shift: one stands at the counter, the other in the store.
pub struct Shift<C, S> {
    pub counter: C,
    pub store: S,
}

impl<C: Helper, S: Helper> Shift<C, S> {
    /// The store needs somebody who can lift.
    pub fn possible(&self) -> bool {
        self.store.can_lift()
    }

    pub fn sheet(&self) -> String {
        let remark = if self.possible() { "" } else { " (needs help)" };
        format!("counter: {}, store: {}{remark}", self.counter.name(), self.store.name())
    }
}
==== tests
#[test]
fn strong_in_store() {
    let s = Shift { counter: Retiree("Edith".into()), store: Student { name: "Per".into(), strong: true } };
    assert!(s.possible());
    assert_eq!(s.sheet(), "counter: Edith, store: Per");
}
#[test]
fn default_cannot_lift() {
    let s = Shift { counter: Student { name: "Per".into(), strong: true }, store: Retiree("Edith".into()) };
    assert!(!s.possible());
    assert_eq!(s.sheet(), "counter: Per, store: Edith (needs help)");
}
