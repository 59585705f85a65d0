---
code: E0596
---
//! A reader over the words of a small command language.

pub struct Words<'a> {
    rest: std::str::SplitWhitespace<'a>,
}

impl<'a> Words<'a> {
    pub fn new(line: &'a str) -> Self {
        Words { rest: line.split_whitespace() }
    }

    fn next(&self) -> Result<&'a str, String> {
        self.rest.next().ok_or_else(|| "line ends too early".to_string())
    }

    fn number(&mut self) -> Result<i64, String> {
        let word = self.next()?;
        word.parse().map_err(|_| format!("not a number: {word}"))
    }
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Move { x: i64, y: i64 },
    Say(String),
}

/// Reads `move 3 -4` or `say hello`.
pub fn read(line: &str) -> Result<Command, String> {
    let mut words = Words::new(line);
    match words.next()? {
        "move" => {
            let x = words.number()?;
            let y = words.number()?;
            Ok(Command::Move { x, y })
        }
        "say" => Ok(Command::Say(words.next()?.to_string())),
        other => Err(format!("unknown command: {other}")),
    }
}
==== fixed
//! A reader over the words of a small command language.

pub struct Words<'a> {
    rest: std::str::SplitWhitespace<'a>,
}

impl<'a> Words<'a> {
    pub fn new(line: &'a str) -> Self {
        Words { rest: line.split_whitespace() }
    }

    fn next(&mut self) -> Result<&'a str, String> {
        self.rest.next().ok_or_else(|| "line ends too early".to_string())
    }

    fn number(&mut self) -> Result<i64, String> {
        let word = self.next()?;
        word.parse().map_err(|_| format!("not a number: {word}"))
    }
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Move { x: i64, y: i64 },
    Say(String),
}

/// Reads `move 3 -4` or `say hello`.
pub fn read(line: &str) -> Result<Command, String> {
    let mut words = Words::new(line);
    match words.next()? {
        "move" => {
            let x = words.number()?;
            let y = words.number()?;
            Ok(Command::Move { x, y })
        }
        "say" => Ok(Command::Say(words.next()?.to_string())),
        other => Err(format!("unknown command: {other}")),
    }
}
==== tests
#[test]
fn reads_words_in_turn() {
    assert_eq!(read("move 3 -4"), Ok(Command::Move { x: 3, y: -4 }));
    assert_eq!(read("say hello"), Ok(Command::Say("hello".to_string())));
}

#[test]
fn complains() {
    assert_eq!(read("move 3"), Err("line ends too early".to_string()));
    assert_eq!(read("move 3 up"), Err("not a number: up".to_string()));
    assert_eq!(read("dance"), Err("unknown command: dance".to_string()));
    assert_eq!(read(""), Err("line ends too early".to_string()));
}
