---
code: E0277
edition: "2024"
---
//! Frames of a small radio protocol: address, payload, check byte.

#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub address: u8,
    pub payload: [u8],
    pub check: u8,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Short,
    Check { wanted: u8, found: u8 },
}

fn check_byte(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |check, byte| check ^ byte)
}

/// The check byte covers the address and the payload.
pub fn parse(bytes: &[u8]) -> Result<Frame, FrameError> {
    let [address, payload @ .., check] = bytes else {
        return Err(FrameError::Short);
    };
    let wanted = check_byte(&bytes[..bytes.len() - 1]);
    if wanted != *check {
        return Err(FrameError::Check { wanted, found: *check });
    }
    Ok(Frame { address: *address, payload: payload.to_vec(), check: *check })
}

/// The bytes to send for a frame, with a fresh check byte.
pub fn encode(frame: &Frame) -> Vec<u8> {
    let mut bytes = vec![frame.address];
    bytes.extend_from_slice(&frame.payload);
    bytes.push(check_byte(&bytes));
    bytes
}
==== fixed
//! Frames of a small radio protocol: address, payload, check byte.

#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub address: u8,
    pub payload: Vec<u8>,
    pub check: u8,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Short,
    Check { wanted: u8, found: u8 },
}

fn check_byte(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |check, byte| check ^ byte)
}

/// The check byte covers the address and the payload.
pub fn parse(bytes: &[u8]) -> Result<Frame, FrameError> {
    let [address, payload @ .., check] = bytes else {
        return Err(FrameError::Short);
    };
    let wanted = check_byte(&bytes[..bytes.len() - 1]);
    if wanted != *check {
        return Err(FrameError::Check { wanted, found: *check });
    }
    Ok(Frame { address: *address, payload: payload.to_vec(), check: *check })
}

/// The bytes to send for a frame, with a fresh check byte.
pub fn encode(frame: &Frame) -> Vec<u8> {
    let mut bytes = vec![frame.address];
    bytes.extend_from_slice(&frame.payload);
    bytes.push(check_byte(&bytes));
    bytes
}
==== tests
#[test]
fn reads_payload_and_check() {
    let frame = parse(&[1, 2, 4, 7]).unwrap();
    assert_eq!(frame.address, 1);
    assert_eq!(frame.payload[..], [2, 4]);
    assert_eq!(frame.check, 7);
    assert!(parse(&[9, 9]).unwrap().payload.is_empty());
}

#[test]
fn refuses_bad_ones() {
    assert_eq!(parse(&[1]).unwrap_err(), FrameError::Short);
    assert_eq!(parse(&[1, 2, 4, 6]).unwrap_err(), FrameError::Check { wanted: 7, found: 6 });
}

#[test]
fn encodes_what_it_read() {
    let mut frame = parse(&[1, 2, 4, 7]).unwrap();
    assert_eq!(encode(&frame), [1, 2, 4, 7]);
    frame.address = 8;
    assert_eq!(encode(&frame), [8, 2, 4, 14]);
}
