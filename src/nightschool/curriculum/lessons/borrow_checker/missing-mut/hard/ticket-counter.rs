---
code: E0596
---
//! Ticket numbers for the queue in a town hall.

pub struct Desk {
    prefix: char,
    served: Vec<String>,
}

impl Desk {
    pub fn new(prefix: char) -> Self {
        Desk { prefix, served: Vec::new() }
    }

    /// Gives each visitor a ticket, counting on from `last`: with `last` 7 the
    /// first ticket is `A008`. Children go without a ticket.
    pub fn hand_out(&self, visitors: &[(&str, u8)], last: u32) -> Vec<String> {
        let mut number = last;
        let next_ticket = || {
            number += 1;
            format!("{}{:03}", self.prefix, number)
        };
        let mut tickets = Vec::new();
        for (name, age) in visitors {
            if *age < 12 {
                continue;
            }
            let ticket = next_ticket();
            tickets.push(format!("{name} {ticket}"));
        }
        tickets
    }

    pub fn serve(&mut self, ticket: &str) -> usize {
        self.served.push(ticket.to_string());
        self.served.len()
    }
}
==== fixed
//! Ticket numbers for the queue in a town hall.

pub struct Desk {
    prefix: char,
    served: Vec<String>,
}

impl Desk {
    pub fn new(prefix: char) -> Self {
        Desk { prefix, served: Vec::new() }
    }

    /// Gives each visitor a ticket, counting on from `last`: with `last` 7 the
    /// first ticket is `A008`. Children go without a ticket.
    pub fn hand_out(&self, visitors: &[(&str, u8)], last: u32) -> Vec<String> {
        let mut number = last;
        let mut next_ticket = || {
            number += 1;
            format!("{}{:03}", self.prefix, number)
        };
        let mut tickets = Vec::new();
        for (name, age) in visitors {
            if *age < 12 {
                continue;
            }
            let ticket = next_ticket();
            tickets.push(format!("{name} {ticket}"));
        }
        tickets
    }

    pub fn serve(&mut self, ticket: &str) -> usize {
        self.served.push(ticket.to_string());
        self.served.len()
    }
}
==== tests
#[test]
fn counts_on() {
    let desk = Desk::new('A');
    let tickets = desk.hand_out(&[("ada", 30), ("tim", 4), ("bob", 51)], 7);
    assert_eq!(tickets, ["ada A008", "bob A009"]);
}

#[test]
fn serves() {
    let mut desk = Desk::new('B');
    assert_eq!(desk.serve("B001"), 1);
    assert_eq!(desk.serve("B002"), 2);
}
