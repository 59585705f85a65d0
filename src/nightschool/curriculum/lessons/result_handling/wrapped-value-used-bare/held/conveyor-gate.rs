---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum ScanError {
    TooShort,
    BadDigit(char),
    BadCheck { expected: u32, found: u32 },
}

fn digit(c: char) -> Result<u32, ScanError> {
    c.to_digit(10).ok_or(ScanError::BadDigit(c))
}

/// Luggage tags end in a check digit: the weighted sum of the digits before it,
/// weights 3 and 1 in turn, modulo ten.
pub fn check_tag(tag: &str) -> Result<u32, ScanError> {
    let chars: Vec<char> = tag.chars().collect();
    let (last, body) = chars.split_last().ok_or(ScanError::TooShort)?;
    if body.len() < 3 {
        return Err(ScanError::TooShort);
    }
    let mut sum = 0;
    let mut number = 0;
    for (i, &c) in body.iter().enumerate() {
        let d: u32 = digit(c);
        sum += if i % 2 == 0 { 3 * d } else { d };
        number = number * 10 + d;
    }
    let expected = sum % 10;
    let found: u32 = digit(*last);
    if expected != found {
        return Err(ScanError::BadCheck { expected, found });
    }
    Ok(number)
}

pub fn chute(tag: &str, chutes: u32) -> Option<u32> {
    check_tag(tag).ok().map(|n| n % chutes)
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum ScanError {
    TooShort,
    BadDigit(char),
    BadCheck { expected: u32, found: u32 },
}

fn digit(c: char) -> Result<u32, ScanError> {
    c.to_digit(10).ok_or(ScanError::BadDigit(c))
}

/// Luggage tags end in a check digit: the weighted sum of the digits before it,
/// weights 3 and 1 in turn, modulo ten.
pub fn check_tag(tag: &str) -> Result<u32, ScanError> {
    let chars: Vec<char> = tag.chars().collect();
    let (last, body) = chars.split_last().ok_or(ScanError::TooShort)?;
    if body.len() < 3 {
        return Err(ScanError::TooShort);
    }
    let mut sum = 0;
    let mut number = 0;
    for (i, &c) in body.iter().enumerate() {
        let d: u32 = digit(c)?;
        sum += if i % 2 == 0 { 3 * d } else { d };
        number = number * 10 + d;
    }
    let expected = sum % 10;
    let found: u32 = digit(*last)?;
    if expected != found {
        return Err(ScanError::BadCheck { expected, found });
    }
    Ok(number)
}

pub fn chute(tag: &str, chutes: u32) -> Option<u32> {
    check_tag(tag).ok().map(|n| n % chutes)
}
==== tests
#[test]
fn good_tag() {
    // 3*1 + 2 + 3*3 = 14
    assert_eq!(check_tag("1234"), Ok(123));
    assert_eq!(chute("1234", 10), Some(3));
}

#[test]
fn bad_tags() {
    assert_eq!(check_tag("1235"), Err(ScanError::BadCheck { expected: 4, found: 5 }));
    assert_eq!(check_tag("1x34"), Err(ScanError::BadDigit('x')));
    assert_eq!(check_tag("123?"), Err(ScanError::BadDigit('?')));
    assert_eq!(check_tag(""), Err(ScanError::TooShort));
    assert_eq!(chute("1235", 10), None);
}
