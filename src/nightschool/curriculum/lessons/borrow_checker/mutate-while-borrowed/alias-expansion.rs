---
code: E0502
---
use std::collections::BTreeMap;

/// Shell-like aliases: the first word of a line may stand for several words.
#[derive(Debug, Default)]
pub struct Shell {
    aliases: BTreeMap<String, Vec<String>>,
    uses: BTreeMap<String, u32>,
    history: Vec<String>,
}

impl Shell {
    pub fn alias(&mut self, name: &str, words: &[&str]) {
        let words = words.iter().map(|word| word.to_string()).collect();
        self.aliases.insert(name.to_string(), words);
    }

    fn remember(&mut self, line: &str) {
        self.history.push(line.to_string());
        if let Some(name) = line.split(' ').next() {
            *self.uses.entry(name.to_string()).or_insert(0) += 1;
        }
    }

    /// Expands a line and remembers it as it was typed. A line `!!` stands for the line
    /// before, which is remembered once more.
    pub fn enter(&mut self, typed: &str) -> String {
        let line = match typed {
            "!!" => self.history.last().map_or("", String::as_str),
            other => other,
        };
        self.remember(line);
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut words = match self.aliases.get(first) {
            Some(words) => words.join(" "),
            None => first.to_string(),
        };
        if !rest.is_empty() {
            words.push(' ');
            words.push_str(rest);
        }
        words
    }

    pub fn times_used(&self, name: &str) -> u32 {
        self.uses.get(name).copied().unwrap_or(0)
    }

    pub fn history(&self) -> &[String] {
        &self.history
    }
}
==== fixed
use std::collections::BTreeMap;

/// Shell-like aliases: the first word of a line may stand for several words.
#[derive(Debug, Default)]
pub struct Shell {
    aliases: BTreeMap<String, Vec<String>>,
    uses: BTreeMap<String, u32>,
    history: Vec<String>,
}

impl Shell {
    pub fn alias(&mut self, name: &str, words: &[&str]) {
        let words = words.iter().map(|word| word.to_string()).collect();
        self.aliases.insert(name.to_string(), words);
    }

    fn remember(&mut self, line: &str) {
        self.history.push(line.to_string());
        if let Some(name) = line.split(' ').next() {
            *self.uses.entry(name.to_string()).or_insert(0) += 1;
        }
    }

    /// Expands a line and remembers it as it was typed. A line `!!` stands for the line
    /// before, which is remembered once more.
    pub fn enter(&mut self, typed: &str) -> String {
        let line = match typed {
            "!!" => self.history.last().map_or("", String::as_str).to_string(),
            other => other.to_string(),
        };
        self.remember(&line);
        let (first, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let mut words = match self.aliases.get(first) {
            Some(words) => words.join(" "),
            None => first.to_string(),
        };
        if !rest.is_empty() {
            words.push(' ');
            words.push_str(rest);
        }
        words
    }

    pub fn times_used(&self, name: &str) -> u32 {
        self.uses.get(name).copied().unwrap_or(0)
    }

    pub fn history(&self) -> &[String] {
        &self.history
    }
}
==== tests
#[test]
fn expands_and_remembers() {
    let mut s = Shell::default();
    s.alias("ll", &["ls", "-l"]);
    assert_eq!(s.enter("ll src"), "ls -l src");
    assert_eq!(s.enter("cat x"), "cat x");
    assert_eq!(s.history(), ["ll src", "cat x"]);
    assert_eq!(s.times_used("ll"), 1);
    assert_eq!(s.times_used("ls"), 0);
}
#[test]
fn again() {
    let mut s = Shell::default();
    s.alias("ll", &["ls", "-l"]);
    s.enter("ll");
    assert_eq!(s.enter("!!"), "ls -l");
    assert_eq!(s.enter("!!"), "ls -l");
    assert_eq!(s.history(), ["ll", "ll", "ll"]);
    assert_eq!(s.times_used("ll"), 3);
    assert_eq!(s.times_used("!!"), 0);
}
