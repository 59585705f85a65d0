---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pitch(pub u8);

#[derive(Debug, PartialEq)]
pub enum NoteError {
    Empty,
    BadLetter(char),
    OutOfRange(i32),
}

fn semitone(letter: char) -> Option<i32> {
    Some(match letter {
        'C' => 0,
        'D' => 2,
        'E' => 4,
        'F' => 5,
        'G' => 7,
        'A' => 9,
        'B' => 11,
        _ => return None,
    })
}

/// MIDI pitch of a note such as `A4`; without an octave the note is in octave 4.
pub fn parse_note(text: &str) -> Result<Pitch, NoteError> {
    let letter = text.chars().next().ok_or(NoteError::Empty)?;
    let step = semitone(letter).ok_or(NoteError::BadLetter(letter))?;
    match text[1..].parse::<i32>() {
        Ok(octave) => {
            let number = 12 * (octave + 1) + step;
            if (0..128).contains(&number) {
                Ok(Pitch(number as u8))
            } else {
                Err(NoteError::OutOfRange(number))
            }
        }
        Err(_) => Pitch((60 + step) as u8),
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pitch(pub u8);

#[derive(Debug, PartialEq)]
pub enum NoteError {
    Empty,
    BadLetter(char),
    OutOfRange(i32),
}

fn semitone(letter: char) -> Option<i32> {
    Some(match letter {
        'C' => 0,
        'D' => 2,
        'E' => 4,
        'F' => 5,
        'G' => 7,
        'A' => 9,
        'B' => 11,
        _ => return None,
    })
}

/// MIDI pitch of a note such as `A4`; without an octave the note is in octave 4.
pub fn parse_note(text: &str) -> Result<Pitch, NoteError> {
    let letter = text.chars().next().ok_or(NoteError::Empty)?;
    let step = semitone(letter).ok_or(NoteError::BadLetter(letter))?;
    match text[1..].parse::<i32>() {
        Ok(octave) => {
            let number = 12 * (octave + 1) + step;
            if (0..128).contains(&number) {
                Ok(Pitch(number as u8))
            } else {
                Err(NoteError::OutOfRange(number))
            }
        }
        Err(_) => Ok(Pitch((60 + step) as u8)),
    }
}
==== tests
#[test]
fn with_octave() {
    assert_eq!(parse_note("A4"), Ok(Pitch(69)));
    assert_eq!(parse_note("C0"), Ok(Pitch(12)));
}

#[test]
fn without_octave_is_octave_four() {
    assert_eq!(parse_note("C"), Ok(Pitch(60)));
    assert_eq!(parse_note("G"), Ok(Pitch(67)));
}

#[test]
fn errors() {
    assert_eq!(parse_note(""), Err(NoteError::Empty));
    assert_eq!(parse_note("H4"), Err(NoteError::BadLetter('H')));
    assert_eq!(parse_note("G9"), Ok(Pitch(127)));
    assert_eq!(parse_note("A9"), Err(NoteError::OutOfRange(129)));
}
