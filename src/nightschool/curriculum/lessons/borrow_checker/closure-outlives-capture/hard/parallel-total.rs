---
code: E0373
---
//! Adds up the takings of many shops.

use std::thread;

#[derive(Debug, Clone)]
pub struct Shop {
    pub name: String,
    pub takings: Vec<u64>,
}

#[derive(Debug, PartialEq)]
pub struct Summary {
    pub total: u64,
    pub open_shops: usize,
}

/// Adds up all takings beside counting the shops that sold anything.
pub fn summarise(shops: Vec<Shop>) -> Summary {
    let open_shops = shops.iter().filter(|shop| !shop.takings.is_empty()).count();
    let mut total = 0;
    let adder = thread::spawn(|| {
        for shop in shops {
            total += shop.takings.iter().sum::<u64>();
        }
    });
    adder.join().expect("adding up does not panic");
    Summary { total, open_shops }
}

/// Mean takings of a shop that was open, rounded down.
pub fn mean(summary: &Summary) -> Option<u64> {
    summary.total.checked_div(summary.open_shops as u64)
}
==== fixed
//! Adds up the takings of many shops.

use std::thread;

#[derive(Debug, Clone)]
pub struct Shop {
    pub name: String,
    pub takings: Vec<u64>,
}

#[derive(Debug, PartialEq)]
pub struct Summary {
    pub total: u64,
    pub open_shops: usize,
}

/// Adds up all takings beside counting the shops that sold anything.
pub fn summarise(shops: Vec<Shop>) -> Summary {
    let open_shops = shops.iter().filter(|shop| !shop.takings.is_empty()).count();
    let adder = thread::spawn(|| {
        let mut total = 0;
        for shop in shops {
            total += shop.takings.iter().sum::<u64>();
        }
        total
    });
    let total = adder.join().expect("adding up does not panic");
    Summary { total, open_shops }
}

/// Mean takings of a shop that was open, rounded down.
pub fn mean(summary: &Summary) -> Option<u64> {
    summary.total.checked_div(summary.open_shops as u64)
}
==== tests
fn shop(name: &str, takings: &[u64]) -> Shop {
    Shop { name: name.to_string(), takings: takings.to_vec() }
}

#[test]
fn adds_everything() {
    let summary = summarise(vec![shop("a", &[5, 10]), shop("b", &[]), shop("c", &[20])]);
    assert_eq!(summary, Summary { total: 35, open_shops: 2 });
    assert_eq!(mean(&summary), Some(17));
}

#[test]
fn nothing_sold() {
    let summary = summarise(vec![shop("b", &[])]);
    assert_eq!(summary, Summary { total: 0, open_shops: 0 });
    assert_eq!(mean(&summary), None);
}
