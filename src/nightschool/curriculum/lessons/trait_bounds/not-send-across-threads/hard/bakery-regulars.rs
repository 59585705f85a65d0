---
code: E0277
edition: "2024"
---
//! Several tills of a bakery write to one order book.

use std::cell::RefCell;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Sale {
    pub guest: String,
    pub cents: u32,
}

#[derive(Default)]
pub struct Book {
    sales: RefCell<Vec<Sale>>,
}

impl Book {
    fn note(&self, guest: &str, cents: u32) {
        let sale = Sale { guest: guest.to_string(), cents };
        self.sales.borrow_mut().push(sale);
    }

    pub fn visits(&self, guest: &str) -> usize {
        self.sales.borrow().iter().filter(|sale| sale.guest == guest).count()
    }

    /// What guests with two visits or more have spent in all.
    pub fn spent_by_regulars(&self) -> u32 {
        let mut spent = 0;
        for sale in self.sales.borrow().iter() {
            if self.visits(&sale.guest) >= 2 {
                spent += sale.cents;
            }
        }
        spent
    }
}

/// Runs all tills at the same time until their queues are empty.
pub fn open(book: &Book, tills: &[Vec<(&str, u32)>]) {
    thread::scope(|scope| {
        for queue in tills {
            scope.spawn(move || {
                for (guest, cents) in queue {
                    book.note(guest, *cents);
                }
            });
        }
    });
}
==== fixed
//! Several tills of a bakery write to one order book.

use std::sync::Mutex;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Sale {
    pub guest: String,
    pub cents: u32,
}

#[derive(Default)]
pub struct Book {
    sales: Mutex<Vec<Sale>>,
}

impl Book {
    fn note(&self, guest: &str, cents: u32) {
        let sale = Sale { guest: guest.to_string(), cents };
        self.sales.lock().unwrap().push(sale);
    }

    pub fn visits(&self, guest: &str) -> usize {
        self.sales.lock().unwrap().iter().filter(|sale| sale.guest == guest).count()
    }

    /// What guests with two visits or more have spent in all.
    pub fn spent_by_regulars(&self) -> u32 {
        let mut spent = 0;
        let sales = self.sales.lock().unwrap().clone();
        for sale in &sales {
            if self.visits(&sale.guest) >= 2 {
                spent += sale.cents;
            }
        }
        spent
    }
}

/// Runs all tills at the same time until their queues are empty.
pub fn open(book: &Book, tills: &[Vec<(&str, u32)>]) {
    thread::scope(|scope| {
        for queue in tills {
            scope.spawn(move || {
                for (guest, cents) in queue {
                    book.note(guest, *cents);
                }
            });
        }
    });
}
==== tests
#[test]
fn regulars_at_different_tills() {
    let book = Book::default();
    open(&book, &[vec![("ida", 250), ("jon", 900)], vec![("ida", 130)], vec![]]);
    assert_eq!(book.visits("ida"), 2);
    assert_eq!(book.visits("jon"), 1);
    assert_eq!(book.spent_by_regulars(), 380);
}

#[test]
fn the_book_goes_on_the_next_day() {
    let book = Book::default();
    open(&book, &[vec![("jon", 100)]]);
    assert_eq!(book.spent_by_regulars(), 0);
    open(&book, &[vec![("jon", 50)], vec![("kim", 70)]]);
    assert_eq!(book.spent_by_regulars(), 150);
}
