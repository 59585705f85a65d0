---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Order {
    pub table: u32,
    pub dishes: Vec<String>,
}

impl Order {
    fn add(&mut self, dish: &str) {
        if !dish.trim().is_empty() {
            self.dishes.push(dish.trim().to_string());
        }
    }
}

/// Reads `table: dish, dish`. The number in front has to be a table number;
/// otherwise the waiter is told what is wrong with it.
fn table_number(text: &str) -> Result<u32, ParseIntError> {
    text.trim().parse()
}

fn read_order(head: &str, tail: &str) -> Order {
    let mut order = Order { table: table_number(head)?, dishes: Vec::new() };
    for dish in tail.split(',') {
        order.add(dish);
    }
    order
}

/// One line of the kitchen screen for an order, or why the order cannot be read.
pub fn kitchen_line(head: &str, tail: &str) -> String {
    let order = read_order(head, tail);
    format!("table {}: {}", order.table, order.dishes.join(" + "))
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Order {
    pub table: u32,
    pub dishes: Vec<String>,
}

impl Order {
    fn add(&mut self, dish: &str) {
        if !dish.trim().is_empty() {
            self.dishes.push(dish.trim().to_string());
        }
    }
}

/// Reads `table: dish, dish`. The number in front has to be a table number;
/// otherwise the waiter is told what is wrong with it.
fn table_number(text: &str) -> Result<u32, ParseIntError> {
    text.trim().parse()
}

fn read_order(head: &str, tail: &str) -> Result<Order, ParseIntError> {
    let mut order = Order { table: table_number(head)?, dishes: Vec::new() };
    for dish in tail.split(',') {
        order.add(dish);
    }
    Ok(order)
}

/// One line of the kitchen screen for an order, or why the order cannot be read.
pub fn kitchen_line(head: &str, tail: &str) -> String {
    match read_order(head, tail) {
        Ok(order) => format!("table {}: {}", order.table, order.dishes.join(" + ")),
        Err(e) => format!("unreadable: {e}"),
    }
}
==== tests
#[test]
fn good_order() {
    assert_eq!(kitchen_line(" 7 ", "soup, , pie"), "table 7: soup + pie");
}
#[test]
fn bad_table_says_why() {
    let why = "x".parse::<u32>().unwrap_err().to_string();
    let line = kitchen_line("x", "soup");
    assert!(line.contains(&why), "{line}");
    assert!(!line.contains("soup"));
}
