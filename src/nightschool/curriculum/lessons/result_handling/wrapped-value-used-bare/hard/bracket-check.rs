---
code: E0308
---
//! Checks the brackets of a formula for an editor's status line.

/// The bracket that opens what this one closes.
fn opener_of(closer: char) -> Option<char> {
    match closer {
        ')' => Some('('),
        ']' => Some('['),
        '}' => Some('{'),
        _ => None,
    }
}

/// Position (in characters) of the first bracket that does not match:
/// one that closes something else than was opened, or nothing at all.
/// `None` if there is no such bracket; brackets left open are no matter,
/// the user may still be typing.
pub fn first_mismatch(formula: &str) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    for (position, c) in formula.chars().enumerate() {
        match c {
            '(' | '[' | '{' => open.push(c),
            _ => {
                if let Some(opener) = opener_of(c) {
                    if open.pop() != opener {
                        return Some(position);
                    }
                }
            }
        }
    }
    None
}

/// What the status line shows.
pub fn status(formula: &str) -> String {
    match first_mismatch(formula) {
        Some(position) => format!("bracket at {position} does not match"),
        None => "ok".to_string(),
    }
}
==== fixed
//! Checks the brackets of a formula for an editor's status line.

/// The bracket that opens what this one closes.
fn opener_of(closer: char) -> Option<char> {
    match closer {
        ')' => Some('('),
        ']' => Some('['),
        '}' => Some('{'),
        _ => None,
    }
}

/// Position (in characters) of the first bracket that does not match:
/// one that closes something else than was opened, or nothing at all.
/// `None` if there is no such bracket; brackets left open are no matter,
/// the user may still be typing.
pub fn first_mismatch(formula: &str) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    for (position, c) in formula.chars().enumerate() {
        match c {
            '(' | '[' | '{' => open.push(c),
            _ => {
                if let Some(opener) = opener_of(c) {
                    if open.pop() != Some(opener) {
                        return Some(position);
                    }
                }
            }
        }
    }
    None
}

/// What the status line shows.
pub fn status(formula: &str) -> String {
    match first_mismatch(formula) {
        Some(position) => format!("bracket at {position} does not match"),
        None => "ok".to_string(),
    }
}
==== tests
#[test]
fn matching_brackets() {
    assert_eq!(first_mismatch("a[f(x) + {1}] * (2)"), None);
    assert_eq!(first_mismatch("f(x, [1"), None);
    assert_eq!(status("no brackets"), "ok");
}

#[test]
fn wrong_kind() {
    assert_eq!(first_mismatch("f(x]"), Some(3));
    assert_eq!(status("{(a)}{[b}"), "bracket at 8 does not match");
}

#[test]
fn nothing_open() {
    assert_eq!(first_mismatch(")"), Some(0));
    assert_eq!(first_mismatch("(a))"), Some(3));
}
