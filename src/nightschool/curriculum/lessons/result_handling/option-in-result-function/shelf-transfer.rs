---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Eq)]
pub enum StockError {
    UnknownArticle(String),
    Short { wanted: u32, there: u32 },
}

#[derive(Debug, Default)]
pub struct Stock {
    pieces: BTreeMap<String, u32>,
}

impl Stock {
    pub fn put(&mut self, article: &str, pieces: u32) {
        *self.pieces.entry(article.to_string()).or_insert(0) += pieces;
    }

    /// Takes pieces off the shelf and returns what is left.
    pub fn take(&mut self, article: &str, wanted: u32) -> Result<u32, StockError> {
        let there = self.pieces.get_mut(article)?;
        if *there < wanted {
            return Err(StockError::Short {
                wanted,
                there: *there,
            });
        }
        *there -= wanted;
        Ok(*there)
    }

    pub fn describe(error: &StockError) -> String {
        match error {
            StockError::UnknownArticle(name) => format!("we do not stock {name}"),
            StockError::Short { wanted, there } => format!("{} missing", wanted - there),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Eq)]
pub enum StockError {
    UnknownArticle(String),
    Short { wanted: u32, there: u32 },
}

#[derive(Debug, Default)]
pub struct Stock {
    pieces: BTreeMap<String, u32>,
}

impl Stock {
    pub fn put(&mut self, article: &str, pieces: u32) {
        *self.pieces.entry(article.to_string()).or_insert(0) += pieces;
    }

    /// Takes pieces off the shelf and returns what is left.
    pub fn take(&mut self, article: &str, wanted: u32) -> Result<u32, StockError> {
        let there = self
            .pieces
            .get_mut(article)
            .ok_or_else(|| StockError::UnknownArticle(article.to_string()))?;
        if *there < wanted {
            return Err(StockError::Short {
                wanted,
                there: *there,
            });
        }
        *there -= wanted;
        Ok(*there)
    }

    pub fn describe(error: &StockError) -> String {
        match error {
            StockError::UnknownArticle(name) => format!("we do not stock {name}"),
            StockError::Short { wanted, there } => format!("{} missing", wanted - there),
        }
    }
}
==== tests
#[test]
fn takes_off_the_shelf() {
    let mut s = Stock::default();
    s.put("lamp", 5);
    assert_eq!(s.take("lamp", 2), Ok(3));
    assert_eq!(s.take("lamp", 3), Ok(0));
    assert_eq!(s.take("lamp", 1), Err(StockError::Short { wanted: 1, there: 0 }));
}

#[test]
fn unknown_article_is_named() {
    let mut s = Stock::default();
    s.put("lamp", 5);
    let e = s.take("sofa", 1).unwrap_err();
    assert_eq!(e, StockError::UnknownArticle("sofa".into()));
    assert_eq!(Stock::describe(&e), "we do not stock sofa");
    assert_eq!(s.take("", 0), Err(StockError::UnknownArticle(String::new())));
}
