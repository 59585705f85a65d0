---
code: E0308
---
//! Packs messages for a serial line: one length byte, then the bytes.

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Empty,
    /// Holds the length that has no place in the length byte.
    TooLong(usize),
}

/// Packs one message. Messages that the length byte cannot tell are
/// refused.
pub fn pack(message: &[u8]) -> Result<Vec<u8>, FrameError> {
    if message.is_empty() {
        return Err(FrameError::Empty);
    }
    let mut frame = Vec::with_capacity(message.len() + 1);
    frame.push(message.len());
    frame.extend_from_slice(message);
    Ok(frame)
}

/// Splits a stream of frames; a frame that is cut short is left out.
pub fn unpack(mut stream: &[u8]) -> Vec<Vec<u8>> {
    let mut messages = Vec::new();
    while let Some((&length, rest)) = stream.split_first() {
        let Some(message) = rest.get(..usize::from(length)) else {
            break;
        };
        messages.push(message.to_vec());
        stream = &rest[message.len()..];
    }
    messages
}
==== fixed
//! Packs messages for a serial line: one length byte, then the bytes.

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Empty,
    /// Holds the length that has no place in the length byte.
    TooLong(usize),
}

/// Packs one message. Messages that the length byte cannot tell are
/// refused.
pub fn pack(message: &[u8]) -> Result<Vec<u8>, FrameError> {
    if message.is_empty() {
        return Err(FrameError::Empty);
    }
    let mut frame = Vec::with_capacity(message.len() + 1);
    let length = u8::try_from(message.len()).map_err(|_| FrameError::TooLong(message.len()))?;
    frame.push(length);
    frame.extend_from_slice(message);
    Ok(frame)
}

/// Splits a stream of frames; a frame that is cut short is left out.
pub fn unpack(mut stream: &[u8]) -> Vec<Vec<u8>> {
    let mut messages = Vec::new();
    while let Some((&length, rest)) = stream.split_first() {
        let Some(message) = rest.get(..usize::from(length)) else {
            break;
        };
        messages.push(message.to_vec());
        stream = &rest[message.len()..];
    }
    messages
}
==== tests
#[test]
fn packs_and_unpacks() {
    let mut stream = pack(b"on").unwrap();
    assert_eq!(stream, [2, b'o', b'n']);
    stream.extend(pack(&[7; 255]).unwrap());
    let messages = unpack(&stream);
    assert_eq!(messages[0], b"on");
    assert_eq!(messages[1].len(), 255);
}

#[test]
fn refuses_what_does_not_fit() {
    assert_eq!(pack(&[]), Err(FrameError::Empty));
    assert_eq!(pack(&[0; 256]), Err(FrameError::TooLong(256)));
    assert_eq!(pack(&[0; 300]), Err(FrameError::TooLong(300)));
}
