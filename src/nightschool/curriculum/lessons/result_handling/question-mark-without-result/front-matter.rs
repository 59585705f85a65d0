---
code: E0277
---
use std::collections::BTreeMap;
use std::num::ParseIntError;

pub type Meta = BTreeMap<String, String>;

/// Splits `key: value` lines; other lines are passed over.
pub fn parse_meta(head: &str) -> Meta {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(k, v)| (k.trim().to_string(), v.trim().to_string()))
        .collect()
}

/// The weight that orders a page in its menu. Pages without one weigh nothing;
/// a weight that is no number is an error of the author and must be reported.
pub fn weight(meta: &Meta) -> i32 {
    match meta.get("weight") {
        Some(text) => text.parse::<i32>()?,
        None => 0,
    }
}

/// Titles of the pages in menu order.
pub fn menu(heads: &[&str]) -> Result<Vec<String>, ParseIntError> {
    let mut pages = Vec::new();
    for head in heads {
        let mut meta = parse_meta(head);
        let order = weight(&meta);
        pages.push((order, meta.remove("title").unwrap_or_default()));
    }
    pages.sort_by_key(|(order, _)| *order);
    Ok(pages.into_iter().map(|(_, title)| title).collect())
}
==== fixed
use std::collections::BTreeMap;
use std::num::ParseIntError;

pub type Meta = BTreeMap<String, String>;

/// Splits `key: value` lines; other lines are passed over.
pub fn parse_meta(head: &str) -> Meta {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(k, v)| (k.trim().to_string(), v.trim().to_string()))
        .collect()
}

/// The weight that orders a page in its menu. Pages without one weigh nothing;
/// a weight that is no number is an error of the author and must be reported.
pub fn weight(meta: &Meta) -> Result<i32, ParseIntError> {
    match meta.get("weight") {
        Some(text) => text.parse::<i32>(),
        None => Ok(0),
    }
}

/// Titles of the pages in menu order.
pub fn menu(heads: &[&str]) -> Result<Vec<String>, ParseIntError> {
    let mut pages = Vec::new();
    for head in heads {
        let mut meta = parse_meta(head);
        let order = weight(&meta)?;
        pages.push((order, meta.remove("title").unwrap_or_default()));
    }
    pages.sort_by_key(|(order, _)| *order);
    Ok(pages.into_iter().map(|(_, title)| title).collect())
}
==== tests
#[test]
fn menu_is_sorted_by_weight() {
    let got = menu(&["title: B\nweight: 5", "title: A", "title: C\nweight: -1"]).unwrap();
    assert_eq!(got, ["C", "A", "B"]);
}

#[test]
fn bad_weight_is_an_error() {
    assert!(menu(&["title: A", "title: B\nweight: heavy"]).is_err());
    assert!(menu(&[]).unwrap().is_empty());
}
