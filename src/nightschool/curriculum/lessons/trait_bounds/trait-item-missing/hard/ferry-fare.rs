---
code: E0046
---
//! Tickets of a harbour: what a passenger pays, and how it is printed.

pub trait Ticket {
    fn cents(&self) -> u32;
    /// What stands on the paper: the line's public name, not the office's file number.
    fn label(&self) -> &str;
}

pub struct Tram {
    pub line: String,
}

pub struct Ferry {
    pub file_number: String,
    pub line: String,
    pub base: u32,
    pub bicycle: bool,
}

impl Ticket for Tram {
    fn cents(&self) -> u32 {
        320
    }

    fn label(&self) -> &str {
        &self.line
    }
}

impl Ferry {
    /// A bicycle costs half a fare more.
    pub fn fare(&self) -> u32 {
        if self.bicycle { self.base + self.base / 2 } else { self.base }
    }
}

impl Ticket for Ferry {
    fn cents(&self) -> u32 {
        self.fare()
    }
}

/// One line for each ticket and one for the sum.
pub fn receipt(tickets: &[Box<dyn Ticket>]) -> String {
    let mut text = String::new();
    for ticket in tickets {
        text.push_str(&format!("{}: {}\n", ticket.label(), ticket.cents()));
    }
    let sum: u32 = tickets.iter().map(|ticket| ticket.cents()).sum();
    text + &format!("sum: {sum}")
}
==== fixed
//! Tickets of a harbour: what a passenger pays, and how it is printed.

pub trait Ticket {
    fn cents(&self) -> u32;
    /// What stands on the paper: the line's public name, not the office's file number.
    fn label(&self) -> &str;
}

pub struct Tram {
    pub line: String,
}

pub struct Ferry {
    pub file_number: String,
    pub line: String,
    pub base: u32,
    pub bicycle: bool,
}

impl Ticket for Tram {
    fn cents(&self) -> u32 {
        320
    }

    fn label(&self) -> &str {
        &self.line
    }
}

impl Ferry {
    /// A bicycle costs half a fare more.
    pub fn fare(&self) -> u32 {
        if self.bicycle { self.base + self.base / 2 } else { self.base }
    }
}

impl Ticket for Ferry {
    fn cents(&self) -> u32 {
        self.fare()
    }

    fn label(&self) -> &str {
        &self.line
    }
}

/// One line for each ticket and one for the sum.
pub fn receipt(tickets: &[Box<dyn Ticket>]) -> String {
    let mut text = String::new();
    for ticket in tickets {
        text.push_str(&format!("{}: {}\n", ticket.label(), ticket.cents()));
    }
    let sum: u32 = tickets.iter().map(|ticket| ticket.cents()).sum();
    text + &format!("sum: {sum}")
}
==== tests
fn ferry(bicycle: bool) -> Ferry {
    Ferry { file_number: "F-0017".to_string(), line: "Island".to_string(), base: 500, bicycle }
}

#[test]
fn the_public_name_is_printed() {
    let tickets: Vec<Box<dyn Ticket>> =
        vec![Box::new(Tram { line: "12".to_string() }), Box::new(ferry(true))];
    assert_eq!(receipt(&tickets), "12: 320\nIsland: 750\nsum: 1070");
}

#[test]
fn without_a_bicycle() {
    let tickets: Vec<Box<dyn Ticket>> = vec![Box::new(ferry(false))];
    assert_eq!(receipt(&tickets), "Island: 500\nsum: 500");
}
