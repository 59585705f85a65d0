---
code: E0308
---
/// Errors of the datagram reader.
#[derive(Debug, PartialEq, Eq)]
pub enum ReadError {
    Short(usize),
    Checksum { stated: u16, actual: u16 },
}

fn word_at(bytes: &[u8], at: usize) -> Result<u16, ReadError> {
    match bytes.get(at..at + 2) {
        Some(pair) => Ok(u16::from_be_bytes([pair[0], pair[1]])),
        None => Err(ReadError::Short(bytes.len())),
    }
}

fn fold_sum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0u16, |sum, &byte| sum.rotate_left(1) ^ u16::from(byte))
}

#[derive(Debug, PartialEq, Eq)]
pub struct Datagram {
    pub port: u16,
    pub body: Vec<u8>,
}

/// Layout: port, checksum of the body, body.
pub fn encode(port: u16, body: &[u8]) -> Vec<u8> {
    let mut out = port.to_be_bytes().to_vec();
    out.extend_from_slice(&fold_sum(body).to_be_bytes());
    out.extend_from_slice(body);
    out
}

pub fn decode(bytes: &[u8]) -> Result<Datagram, ReadError> {
    let port = word_at(bytes, 0)?;
    let stated = word_at(bytes, 2);
    let body = bytes[4..].to_vec();
    let actual = fold_sum(&body);
    if actual != stated {
        return Err(ReadError::Checksum { stated, actual });
    }
    Ok(Datagram { port, body })
}
==== fixed
/// Errors of the datagram reader.
#[derive(Debug, PartialEq, Eq)]
pub enum ReadError {
    Short(usize),
    Checksum { stated: u16, actual: u16 },
}

fn word_at(bytes: &[u8], at: usize) -> Result<u16, ReadError> {
    match bytes.get(at..at + 2) {
        Some(pair) => Ok(u16::from_be_bytes([pair[0], pair[1]])),
        None => Err(ReadError::Short(bytes.len())),
    }
}

fn fold_sum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0u16, |sum, &byte| sum.rotate_left(1) ^ u16::from(byte))
}

#[derive(Debug, PartialEq, Eq)]
pub struct Datagram {
    pub port: u16,
    pub body: Vec<u8>,
}

/// Layout: port, checksum of the body, body.
pub fn encode(port: u16, body: &[u8]) -> Vec<u8> {
    let mut out = port.to_be_bytes().to_vec();
    out.extend_from_slice(&fold_sum(body).to_be_bytes());
    out.extend_from_slice(body);
    out
}

pub fn decode(bytes: &[u8]) -> Result<Datagram, ReadError> {
    let port = word_at(bytes, 0)?;
    let stated = word_at(bytes, 2)?;
    let body = bytes[4..].to_vec();
    let actual = fold_sum(&body);
    if actual != stated {
        return Err(ReadError::Checksum { stated, actual });
    }
    Ok(Datagram { port, body })
}
==== tests
#[test]
fn round_trip() {
    let bytes = encode(53, b"query");
    assert_eq!(decode(&bytes), Ok(Datagram { port: 53, body: b"query".to_vec() }));
}

#[test]
fn short_input_is_refused_not_a_panic() {
    assert_eq!(decode(&[0]), Err(ReadError::Short(1)));
    assert_eq!(decode(&[0, 53, 1]), Err(ReadError::Short(3)));
}

#[test]
fn wrong_checksum_is_reported() {
    let mut bytes = encode(1, &[7]);
    bytes[3] = 9;
    assert_eq!(decode(&bytes), Err(ReadError::Checksum { stated: 9, actual: 7 }));
}
