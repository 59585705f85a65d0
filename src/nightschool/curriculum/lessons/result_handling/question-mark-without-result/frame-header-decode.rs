---
code: E0277
---
use std::fmt;

/// Why a frame could not be decoded.
#[derive(Debug, PartialEq, Eq)]
pub enum FrameError {
    Truncated { needed: usize, got: usize },
    UnknownKind(u8),
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FrameError::Truncated { needed, got } => {
                write!(f, "need {} bytes, got {}", needed, got)
            }
            FrameError::UnknownKind(kind) => write!(f, "unknown frame kind {:#04x}", kind),
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub struct FrameHeader {
    pub kind: u8,
    pub length: u16,
}

fn need(bytes: &[u8], needed: usize) -> Result<(), FrameError> {
    if bytes.len() < needed {
        return Err(FrameError::Truncated { needed, got: bytes.len() });
    }
    Ok(())
}

fn check_kind(kind: u8) -> Result<u8, FrameError> {
    match kind {
        0x01..=0x04 => Ok(kind),
        other => Err(FrameError::UnknownKind(other)),
    }
}

fn parse_header(bytes: &[u8]) -> Result<FrameHeader, FrameError> {
    need(bytes, 3)?;
    Ok(FrameHeader {
        kind: check_kind(bytes[0])?,
        length: u16::from_be_bytes([bytes[1], bytes[2]]),
    })
}

/// Splits a buffer into its header and payload. The caller decides what to do
/// about a buffer that is short or of an unknown kind.
pub fn split_frame(bytes: &[u8]) -> (FrameHeader, &[u8]) {
    let header = parse_header(bytes)?;
    let end = 3 + header.length as usize;
    need(bytes, end)?;
    (header, &bytes[3..end])
}
==== fixed
use std::fmt;

/// Why a frame could not be decoded.
#[derive(Debug, PartialEq, Eq)]
pub enum FrameError {
    Truncated { needed: usize, got: usize },
    UnknownKind(u8),
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FrameError::Truncated { needed, got } => {
                write!(f, "need {} bytes, got {}", needed, got)
            }
            FrameError::UnknownKind(kind) => write!(f, "unknown frame kind {:#04x}", kind),
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub struct FrameHeader {
    pub kind: u8,
    pub length: u16,
}

fn need(bytes: &[u8], needed: usize) -> Result<(), FrameError> {
    if bytes.len() < needed {
        return Err(FrameError::Truncated { needed, got: bytes.len() });
    }
    Ok(())
}

fn check_kind(kind: u8) -> Result<u8, FrameError> {
    match kind {
        0x01..=0x04 => Ok(kind),
        other => Err(FrameError::UnknownKind(other)),
    }
}

fn parse_header(bytes: &[u8]) -> Result<FrameHeader, FrameError> {
    need(bytes, 3)?;
    Ok(FrameHeader {
        kind: check_kind(bytes[0])?,
        length: u16::from_be_bytes([bytes[1], bytes[2]]),
    })
}

/// Splits a buffer into its header and payload. The caller decides what to do
/// about a buffer that is short or of an unknown kind.
pub fn split_frame(bytes: &[u8]) -> Result<(FrameHeader, &[u8]), FrameError> {
    let header = parse_header(bytes)?;
    let end = 3 + header.length as usize;
    need(bytes, end)?;
    Ok((header, &bytes[3..end]))
}
==== tests
#[test]
fn splits_a_whole_frame() {
    let bytes = [0x02, 0x00, 0x02, 0xaa, 0xbb, 0xcc];
    let (header, payload) = split_frame(&bytes).unwrap();
    assert_eq!(header, FrameHeader { kind: 2, length: 2 });
    assert_eq!(payload, &[0xaa, 0xbb]);
}

#[test]
fn short_payload_is_reported() {
    let err = split_frame(&[0x01, 0x00, 0x05, 0x00]).unwrap_err();
    assert!(err.to_string().contains("need 8 bytes, got 4"));
}

#[test]
fn unknown_kind_is_reported() {
    let err = split_frame(&[0x09, 0x00, 0x00]).unwrap_err();
    assert!(err.to_string().contains("unknown frame kind 0x09"));
}
