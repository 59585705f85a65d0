---
code: E0106
---
//! Reads the words of a recipe line, one after the other.

/// Steps through a line without copying it.
pub struct Scanner {
    rest: &str,
    taken: usize,
}

impl Scanner {
    pub fn new(line: &str) -> Scanner {
        Scanner { rest: line, taken: 0 }
    }

    /// The next word, a part of the scanned line; it stays valid while the scanner goes on.
    pub fn word(&mut self) -> Option<&str> {
        let line = self.rest.trim_start();
        if line.is_empty() {
            return None;
        }
        let end = line.find(char::is_whitespace).unwrap_or(line.len());
        let (word, rest) = line.split_at(end);
        self.rest = rest;
        self.taken += 1;
        Some(word)
    }

    pub fn taken(&self) -> usize {
        self.taken
    }
}
==== fixed
//! Reads the words of a recipe line, one after the other.

/// Steps through a line without copying it.
pub struct Scanner<'a> {
    rest: &'a str,
    taken: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(line: &'a str) -> Self {
        Scanner { rest: line, taken: 0 }
    }

    /// The next word, a part of the scanned line; it stays valid while the scanner goes on.
    pub fn word(&mut self) -> Option<&'a str> {
        let line = self.rest.trim_start();
        if line.is_empty() {
            return None;
        }
        let end = line.find(char::is_whitespace).unwrap_or(line.len());
        let (word, rest) = line.split_at(end);
        self.rest = rest;
        self.taken += 1;
        Some(word)
    }

    pub fn taken(&self) -> usize {
        self.taken
    }
}
==== tests
#[test]
fn words_can_be_kept_side_by_side() {
    let line = String::from("  200 g  flour ");
    let mut scanner = Scanner::new(&line);
    let amount = scanner.word().unwrap();
    let unit = scanner.word().unwrap();
    let what = scanner.word().unwrap();
    assert_eq!(amount, "200");
    assert_eq!(unit, "g");
    assert_eq!(what, "flour");
    assert!(scanner.word().is_none());
    assert_eq!(scanner.taken(), 3);
}

#[test]
fn words_outlive_the_scanner() {
    let line = String::from("salt to taste");
    let first = {
        let mut scanner = Scanner::new(&line);
        scanner.word().unwrap()
    };
    assert_eq!(first, "salt");
}
