---
code: E0277
---
/// What can go wrong while reading a number.
#[derive(Debug, PartialEq)]
pub enum ReadError {
    EndOfInput,
    TooLong,
}

/// Reads one variable-length number and returns it with the rest of the input.
pub fn read_varint(input: &[u8]) -> Result<(u64, &[u8]), ReadError> {
    let mut value = 0u64;
    for (at, byte) in input.iter().enumerate() {
        if at == 10 {
            return Err(ReadError::TooLong);
        }
        value |= u64::from(byte & 0x7f) << (7 * at as u32).min(63);
        if byte & 0x80 == 0 {
            return Ok((value, &input[at + 1..]));
        }
    }
    Err(ReadError::EndOfInput)
}

/// Undoes the zigzag mapping of signed numbers.
fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// The signed numbers in `input`, which must be used up exactly.
pub fn read_signed(input: &[u8]) -> Vec<i64> {
    let mut rest = input;
    let mut numbers = Vec::new();
    while !rest.is_empty() {
        let (value, tail) = read_varint(rest)?;
        numbers.push(unzigzag(value));
        rest = tail;
    }
    numbers
}

/// The checksum of a block of signed numbers.
pub fn checksum(input: &[u8]) -> Result<i64, ReadError> {
    Ok(read_signed(input).iter().fold(0, |sum, n| sum * 31 + n))
}
==== fixed
/// What can go wrong while reading a number.
#[derive(Debug, PartialEq)]
pub enum ReadError {
    EndOfInput,
    TooLong,
}

/// Reads one variable-length number and returns it with the rest of the input.
pub fn read_varint(input: &[u8]) -> Result<(u64, &[u8]), ReadError> {
    let mut value = 0u64;
    for (at, byte) in input.iter().enumerate() {
        if at == 10 {
            return Err(ReadError::TooLong);
        }
        value |= u64::from(byte & 0x7f) << (7 * at as u32).min(63);
        if byte & 0x80 == 0 {
            return Ok((value, &input[at + 1..]));
        }
    }
    Err(ReadError::EndOfInput)
}

/// Undoes the zigzag mapping of signed numbers.
fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// The signed numbers in `input`, which must be used up exactly.
pub fn read_signed(input: &[u8]) -> Result<Vec<i64>, ReadError> {
    let mut rest = input;
    let mut numbers = Vec::new();
    while !rest.is_empty() {
        let (value, tail) = read_varint(rest)?;
        numbers.push(unzigzag(value));
        rest = tail;
    }
    Ok(numbers)
}

/// The checksum of a block of signed numbers.
pub fn checksum(input: &[u8]) -> Result<i64, ReadError> {
    Ok(read_signed(input)?.iter().fold(0, |sum, n| sum * 31 + n))
}
==== tests
#[test]
fn sums_up() {
    assert_eq!(checksum(&[2, 4, 1]), Ok((1 * 31 + 2) * 31 - 1));
    assert_eq!(checksum(&[]), Ok(0));
}

#[test]
fn broken_blocks_are_refused() {
    assert_eq!(checksum(&[2, 0x80]), Err(ReadError::EndOfInput));
    assert_eq!(checksum(&[0xff; 12]), Err(ReadError::TooLong));
}
