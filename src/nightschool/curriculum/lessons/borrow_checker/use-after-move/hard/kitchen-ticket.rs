---
code: E0382
---
//! Tickets that the waiters hand to the kitchen.

#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub table: u8,
    pub dishes: Vec<String>,
    pub rush: bool,
}

#[derive(Debug, Default)]
pub struct Kitchen {
    pub rail: Vec<Ticket>,
    pub bell: u32,
}

impl Kitchen {
    /// Hangs a ticket on the rail. Large orders and those of the terrace (tables from 20 on)
    /// are marked as rush so that the cooks start with them.
    pub fn hang(&mut self, table: u8, dishes: &[&str]) -> usize {
        let mut ticket = Ticket {
            table,
            dishes: dishes.iter().map(|dish| dish.to_string()).collect(),
            rush: false,
        };
        self.rail.push(ticket);
        self.bell += 1;
        if ticket.dishes.len() > 4 || table >= 20 {
            ticket.rush = true;
            self.bell += 1;
        }
        self.rail.len()
    }

    /// The ticket to cook next: the oldest rush ticket, or else the oldest of all.
    pub fn next(&mut self) -> Option<Ticket> {
        if self.rail.is_empty() {
            return None;
        }
        let at = self.rail.iter().position(|ticket| ticket.rush).unwrap_or(0);
        Some(self.rail.remove(at))
    }
}
==== fixed
//! Tickets that the waiters hand to the kitchen.

#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub table: u8,
    pub dishes: Vec<String>,
    pub rush: bool,
}

#[derive(Debug, Default)]
pub struct Kitchen {
    pub rail: Vec<Ticket>,
    pub bell: u32,
}

impl Kitchen {
    /// Hangs a ticket on the rail. Large orders and those of the terrace (tables from 20 on)
    /// are marked as rush so that the cooks start with them.
    pub fn hang(&mut self, table: u8, dishes: &[&str]) -> usize {
        let mut ticket = Ticket {
            table,
            dishes: dishes.iter().map(|dish| dish.to_string()).collect(),
            rush: false,
        };
        self.bell += 1;
        if ticket.dishes.len() > 4 || table >= 20 {
            ticket.rush = true;
            self.bell += 1;
        }
        self.rail.push(ticket);
        self.rail.len()
    }

    /// The ticket to cook next: the oldest rush ticket, or else the oldest of all.
    pub fn next(&mut self) -> Option<Ticket> {
        if self.rail.is_empty() {
            return None;
        }
        let at = self.rail.iter().position(|ticket| ticket.rush).unwrap_or(0);
        Some(self.rail.remove(at))
    }
}
==== tests
#[test]
fn terrace_tickets_are_cooked_first() {
    let mut kitchen = Kitchen::default();
    assert_eq!(kitchen.hang(3, &["soup"]), 1);
    assert_eq!(kitchen.hang(21, &["salad", "bread"]), 2);
    assert_eq!(kitchen.bell, 3);
    let next = kitchen.next().unwrap();
    assert_eq!((next.table, next.rush), (21, true));
    assert_eq!(next.dishes, ["salad", "bread"]);
    assert_eq!(kitchen.next().map(|ticket| ticket.table), Some(3));
    assert_eq!(kitchen.next(), None);
}

#[test]
fn a_large_order_is_a_rush() {
    let mut kitchen = Kitchen::default();
    kitchen.hang(1, &["a", "b", "c", "d"]);
    kitchen.hang(2, &["a", "b", "c", "d", "e"]);
    assert!(!kitchen.rail[0].rush);
    assert!(kitchen.rail[1].rush);
    assert_eq!(kitchen.bell, 3);
}
