---
code: E0308
---
//! Command language of a small drawing robot.

#[derive(Debug, PartialEq)]
pub struct BadDistance(pub String);

#[derive(Debug, PartialEq)]
pub struct UnknownColor(pub String);

#[derive(Debug, PartialEq)]
pub enum CommandError {
    Distance(BadDistance),
    Color(UnknownColor),
    Unknown,
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Forward(u32),
    Back(u32),
    Pen(char),
}

fn distance(text: &str) -> Result<u32, BadDistance> {
    text.parse().map_err(|_| BadDistance(text.to_string()))
}

fn pen(text: &str) -> Result<Command, UnknownColor> {
    match text {
        "red" | "green" | "blue" => Ok(Command::Pen(text.chars().next().unwrap_or('r'))),
        other => Err(UnknownColor(other.to_string())),
    }
}

/// Reads one command line such as `fd 20`, `bk 5` or `pen red`.
pub fn read_command(line: &str) -> Result<Command, CommandError> {
    let (verb, rest) = line.split_once(' ').ok_or(CommandError::Unknown)?;
    match verb {
        "fd" => distance(rest).map(Command::Forward).map_err(CommandError::Distance),
        "bk" => distance(rest).map(Command::Back).map_err(CommandError::Distance),
        "pen" => pen(rest),
        _ => Err(CommandError::Unknown),
    }
}
==== fixed
//! Command language of a small drawing robot.

#[derive(Debug, PartialEq)]
pub struct BadDistance(pub String);

#[derive(Debug, PartialEq)]
pub struct UnknownColor(pub String);

#[derive(Debug, PartialEq)]
pub enum CommandError {
    Distance(BadDistance),
    Color(UnknownColor),
    Unknown,
}

#[derive(Debug, PartialEq)]
pub enum Command {
    Forward(u32),
    Back(u32),
    Pen(char),
}

fn distance(text: &str) -> Result<u32, BadDistance> {
    text.parse().map_err(|_| BadDistance(text.to_string()))
}

fn pen(text: &str) -> Result<Command, UnknownColor> {
    match text {
        "red" | "green" | "blue" => Ok(Command::Pen(text.chars().next().unwrap_or('r'))),
        other => Err(UnknownColor(other.to_string())),
    }
}

/// Reads one command line such as `fd 20`, `bk 5` or `pen red`.
pub fn read_command(line: &str) -> Result<Command, CommandError> {
    let (verb, rest) = line.split_once(' ').ok_or(CommandError::Unknown)?;
    match verb {
        "fd" => distance(rest).map(Command::Forward).map_err(CommandError::Distance),
        "bk" => distance(rest).map(Command::Back).map_err(CommandError::Distance),
        "pen" => pen(rest).map_err(CommandError::Color),
        _ => Err(CommandError::Unknown),
    }
}
==== tests
#[test]
fn reads_commands() {
    assert_eq!(read_command("fd 20"), Ok(Command::Forward(20)));
    assert_eq!(read_command("bk 5"), Ok(Command::Back(5)));
    assert_eq!(read_command("pen green"), Ok(Command::Pen('g')));
}

#[test]
fn tells_the_kind_of_mistake() {
    let pink = UnknownColor("pink".to_string());
    assert_eq!(read_command("pen pink"), Err(CommandError::Color(pink)));
    assert_eq!(read_command("fd x"), Err(CommandError::Distance(BadDistance("x".to_string()))));
    assert_eq!(read_command("jump 3"), Err(CommandError::Unknown));
    assert_eq!(read_command("pen"), Err(CommandError::Unknown));
}
