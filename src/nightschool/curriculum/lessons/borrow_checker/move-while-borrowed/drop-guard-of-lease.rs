---
code: E0505
---
use std::cell::{Cell, RefCell};

/// A pool of numbered desks; a lease gives its desk back when dropped.
pub struct Desks {
    free: RefCell<Vec<u32>>,
    leases: Cell<u32>,
}

pub struct Lease<'p> {
    desks: &'p Desks,
    label: String,
    number: u32,
}

impl Desks {
    pub fn new(count: u32) -> Self {
        Desks { free: RefCell::new((1..=count).rev().collect()), leases: Cell::new(0) }
    }

    pub fn lease(&self, who: &str) -> Option<Lease<'_>> {
        let number = self.free.borrow_mut().pop()?;
        self.leases.set(self.leases.get() + 1);
        Some(Lease { desks: self, label: format!("{who}@{number}"), number })
    }

    pub fn free(&self) -> usize {
        self.free.borrow().len()
    }
}

impl Lease<'_> {
    pub fn label(&self) -> &str {
        &self.label
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        self.desks.free.borrow_mut().push(self.number);
    }
}

/// Ends a lease and writes who left and how many desks are free now.
pub fn check_out(desks: &Desks, lease: Lease<'_>) -> String {
    let label = lease.label();
    drop(lease);
    format!("{label} left, {} free", desks.free())
}
==== fixed
use std::cell::{Cell, RefCell};

/// A pool of numbered desks; a lease gives its desk back when dropped.
pub struct Desks {
    free: RefCell<Vec<u32>>,
    leases: Cell<u32>,
}

pub struct Lease<'p> {
    desks: &'p Desks,
    label: String,
    number: u32,
}

impl Desks {
    pub fn new(count: u32) -> Self {
        Desks { free: RefCell::new((1..=count).rev().collect()), leases: Cell::new(0) }
    }

    pub fn lease(&self, who: &str) -> Option<Lease<'_>> {
        let number = self.free.borrow_mut().pop()?;
        self.leases.set(self.leases.get() + 1);
        Some(Lease { desks: self, label: format!("{who}@{number}"), number })
    }

    pub fn free(&self) -> usize {
        self.free.borrow().len()
    }
}

impl Lease<'_> {
    pub fn label(&self) -> &str {
        &self.label
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        self.desks.free.borrow_mut().push(self.number);
    }
}

/// Ends a lease and writes who left and how many desks are free now.
pub fn check_out(desks: &Desks, lease: Lease<'_>) -> String {
    let label = lease.label().to_string();
    drop(lease);
    format!("{label} left, {} free", desks.free())
}
==== tests
#[test]
fn the_desk_is_free_in_the_note() {
    let d = Desks::new(2);
    let a = d.lease("ann").unwrap();
    let b = d.lease("bob").unwrap();
    assert!(d.lease("cy").is_none());
    assert_eq!(check_out(&d, b), "bob@2 left, 1 free");
    assert_eq!(check_out(&d, a), "ann@1 left, 2 free");
}

#[test]
fn desk_can_be_leased_again() {
    let d = Desks::new(1);
    let a = d.lease("ann").unwrap();
    check_out(&d, a);
    assert_eq!(d.lease("di").unwrap().label(), "di@1");
}
