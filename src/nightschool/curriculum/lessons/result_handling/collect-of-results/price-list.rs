---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub cents: u32,
    pub from_pieces: u32,
}

#[derive(Debug, PartialEq)]
pub enum ListError {
    NoColon,
    Number(ParseIntError),
}

impl From<ParseIntError> for ListError {
    fn from(e: ParseIntError) -> Self {
        ListError::Number(e)
    }
}

fn parse_offer(text: &str) -> Result<Offer, ListError> {
    let (pieces, cents) = text.split_once(':').ok_or(ListError::NoColon)?;
    Ok(Offer {
        from_pieces: pieces.trim().parse()?,
        cents: cents.trim().parse()?,
    })
}

/// Reads a graduated price list such as `10:90, 1:100`, sorted by the number of pieces.
/// A list with a fault in it is refused as a whole.
pub fn parse_price_list(text: &str) -> Result<Vec<Offer>, ListError> {
    let mut offers: Vec<Offer> = text.split(',').map(parse_offer).collect();
    offers.sort_by_key(|offer| offer.from_pieces);
    Ok(offers)
}

pub fn unit_price(offers: &[Offer], pieces: u32) -> Option<u32> {
    offers
        .iter()
        .rev()
        .find(|offer| offer.from_pieces <= pieces)
        .map(|offer| offer.cents)
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub cents: u32,
    pub from_pieces: u32,
}

#[derive(Debug, PartialEq)]
pub enum ListError {
    NoColon,
    Number(ParseIntError),
}

impl From<ParseIntError> for ListError {
    fn from(e: ParseIntError) -> Self {
        ListError::Number(e)
    }
}

fn parse_offer(text: &str) -> Result<Offer, ListError> {
    let (pieces, cents) = text.split_once(':').ok_or(ListError::NoColon)?;
    Ok(Offer {
        from_pieces: pieces.trim().parse()?,
        cents: cents.trim().parse()?,
    })
}

/// Reads a graduated price list such as `10:90, 1:100`, sorted by the number of pieces.
/// A list with a fault in it is refused as a whole.
pub fn parse_price_list(text: &str) -> Result<Vec<Offer>, ListError> {
    let mut offers: Vec<Offer> = text.split(',').map(parse_offer).collect::<Result<_, _>>()?;
    offers.sort_by_key(|offer| offer.from_pieces);
    Ok(offers)
}

pub fn unit_price(offers: &[Offer], pieces: u32) -> Option<u32> {
    offers
        .iter()
        .rev()
        .find(|offer| offer.from_pieces <= pieces)
        .map(|offer| offer.cents)
}
==== tests
#[test]
fn sorted_offers() {
    let l = parse_price_list("10:90, 1:100,50: 70").unwrap();
    let pieces: Vec<u32> = l.iter().map(|o| o.from_pieces).collect();
    assert_eq!(pieces, vec![1, 10, 50]);
    assert_eq!(unit_price(&l, 12), Some(90));
    assert_eq!(unit_price(&l, 0), None);
}

#[test]
fn one_fault_spoils_the_list() {
    assert_eq!(parse_price_list("1:100,5"), Err(ListError::NoColon));
    assert!(matches!(parse_price_list("1:100,x:5,7"), Err(ListError::Number(_))));
}
