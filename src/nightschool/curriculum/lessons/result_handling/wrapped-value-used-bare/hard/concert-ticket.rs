---
code: E0308
---
//! Reads tickets of a concert hall from lines like `Queen of Spades|12|34.50`.

use std::fmt;

#[derive(Debug, PartialEq)]
pub enum TicketError {
    Fields(usize),
    Row(String),
    Price(String),
}

#[derive(Debug, PartialEq)]
pub struct Ticket {
    pub show: String,
    pub row: u8,
    pub cents: u32,
}

fn row(text: &str) -> Result<u8, TicketError> {
    match text.parse() {
        Ok(row) if (1..=40).contains(&row) => Ok(row),
        _ => Err(TicketError::Row(text.to_string())),
    }
}

fn cents(text: &str) -> Result<u32, TicketError> {
    let wrong = || TicketError::Price(text.to_string());
    let (euros, cents) = text.split_once('.').ok_or_else(wrong)?;
    let euros: u32 = euros.parse().map_err(|_| wrong())?;
    let cents: u32 = cents.parse().map_err(|_| wrong())?;
    Ok(euros * 100 + cents)
}

impl Ticket {
    pub fn parse(line: &str) -> Result<Ticket, TicketError> {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        match fields[..] {
            [show, place, price] => Ok(Ticket {
                show: show.to_string(),
                row: row(place),
                cents: cents(price),
            }),
            _ => Err(TicketError::Fields(fields.len())),
        }
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row {}", self.show, self.row)
    }
}
==== fixed
//! Reads tickets of a concert hall from lines like `Queen of Spades|12|34.50`.

use std::fmt;

#[derive(Debug, PartialEq)]
pub enum TicketError {
    Fields(usize),
    Row(String),
    Price(String),
}

#[derive(Debug, PartialEq)]
pub struct Ticket {
    pub show: String,
    pub row: u8,
    pub cents: u32,
}

fn row(text: &str) -> Result<u8, TicketError> {
    match text.parse() {
        Ok(row) if (1..=40).contains(&row) => Ok(row),
        _ => Err(TicketError::Row(text.to_string())),
    }
}

fn cents(text: &str) -> Result<u32, TicketError> {
    let wrong = || TicketError::Price(text.to_string());
    let (euros, cents) = text.split_once('.').ok_or_else(wrong)?;
    let euros: u32 = euros.parse().map_err(|_| wrong())?;
    let cents: u32 = cents.parse().map_err(|_| wrong())?;
    Ok(euros * 100 + cents)
}

impl Ticket {
    pub fn parse(line: &str) -> Result<Ticket, TicketError> {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        match fields[..] {
            [show, place, price] => Ok(Ticket {
                show: show.to_string(),
                row: row(place)?,
                cents: cents(price)?,
            }),
            _ => Err(TicketError::Fields(fields.len())),
        }
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row {}", self.show, self.row)
    }
}
==== tests
#[test]
fn reads_a_ticket() {
    let ticket = Ticket::parse("Queen of Spades | 12 | 34.50").unwrap();
    assert_eq!((ticket.row, ticket.cents), (12, 3450));
    assert_eq!(ticket.to_string(), "Queen of Spades, row 12");
}

#[test]
fn wrong_tickets() {
    assert_eq!(Ticket::parse("Faust|41|9.00"), Err(TicketError::Row("41".to_string())));
    assert_eq!(Ticket::parse("Faust|4|free"), Err(TicketError::Price("free".to_string())));
    assert_eq!(Ticket::parse("Faust|x|free"), Err(TicketError::Row("x".to_string())));
    assert_eq!(Ticket::parse("Faust|4"), Err(TicketError::Fields(2)));
}
