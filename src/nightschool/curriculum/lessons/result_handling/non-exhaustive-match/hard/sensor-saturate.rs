---
code: E0004
---
//! Reads the numbers of a thermometer that sometimes overshoots its register.

use std::num::IntErrorKind;

#[derive(Debug, PartialEq)]
pub struct Garbled(pub String);

/// Reads a value. What is too big or too small for the register is cut to the
/// nearest value it can hold; any other unreadable text is `Garbled`.
pub fn read_register(text: &str) -> Result<i16, Garbled> {
    match text.parse::<i16>() {
        Ok(value) => Ok(value),
        Err(error) => match error.kind() {
            IntErrorKind::PosOverflow => Ok(i16::MAX),
            IntErrorKind::NegOverflow => Ok(i16::MIN),
        },
    }
}

/// The warmest of several readings; none if there are no readings.
pub fn warmest(texts: &[&str]) -> Result<Option<i16>, Garbled> {
    let mut best = None;
    for text in texts {
        let value = read_register(text)?;
        best = best.max(Some(value));
    }
    Ok(best)
}
==== fixed
//! Reads the numbers of a thermometer that sometimes overshoots its register.

use std::num::IntErrorKind;

#[derive(Debug, PartialEq)]
pub struct Garbled(pub String);

/// Reads a value. What is too big or too small for the register is cut to the
/// nearest value it can hold; any other unreadable text is `Garbled`.
pub fn read_register(text: &str) -> Result<i16, Garbled> {
    match text.parse::<i16>() {
        Ok(value) => Ok(value),
        Err(error) => match error.kind() {
            IntErrorKind::PosOverflow => Ok(i16::MAX),
            IntErrorKind::NegOverflow => Ok(i16::MIN),
            _ => Err(Garbled(text.to_string())),
        },
    }
}

/// The warmest of several readings; none if there are no readings.
pub fn warmest(texts: &[&str]) -> Result<Option<i16>, Garbled> {
    let mut best = None;
    for text in texts {
        let value = read_register(text)?;
        best = best.max(Some(value));
    }
    Ok(best)
}
==== tests
#[test]
fn reads_and_cuts() {
    assert_eq!(read_register("-12"), Ok(-12));
    assert_eq!(read_register("40000"), Ok(i16::MAX));
    assert_eq!(read_register("-40000"), Ok(i16::MIN));
}

#[test]
fn other_texts_are_garbled() {
    assert_eq!(read_register("warm"), Err(Garbled("warm".to_string())));
    assert_eq!(read_register(""), Err(Garbled(String::new())));
    assert_eq!(warmest(&["3", "x", "5"]), Err(Garbled("x".to_string())));
}

#[test]
fn finds_the_warmest() {
    assert_eq!(warmest(&["3", "99999", "-5"]), Ok(Some(i16::MAX)));
    assert_eq!(warmest(&[]), Ok(None));
}
