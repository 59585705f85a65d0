---
code: E0277
---
use std::collections::HashMap;
use std::rc::Rc;
use std::thread;

/// A template that was parsed once and is shared by everyone who renders it.
#[derive(Debug)]
pub struct Parsed {
    segments: Vec<Segment>,
}

#[derive(Debug)]
enum Segment {
    Text(String),
    Field(String),
}

impl Parsed {
    /// Fields are words that start with `$`.
    pub fn new(source: &str) -> Rc<Parsed> {
        let segments = source
            .split(' ')
            .map(|word| match word.strip_prefix('$') {
                Some(name) => Segment::Field(name.to_string()),
                None => Segment::Text(word.to_string()),
            })
            .collect();
        Rc::new(Parsed { segments })
    }

    fn render(&self, record: &HashMap<String, String>) -> String {
        let words: Vec<&str> = self
            .segments
            .iter()
            .map(|segment| match segment {
                Segment::Text(text) => text.as_str(),
                Segment::Field(name) => record.get(name).map_or("?", String::as_str),
            })
            .collect();
        words.join(" ")
    }
}

/// Renders one letter per record, each on a thread of its own; the letters come in
/// the order of the records.
pub fn mail_merge(source: &str, records: Vec<HashMap<String, String>>) -> Vec<String> {
    let template = Parsed::new(source);
    let mut letters = Vec::new();
    for record in records {
        let template = Rc::clone(&template);
        letters.push(thread::spawn(move || template.render(&record)));
    }
    letters.into_iter().map(|letter| letter.join().unwrap()).collect()
}
==== fixed
use std::collections::HashMap;
use std::sync::Arc;
use std::thread;

/// A template that was parsed once and is shared by everyone who renders it.
#[derive(Debug)]
pub struct Parsed {
    segments: Vec<Segment>,
}

#[derive(Debug)]
enum Segment {
    Text(String),
    Field(String),
}

impl Parsed {
    /// Fields are words that start with `$`.
    pub fn new(source: &str) -> Arc<Parsed> {
        let segments = source
            .split(' ')
            .map(|word| match word.strip_prefix('$') {
                Some(name) => Segment::Field(name.to_string()),
                None => Segment::Text(word.to_string()),
            })
            .collect();
        Arc::new(Parsed { segments })
    }

    fn render(&self, record: &HashMap<String, String>) -> String {
        let words: Vec<&str> = self
            .segments
            .iter()
            .map(|segment| match segment {
                Segment::Text(text) => text.as_str(),
                Segment::Field(name) => record.get(name).map_or("?", String::as_str),
            })
            .collect();
        words.join(" ")
    }
}

/// Renders one letter per record, each on a thread of its own; the letters come in
/// the order of the records.
pub fn mail_merge(source: &str, records: Vec<HashMap<String, String>>) -> Vec<String> {
    let template = Parsed::new(source);
    let mut letters = Vec::new();
    for record in records {
        let template = Arc::clone(&template);
        letters.push(thread::spawn(move || template.render(&record)));
    }
    letters.into_iter().map(|letter| letter.join().unwrap()).collect()
}
==== tests
fn record(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}
#[test]
fn letters_in_order() {
    let records = vec![
        record(&[("name", "Ann"), ("sum", "3")]),
        record(&[("name", "Bo")]),
        record(&[("sum", "9"), ("name", "Cy")]),
    ];
    assert_eq!(
        mail_merge("Dear $name you owe $sum", records),
        ["Dear Ann you owe 3", "Dear Bo you owe ?", "Dear Cy you owe 9"]
    );
}
#[test]
fn no_records() {
    assert!(mail_merge("x", vec![]).is_empty());
}
