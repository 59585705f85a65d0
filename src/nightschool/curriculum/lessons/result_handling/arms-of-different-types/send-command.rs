---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum ParseError {
    MissingRoom,
    UnknownCommand(String),
}

#[derive(Debug, PartialEq)]
pub enum ChatError {
    Parse(ParseError),
    Muted,
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Join(String),
    Say(String),
}

fn parse_command(line: &str) -> Result<Command, ParseError> {
    match line.split_once(' ').unwrap_or((line, "")) {
        ("join", "") => Err(ParseError::MissingRoom),
        ("join", room) => Ok(Command::Join(room.to_string())),
        (other, _) => Err(ParseError::UnknownCommand(other.to_string())),
    }
}

pub struct Session {
    pub muted: bool,
}

impl Session {
    /// Lines that begin with a slash are commands, all others are said in the room.
    /// Those who are muted may give commands but say nothing.
    pub fn interpret(&self, line: &str) -> Result<Command, ChatError> {
        if let Some(command) = line.strip_prefix('/') {
            parse_command(command)
        } else if self.muted {
            Err(ChatError::Muted)
        } else {
            Ok(Command::Say(line.to_string()))
        }
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum ParseError {
    MissingRoom,
    UnknownCommand(String),
}

#[derive(Debug, PartialEq)]
pub enum ChatError {
    Parse(ParseError),
    Muted,
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Join(String),
    Say(String),
}

fn parse_command(line: &str) -> Result<Command, ParseError> {
    match line.split_once(' ').unwrap_or((line, "")) {
        ("join", "") => Err(ParseError::MissingRoom),
        ("join", room) => Ok(Command::Join(room.to_string())),
        (other, _) => Err(ParseError::UnknownCommand(other.to_string())),
    }
}

pub struct Session {
    pub muted: bool,
}

impl Session {
    /// Lines that begin with a slash are commands, all others are said in the room.
    /// Those who are muted may give commands but say nothing.
    pub fn interpret(&self, line: &str) -> Result<Command, ChatError> {
        if let Some(command) = line.strip_prefix('/') {
            parse_command(command).map_err(ChatError::Parse)
        } else if self.muted {
            Err(ChatError::Muted)
        } else {
            Ok(Command::Say(line.to_string()))
        }
    }
}
==== tests
#[test]
fn commands_and_talk() {
    let s = Session { muted: false };
    assert_eq!(s.interpret("/join tea room"), Ok(Command::Join("tea room".into())));
    assert_eq!(s.interpret("join me"), Ok(Command::Say("join me".into())));
}

#[test]
fn parse_faults_are_wrapped() {
    let s = Session { muted: true };
    assert_eq!(s.interpret("/join"), Err(ChatError::Parse(ParseError::MissingRoom)));
    assert_eq!(s.interpret("/dance x"), Err(ChatError::Parse(ParseError::UnknownCommand("dance".into()))));
    assert_eq!(s.interpret("hello"), Err(ChatError::Muted));
}
