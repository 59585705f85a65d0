---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Key(String),
    Value(String),
    Separator,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    pub key: String,
    pub values: Vec<String>,
}

/// Groups tokens into entries. A key starts an entry, a separator ends it; values
/// outside of an entry are dropped. What is open at the end counts as ended.
pub fn entries(tokens: Vec<Token>) -> Vec<Entry> {
    let mut finished = Vec::new();
    let mut current: Option<Entry> = None;
    for token in tokens {
        match token {
            Token::Key(key) => {
                finished.extend(current);
                current = Some(Entry { key, ..Entry::default() });
            }
            Token::Value(value) => {
                if let Some(entry) = current.as_mut() {
                    entry.values.push(value);
                }
            }
            Token::Separator => finished.extend(current),
        }
    }
    finished.extend(current);
    finished
}

pub fn tokenize(line: &str) -> Vec<Token> {
    line.split_whitespace()
        .map(|word| match word.strip_prefix("--") {
            Some("") => Token::Separator,
            Some(key) => Token::Key(key.to_string()),
            None => Token::Value(word.to_string()),
        })
        .collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Key(String),
    Value(String),
    Separator,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    pub key: String,
    pub values: Vec<String>,
}

/// Groups tokens into entries. A key starts an entry, a separator ends it; values
/// outside of an entry are dropped. What is open at the end counts as ended.
pub fn entries(tokens: Vec<Token>) -> Vec<Entry> {
    let mut finished = Vec::new();
    let mut current: Option<Entry> = None;
    for token in tokens {
        match token {
            Token::Key(key) => {
                finished.extend(current.take());
                current = Some(Entry { key, ..Entry::default() });
            }
            Token::Value(value) => {
                if let Some(entry) = current.as_mut() {
                    entry.values.push(value);
                }
            }
            Token::Separator => finished.extend(current.take()),
        }
    }
    finished.extend(current);
    finished
}

pub fn tokenize(line: &str) -> Vec<Token> {
    line.split_whitespace()
        .map(|word| match word.strip_prefix("--") {
            Some("") => Token::Separator,
            Some(key) => Token::Key(key.to_string()),
            None => Token::Value(word.to_string()),
        })
        .collect()
}
==== tests
fn entry(key: &str, values: &[&str]) -> Entry {
    Entry { key: key.into(), values: values.iter().map(|v| v.to_string()).collect() }
}
#[test]
fn groups() {
    assert_eq!(
        entries(tokenize("x --in a b --out c")),
        [entry("in", &["a", "b"]), entry("out", &["c"])]
    );
}
#[test]
fn separator_ends_an_entry() {
    assert_eq!(
        entries(tokenize("--in a -- b c -- --v --w d")),
        [entry("in", &["a"]), entry("v", &[]), entry("w", &["d"])]
    );
    assert!(entries(tokenize("a -- b")).is_empty());
}
