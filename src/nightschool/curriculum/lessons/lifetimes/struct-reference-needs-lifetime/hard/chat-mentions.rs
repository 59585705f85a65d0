---
code: E0106
---
//! Finds who is mentioned in a chat message.

/// One `@name` in a message; points into the message.
#[derive(Debug, PartialEq)]
pub struct Mention {
    pub name: &str,
    /// Byte position of the `@`.
    pub at: usize,
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

pub fn mentions(message: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, _) in message.match_indices('@') {
        let rest = &message[at + 1..];
        let end = rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
        if end > 0 {
            found.push(Mention { name: &rest[..end], at });
        }
    }
    found
}

/// Is `name` spoken to in the message?
pub fn concerns(message: &str, name: &str) -> bool {
    mentions(message).iter().any(|mention| mention.name == name)
}
==== fixed
//! Finds who is mentioned in a chat message.

/// One `@name` in a message; points into the message.
#[derive(Debug, PartialEq)]
pub struct Mention<'a> {
    pub name: &'a str,
    /// Byte position of the `@`.
    pub at: usize,
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

pub fn mentions(message: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, _) in message.match_indices('@') {
        let rest = &message[at + 1..];
        let end = rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
        if end > 0 {
            found.push(Mention { name: &rest[..end], at });
        }
    }
    found
}

/// Is `name` spoken to in the message?
pub fn concerns(message: &str, name: &str) -> bool {
    mentions(message).iter().any(|mention| mention.name == name)
}
==== tests
#[test]
fn finds_names_and_places() {
    let message = String::from("hi @ana_1, ask @bo!");
    let found = mentions(&message);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].name, "ana_1");
    assert_eq!(found[0].at, 3);
    assert_eq!(found[1].name, "bo");
}

#[test]
fn a_lone_sign_is_no_mention() {
    let message = ["meet ", "@ noon"].concat();
    assert!(mentions(&message).is_empty());
    assert!(!concerns(&message, "noon"));
    assert!(concerns("@bo", "bo"));
}
