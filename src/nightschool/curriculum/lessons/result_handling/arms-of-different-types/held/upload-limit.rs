---
code: E0308
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum RequestError {
    BadLength(ParseIntError),
    TooLarge { limit: u64, got: u64 },
}

impl From<ParseIntError> for RequestError {
    fn from(e: ParseIntError) -> Self {
        RequestError::BadLength(e)
    }
}

pub struct Limits {
    pub body: u64,
}

/// How many bytes to read for a request body.
///
/// Without a `Content-Length` nothing is read; a length that is no number or
/// exceeds the limit is refused.
pub fn body_length(header: Option<&str>, limits: &Limits) -> Result<u64, RequestError> {
    match header {
        Some(text) => {
            let got = text.trim().parse::<u64>()?;
            if got > limits.body {
                Err(RequestError::TooLarge { limit: limits.body, got })
            } else {
                got
            }
        }
        None => 0,
    }
}

pub fn read_body<'a>(
    raw: &'a [u8],
    header: Option<&str>,
    limits: &Limits,
) -> Result<&'a [u8], RequestError> {
    let length = body_length(header, limits)? as usize;
    Ok(&raw[..length.min(raw.len())])
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum RequestError {
    BadLength(ParseIntError),
    TooLarge { limit: u64, got: u64 },
}

impl From<ParseIntError> for RequestError {
    fn from(e: ParseIntError) -> Self {
        RequestError::BadLength(e)
    }
}

pub struct Limits {
    pub body: u64,
}

/// How many bytes to read for a request body.
///
/// Without a `Content-Length` nothing is read; a length that is no number or
/// exceeds the limit is refused.
pub fn body_length(header: Option<&str>, limits: &Limits) -> Result<u64, RequestError> {
    match header {
        Some(text) => {
            let got = text.trim().parse::<u64>()?;
            if got > limits.body {
                Err(RequestError::TooLarge { limit: limits.body, got })
            } else {
                Ok(got)
            }
        }
        None => Ok(0),
    }
}

pub fn read_body<'a>(
    raw: &'a [u8],
    header: Option<&str>,
    limits: &Limits,
) -> Result<&'a [u8], RequestError> {
    let length = body_length(header, limits)? as usize;
    Ok(&raw[..length.min(raw.len())])
}
==== tests
    #[test]
    fn within_limit() {
        let limits = Limits { body: 8 };
        assert_eq!(body_length(Some(" 8 "), &limits), Ok(8));
        assert_eq!(body_length(None, &limits), Ok(0));
        assert_eq!(read_body(b"hello world", Some("5"), &limits), Ok(&b"hello"[..]));
    }
    #[test]
    fn refused() {
        let limits = Limits { body: 8 };
        assert_eq!(body_length(Some("9"), &limits), Err(RequestError::TooLarge { limit: 8, got: 9 }));
        assert!(matches!(body_length(Some("x"), &limits), Err(RequestError::BadLength(_))));
    }
