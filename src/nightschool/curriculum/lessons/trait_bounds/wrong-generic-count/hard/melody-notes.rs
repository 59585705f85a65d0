---
code: E0107
---
//! Reads melodies such as `c4 e4 g2`: note name, then length.

#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub name: char,
    /// 4 is a quarter, 2 a half.
    pub length: u8,
}

#[derive(Debug, PartialEq)]
pub enum MelodyError {
    UnknownNote(char),
    BadLength(String),
}

fn note(word: &str) -> Result<Note, MelodyError> {
    let mut chars = word.chars();
    let name = chars.next().unwrap_or('?');
    if !('a'..='g').contains(&name) {
        return Err(MelodyError::UnknownNote(name));
    }
    let digits = chars.as_str();
    let length = digits.parse().map_err(|_| MelodyError::BadLength(digits.to_string()))?;
    Ok(Note { name, length })
}

/// All notes of a melody, or what is wrong with the first bad one.
pub fn melody(text: &str) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    for word in text.split_whitespace() {
        notes.push(note(word)?);
    }
    Ok(notes)
}
==== fixed
//! Reads melodies such as `c4 e4 g2`: note name, then length.

#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub name: char,
    /// 4 is a quarter, 2 a half.
    pub length: u8,
}

#[derive(Debug, PartialEq)]
pub enum MelodyError {
    UnknownNote(char),
    BadLength(String),
}

fn note(word: &str) -> Result<Note, MelodyError> {
    let mut chars = word.chars();
    let name = chars.next().unwrap_or('?');
    if !('a'..='g').contains(&name) {
        return Err(MelodyError::UnknownNote(name));
    }
    let digits = chars.as_str();
    let length = digits.parse().map_err(|_| MelodyError::BadLength(digits.to_string()))?;
    Ok(Note { name, length })
}

/// All notes of a melody, or what is wrong with the first bad one.
pub fn melody(text: &str) -> Result<Vec<Note>, MelodyError> {
    let mut notes = Vec::new();
    for word in text.split_whitespace() {
        notes.push(note(word)?);
    }
    Ok(notes)
}
==== tests
#[test]
fn reads_notes() {
    let notes = melody("c4 g2").unwrap();
    assert_eq!(notes, [Note { name: 'c', length: 4 }, Note { name: 'g', length: 2 }]);
    assert!(melody("").unwrap().is_empty());
}

#[test]
fn tells_the_first_mistake() {
    assert_eq!(melody("c4 x4 gg"), Err(MelodyError::UnknownNote('x')));
    assert_eq!(melody("c4 dd x1"), Err(MelodyError::BadLength("d".to_string())));
}
