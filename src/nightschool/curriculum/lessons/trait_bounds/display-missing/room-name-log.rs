---
code: E0277
---
use std::fmt;

/// Who wrote a line: a person or the server itself.
#[derive(Debug, Clone)]
pub enum Author {
    User { nick: String, op: bool },
    Server,
}

pub struct Line {
    pub minute: u32,
    pub author: Author,
    pub text: String,
}

/// `hh:mm <@ann> hello` for an operator, `hh:mm <bob> hi` for others, `hh:mm <*> ann left` for the server.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02} ", self.minute / 60, self.minute % 60)?;
        write!(f, "<{}> {}", self.author, self.text)
    }
}

pub fn transcript(lines: &[Line]) -> String {
    lines.iter().map(|l| l.to_string()).collect::<Vec<_>>().join("\n")
}
==== fixed
use std::fmt;

/// Who wrote a line: a person or the server itself.
#[derive(Debug, Clone)]
pub enum Author {
    User { nick: String, op: bool },
    Server,
}

pub struct Line {
    pub minute: u32,
    pub author: Author,
    pub text: String,
}

/// Operators have an `@` before their name; the server is a star.
impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Author::User { nick, op: true } => write!(f, "@{nick}"),
            Author::User { nick, op: false } => write!(f, "{nick}"),
            Author::Server => write!(f, "*"),
        }
    }
}

/// `hh:mm <@ann> hello` for an operator, `hh:mm <bob> hi` for others, `hh:mm <*> ann left` for the server.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02} ", self.minute / 60, self.minute % 60)?;
        write!(f, "<{}> {}", self.author, self.text)
    }
}

pub fn transcript(lines: &[Line]) -> String {
    lines.iter().map(|l| l.to_string()).collect::<Vec<_>>().join("\n")
}
==== tests
#[test]
fn each_author_has_its_form() {
    let lines = [
        Line { minute: 61, author: Author::User { nick: "ann".into(), op: true }, text: "hello".into() },
        Line { minute: 62, author: Author::User { nick: "bob".into(), op: false }, text: "hi".into() },
        Line { minute: 600, author: Author::Server, text: "ann left".into() },
    ];
    assert_eq!(transcript(&lines), "01:01 <@ann> hello\n01:02 <bob> hi\n10:00 <*> ann left");
}

#[test]
fn no_lines() {
    assert_eq!(transcript(&[]), "");
}
