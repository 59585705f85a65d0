---
code: E0277
---
//! Quotes for several orders, worked out side by side.

use std::collections::HashMap;
use std::rc::Rc;
use std::thread;

pub struct PriceList {
    prices: HashMap<String, u64>,
}

impl PriceList {
    pub fn new(pairs: &[(&str, u64)]) -> Self {
        let prices = pairs.iter().map(|(item, cents)| (item.to_string(), *cents)).collect();
        PriceList { prices }
    }

    fn cents(&self, item: &str) -> Option<u64> {
        self.prices.get(item).copied()
    }
}

pub type Order = Vec<(String, u64)>;

fn quote(list: &PriceList, order: &Order) -> Option<u64> {
    order.iter().map(|(item, count)| Some(list.cents(item)? * count)).sum()
}

/// One quote for each order, in the order given; `None` where an item has no price.
pub fn quotes(list: PriceList, orders: Vec<Order>) -> Vec<Option<u64>> {
    let list = Rc::new(list);
    let mut workers = Vec::new();
    for order in orders {
        let list = Rc::clone(&list);
        workers.push(thread::spawn(move || quote(&list, &order)));
    }
    workers.into_iter().map(|worker| worker.join().expect("a worker fell over")).collect()
}
==== fixed
//! Quotes for several orders, worked out side by side.

use std::collections::HashMap;
use std::sync::Arc;
use std::thread;

pub struct PriceList {
    prices: HashMap<String, u64>,
}

impl PriceList {
    pub fn new(pairs: &[(&str, u64)]) -> Self {
        let prices = pairs.iter().map(|(item, cents)| (item.to_string(), *cents)).collect();
        PriceList { prices }
    }

    fn cents(&self, item: &str) -> Option<u64> {
        self.prices.get(item).copied()
    }
}

pub type Order = Vec<(String, u64)>;

fn quote(list: &PriceList, order: &Order) -> Option<u64> {
    order.iter().map(|(item, count)| Some(list.cents(item)? * count)).sum()
}

/// One quote for each order, in the order given; `None` where an item has no price.
pub fn quotes(list: PriceList, orders: Vec<Order>) -> Vec<Option<u64>> {
    let list = Arc::new(list);
    let mut workers = Vec::new();
    for order in orders {
        let list = Arc::clone(&list);
        workers.push(thread::spawn(move || quote(&list, &order)));
    }
    workers.into_iter().map(|worker| worker.join().expect("a worker fell over")).collect()
}
==== tests
fn order(lines: &[(&str, u64)]) -> Order {
    lines.iter().map(|(item, count)| (item.to_string(), *count)).collect()
}

#[test]
fn quotes_keep_their_order() {
    let list = PriceList::new(&[("nail", 3), ("saw", 1200)]);
    let orders = vec![order(&[("saw", 1), ("nail", 10)]), order(&[("axe", 1)]), order(&[])];
    assert_eq!(quotes(list, orders), [Some(1230), None, Some(0)]);
}

#[test]
fn no_orders() {
    assert!(quotes(PriceList::new(&[]), Vec::new()).is_empty());
}
