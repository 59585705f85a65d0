//! Receipts as text.

use crate::basket::Basket;
use crate::goods::Article;
use std::fmt::Write;

pub struct Receipt<'a> {
    basket: &'a Basket,
    width: usize,
}

impl<'a> Receipt<'a> {
    pub fn of(basket: &'a Basket) -> Receipt<'a> {
        Receipt { basket, width: 32 }
    }

    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.basket.articles().iter().map(|one| self.line(one)).collect();
        lines.sort();
        lines
    }

    fn line(&self, article: &Article) -> String {
        let price = article.price.to_string();
        let room = self.width.saturating_sub(price.len());
        let mut name = article.name.clone();
        name.truncate(room);
        format!("{name:<room$}{price}")
    }

    pub fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        for line in self.lines() {
            writeln!(text, "{line}")?;
        }
        write!(text, "total {}", self.basket.total())?;
        Ok(text)
    }
}

pub fn shortest<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut found: Option<&'a str> = None;
    for name in names {
        match found {
            Some(best) if best.len() <= name.len() => {}
            _ => found = Some(name),
        }
    }
    found
}
