---
code: E0277
---
//! Reads several feeds of numbers in threads and reports what went wrong.

use std::error::Error;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    pub name: String,
    pub lines: Vec<String>,
}

type Outcome = Result<i64, Box<dyn Error>>;

fn total(feed: &Feed) -> Outcome {
    if feed.lines.is_empty() {
        return Err(format!("{} is empty", feed.name).into());
    }
    let mut sum = 0;
    for line in &feed.lines {
        sum += line.trim().parse::<i64>()?;
    }
    Ok(sum)
}

/// `name: total` or `name: error`, in the order of the feeds.
pub fn report(feeds: Vec<Feed>) -> Vec<String> {
    let mut readers = Vec::new();
    for feed in feeds {
        let name = feed.name.clone();
        readers.push((name, thread::spawn(move || total(&feed))));
    }
    readers
        .into_iter()
        .map(|(name, reader)| match reader.join().expect("a reader fell over") {
            Ok(sum) => format!("{name}: {sum}"),
            Err(error) => format!("{name}: {error}"),
        })
        .collect()
}
==== fixed
//! Reads several feeds of numbers in threads and reports what went wrong.

use std::error::Error;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    pub name: String,
    pub lines: Vec<String>,
}

type Outcome = Result<i64, Box<dyn Error + Send + Sync>>;

fn total(feed: &Feed) -> Outcome {
    if feed.lines.is_empty() {
        return Err(format!("{} is empty", feed.name).into());
    }
    let mut sum = 0;
    for line in &feed.lines {
        sum += line.trim().parse::<i64>()?;
    }
    Ok(sum)
}

/// `name: total` or `name: error`, in the order of the feeds.
pub fn report(feeds: Vec<Feed>) -> Vec<String> {
    let mut readers = Vec::new();
    for feed in feeds {
        let name = feed.name.clone();
        readers.push((name, thread::spawn(move || total(&feed))));
    }
    readers
        .into_iter()
        .map(|(name, reader)| match reader.join().expect("a reader fell over") {
            Ok(sum) => format!("{name}: {sum}"),
            Err(error) => format!("{name}: {error}"),
        })
        .collect()
}
==== tests
fn feed(name: &str, lines: &[&str]) -> Feed {
    Feed { name: name.to_string(), lines: lines.iter().map(|line| line.to_string()).collect() }
}

#[test]
fn sums_and_errors_in_order() {
    let feeds = vec![feed("tide", &["4", " -7 "]), feed("wind", &["3", "x"]), feed("rain", &[])];
    assert_eq!(
        report(feeds),
        ["tide: -3", "wind: invalid digit found in string", "rain: rain is empty"]
    );
}

#[test]
fn a_blank_line_is_an_error() {
    let lines = report(vec![feed("sun", &["1", ""])]);
    assert_eq!(lines, ["sun: cannot parse integer from empty string"]);
}
