---
code: E0004
---
/// What the frame reader found in the bytes it has so far.
#[derive(Debug, PartialEq)]
pub enum Frame<'a> {
    Data(&'a [u8]),
    Ping,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    UnknownKind(u8),
}

/// Looks at the front of `bytes`: `0` is a ping, `1` is followed by a length and that many bytes.
/// `Ok(None)` means that the frame is not complete yet.
pub fn peek(bytes: &[u8]) -> Result<Option<(Frame<'_>, usize)>, FrameError> {
    match bytes {
        [] | [1] => Ok(None),
        [0, ..] => Ok(Some((Frame::Ping, 1))),
        [1, len, rest @ ..] => {
            let len = *len as usize;
            Ok(rest.get(..len).map(|data| (Frame::Data(data), len + 2)))
        }
        [kind, ..] => Err(FrameError::UnknownKind(*kind)),
    }
}

/// All data of the complete frames, and the number of bytes they took up.
/// An incomplete frame at the end stays where it is.
pub fn drain(bytes: &[u8]) -> Result<(Vec<u8>, usize), FrameError> {
    let mut data = Vec::new();
    let mut used = 0;
    loop {
        match peek(&bytes[used..]) {
            Ok(Some((Frame::Data(part), len))) => {
                data.extend_from_slice(part);
                used += len;
            }
            Ok(None) => return Ok((data, used)),
            Err(error) => return Err(error),
        }
    }
}
==== fixed
/// What the frame reader found in the bytes it has so far.
#[derive(Debug, PartialEq)]
pub enum Frame<'a> {
    Data(&'a [u8]),
    Ping,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    UnknownKind(u8),
}

/// Looks at the front of `bytes`: `0` is a ping, `1` is followed by a length and that many bytes.
/// `Ok(None)` means that the frame is not complete yet.
pub fn peek(bytes: &[u8]) -> Result<Option<(Frame<'_>, usize)>, FrameError> {
    match bytes {
        [] | [1] => Ok(None),
        [0, ..] => Ok(Some((Frame::Ping, 1))),
        [1, len, rest @ ..] => {
            let len = *len as usize;
            Ok(rest.get(..len).map(|data| (Frame::Data(data), len + 2)))
        }
        [kind, ..] => Err(FrameError::UnknownKind(*kind)),
    }
}

/// All data of the complete frames, and the number of bytes they took up.
/// An incomplete frame at the end stays where it is.
pub fn drain(bytes: &[u8]) -> Result<(Vec<u8>, usize), FrameError> {
    let mut data = Vec::new();
    let mut used = 0;
    loop {
        match peek(&bytes[used..]) {
            Ok(Some((Frame::Data(part), len))) => {
                data.extend_from_slice(part);
                used += len;
            }
            Ok(Some((Frame::Ping, len))) => used += len,
            Ok(None) => return Ok((data, used)),
            Err(error) => return Err(error),
        }
    }
}
==== tests
#[test]
fn pings_are_passed_over() {
    assert_eq!(drain(&[0, 1, 2, 7, 8, 0, 1, 1, 9]), Ok((vec![7, 8, 9], 9)));
}

#[test]
fn incomplete_frames_stay() {
    assert_eq!(drain(&[1, 1, 5, 1, 3, 6]), Ok((vec![5], 3)));
    assert_eq!(drain(&[0, 0]), Ok((vec![], 2)));
    assert_eq!(drain(&[]), Ok((vec![], 0)));
}

#[test]
fn unknown_kinds_are_errors() {
    assert_eq!(drain(&[0, 4]), Err(FrameError::UnknownKind(4)));
}
