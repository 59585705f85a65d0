//! What can be sold.

use money::{Amount, Priced};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Food,
    Book,
    Other,
}

impl Kind {
    /// Percent of the price.
    pub fn tax(self) -> u32 {
        match self {
            Kind::Food => 7,
            Kind::Book => 7,
            Kind::Other => 19,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    pub name: String,
    pub kind: Kind,
    pub price: Amount,
    pub tags: Vec<String>,
}

impl Article {
    pub fn new(name: &str, kind: Kind, price: Amount) -> Article {
        Article { name: name.to_string(), kind, price, tags: Vec::new() }
    }

    pub fn tagged(mut self, tag: &str) -> Article {
        self.tags.push(tag.to_owned());
        self
    }

    pub fn first_tag(&self) -> Option<&String> {
        self.tags.first()
    }
}

impl Priced for Article {
    fn price(&self) -> Amount {
        self.price
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.price)
    }
}

#[derive(Debug)]
pub enum LineError {
    Empty,
    BadPrice(std::num::ParseIntError),
}

impl From<std::num::ParseIntError> for LineError {
    fn from(error: std::num::ParseIntError) -> LineError {
        LineError::BadPrice(error)
    }
}

/// `name;price` in cents.
pub fn read_line(line: &str) -> Result<Article, LineError> {
    let (name, price) = line.split_once(';').ok_or(LineError::Empty)?;
    let price = money::parse(price)?;
    Ok(Article::new(name, Kind::Other, price))
}

pub fn read_all(text: &str) -> Result<Vec<Article>, LineError> {
    text.lines().map(read_line).collect()
}
