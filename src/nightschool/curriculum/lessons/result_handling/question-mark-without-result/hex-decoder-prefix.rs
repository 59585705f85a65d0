---
code: E0277
---
/// Why a text is no hexadecimal data.
#[derive(Debug, PartialEq)]
pub enum HexError {
    OddLength,
    BadDigit(char),
}

fn nibble(c: char) -> Result<u8, HexError> {
    c.to_digit(16).map(|d| d as u8).ok_or(HexError::BadDigit(c))
}

pub fn decode(text: &str) -> Result<Vec<u8>, HexError> {
    let digits: Vec<char> = text.chars().collect();
    if digits.len() % 2 != 0 {
        return Err(HexError::OddLength);
    }
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    for pair in digits.chunks(2) {
        bytes.push(nibble(pair[0])? << 4 | nibble(pair[1])?);
    }
    Ok(bytes)
}

/// Whether `text` is well-formed hexadecimal data that begins with `magic`.
/// Text that cannot be decoded has no magic number.
pub fn has_magic(text: &str, magic: &[u8]) -> bool {
    let bytes = decode(text)?;
    bytes.starts_with(magic)
}

pub fn count_with_magic(texts: &[&str], magic: &[u8]) -> usize {
    texts.iter().filter(|text| has_magic(text, magic)).count()
}
==== fixed
/// Why a text is no hexadecimal data.
#[derive(Debug, PartialEq)]
pub enum HexError {
    OddLength,
    BadDigit(char),
}

fn nibble(c: char) -> Result<u8, HexError> {
    c.to_digit(16).map(|d| d as u8).ok_or(HexError::BadDigit(c))
}

pub fn decode(text: &str) -> Result<Vec<u8>, HexError> {
    let digits: Vec<char> = text.chars().collect();
    if digits.len() % 2 != 0 {
        return Err(HexError::OddLength);
    }
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    for pair in digits.chunks(2) {
        bytes.push(nibble(pair[0])? << 4 | nibble(pair[1])?);
    }
    Ok(bytes)
}

/// Whether `text` is well-formed hexadecimal data that begins with `magic`.
/// Text that cannot be decoded has no magic number.
pub fn has_magic(text: &str, magic: &[u8]) -> bool {
    match decode(text) {
        Ok(bytes) => bytes.starts_with(magic),
        Err(_) => false,
    }
}

pub fn count_with_magic(texts: &[&str], magic: &[u8]) -> usize {
    texts.iter().filter(|text| has_magic(text, magic)).count()
}
==== tests
#[test]
fn counts_only_decodable_matches() {
    let texts = ["cafe01", "cafe0", "beef", "cafexx", "CAFE"];
    assert_eq!(count_with_magic(&texts, &[0xca, 0xfe]), 2);
}

#[test]
fn bad_text_never_matches() {
    assert_eq!(count_with_magic(&["zz", "1"], &[]), 0);
    assert_eq!(count_with_magic(&["", "00"], &[]), 2);
}

#[test]
fn decode_still_reports() {
    assert_eq!(decode("0g"), Err(HexError::BadDigit('g')));
}
