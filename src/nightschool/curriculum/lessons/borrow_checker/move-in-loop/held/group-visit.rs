---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Ticket {
    Adult,
    Child,
    Reduced(String),
}

#[derive(Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub tickets: Vec<Ticket>,
}

fn price(ticket: &Ticket, prices: &HashMap<&str, u32>) -> u32 {
    match ticket {
        Ticket::Adult => prices["adult"],
        Ticket::Child => prices["child"],
        Ticket::Reduced(reason) => prices.get(reason.as_str()).copied().unwrap_or(prices["adult"]),
    }
}

fn total(group: &Group, prices: HashMap<&str, u32>) -> u32 {
    group.tickets.iter().map(|t| price(t, &prices)).sum()
}

/// The bill of every group at the museum's prices of today.
pub fn bills(groups: &[Group], student_price: u32) -> Vec<(String, u32)> {
    let prices = HashMap::from([("adult", 1400), ("child", 500), ("student", student_price)]);
    let mut bills = Vec::new();
    for group in groups {
        bills.push((group.name.clone(), total(group, prices)));
    }
    bills
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Ticket {
    Adult,
    Child,
    Reduced(String),
}

#[derive(Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub tickets: Vec<Ticket>,
}

fn price(ticket: &Ticket, prices: &HashMap<&str, u32>) -> u32 {
    match ticket {
        Ticket::Adult => prices["adult"],
        Ticket::Child => prices["child"],
        Ticket::Reduced(reason) => prices.get(reason.as_str()).copied().unwrap_or(prices["adult"]),
    }
}

fn total(group: &Group, prices: &HashMap<&str, u32>) -> u32 {
    group.tickets.iter().map(|t| price(t, prices)).sum()
}

/// The bill of every group at the museum's prices of today.
pub fn bills(groups: &[Group], student_price: u32) -> Vec<(String, u32)> {
    let prices = HashMap::from([("adult", 1400), ("child", 500), ("student", student_price)]);
    let mut bills = Vec::new();
    for group in groups {
        bills.push((group.name.clone(), total(group, &prices)));
    }
    bills
}
==== tests
#[test]
fn bills_for_all() {
    let groups = [
        Group { name: "A".into(), tickets: vec![Ticket::Adult, Ticket::Child] },
        Group { name: "B".into(), tickets: vec![Ticket::Reduced("student".into()), Ticket::Reduced("?".into())] },
    ];
    assert_eq!(bills(&groups, 700), [("A".to_string(), 1900), ("B".to_string(), 2100)]);
}
#[test]
fn none() {
    assert!(bills(&[], 1).is_empty());
}
