---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColourError {
    MissingHash,
    WrongLength(usize),
    BadDigits,
}

fn channel(digits: &str) -> Result<u8, ColourError> {
    u8::from_str_radix(digits, 16).map_err(|_| ColourError::BadDigits)
}

/// Reads `#rrggbb`.
pub fn parse_hex(text: &str) -> Result<Rgb, ColourError> {
    let digits = text.strip_prefix('#').ok_or(ColourError::MissingHash)?;
    if digits.len() != 6 || !digits.is_ascii() {
        return Err(ColourError::WrongLength(digits.len()));
    }
    Ok(Rgb {
        r: channel(&digits[0..2]),
        g: channel(&digits[2..4]),
        b: channel(&digits[4..6]),
    })
}

pub fn luma(colour: Rgb) -> u32 {
    (colour.r as u32 * 299 + colour.g as u32 * 587 + colour.b as u32 * 114) / 1000
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColourError {
    MissingHash,
    WrongLength(usize),
    BadDigits,
}

fn channel(digits: &str) -> Result<u8, ColourError> {
    u8::from_str_radix(digits, 16).map_err(|_| ColourError::BadDigits)
}

/// Reads `#rrggbb`.
pub fn parse_hex(text: &str) -> Result<Rgb, ColourError> {
    let digits = text.strip_prefix('#').ok_or(ColourError::MissingHash)?;
    if digits.len() != 6 || !digits.is_ascii() {
        return Err(ColourError::WrongLength(digits.len()));
    }
    Ok(Rgb {
        r: channel(&digits[0..2])?,
        g: channel(&digits[2..4])?,
        b: channel(&digits[4..6])?,
    })
}

pub fn luma(colour: Rgb) -> u32 {
    (colour.r as u32 * 299 + colour.g as u32 * 587 + colour.b as u32 * 114) / 1000
}
==== tests
#[test]
fn reads_a_colour() {
    assert_eq!(parse_hex("#0a10ff"), Ok(Rgb { r: 10, g: 16, b: 255 }));
    assert_eq!(luma(parse_hex("#ffffff").unwrap()), 255);
}

#[test]
fn bad_digits_are_an_error() {
    assert_eq!(parse_hex("#0a10zz"), Err(ColourError::BadDigits));
    assert_eq!(parse_hex("#xx0000"), Err(ColourError::BadDigits));
    assert_eq!(parse_hex("#00q000"), Err(ColourError::BadDigits));
}

#[test]
fn shape_errors() {
    assert_eq!(parse_hex("0a10ff"), Err(ColourError::MissingHash));
    assert_eq!(parse_hex("#fff"), Err(ColourError::WrongLength(3)));
}
