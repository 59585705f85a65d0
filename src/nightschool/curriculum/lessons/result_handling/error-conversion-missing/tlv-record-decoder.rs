---
code: E0277
---
use std::str::Utf8Error;

#[derive(Debug, PartialEq)]
pub enum DecodeError {
    Truncated { needed: usize, left: usize },
    NotText(Utf8Error),
}

/// Reads records of the form: one tag byte, one length byte, that many bytes.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        if self.rest.len() < count {
            return Err(DecodeError::Truncated {
                needed: count,
                left: self.rest.len(),
            });
        }
        let (head, tail) = self.rest.split_at(count);
        self.rest = tail;
        Ok(head)
    }

    /// The next record's tag and its text.
    pub fn text_record(&mut self) -> Result<(u8, &'a str), DecodeError> {
        let head = self.take(2)?;
        let body = self.take(head[1] as usize)?;
        let text = std::str::from_utf8(body)?;
        Ok((head[0], text))
    }
}
==== fixed
use std::str::Utf8Error;

#[derive(Debug, PartialEq)]
pub enum DecodeError {
    Truncated { needed: usize, left: usize },
    NotText(Utf8Error),
}

impl From<Utf8Error> for DecodeError {
    fn from(error: Utf8Error) -> Self {
        DecodeError::NotText(error)
    }
}

/// Reads records of the form: one tag byte, one length byte, that many bytes.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        if self.rest.len() < count {
            return Err(DecodeError::Truncated {
                needed: count,
                left: self.rest.len(),
            });
        }
        let (head, tail) = self.rest.split_at(count);
        self.rest = tail;
        Ok(head)
    }

    /// The next record's tag and its text.
    pub fn text_record(&mut self) -> Result<(u8, &'a str), DecodeError> {
        let head = self.take(2)?;
        let body = self.take(head[1] as usize)?;
        let text = std::str::from_utf8(body)?;
        Ok((head[0], text))
    }
}
==== tests
#[test]
fn reads_records_in_turn() {
    let mut reader = Reader::new(b"\x01\x02hi\x07\x00");
    assert_eq!(reader.text_record(), Ok((1, "hi")));
    assert_eq!(reader.text_record(), Ok((7, "")));
    assert_eq!(
        reader.text_record(),
        Err(DecodeError::Truncated { needed: 2, left: 0 })
    );
}

#[test]
fn keeps_the_text_error() {
    let mut reader = Reader::new(&[1, 3, b'a', b'b', 0xff]);
    match reader.text_record() {
        Err(DecodeError::NotText(error)) => assert_eq!(error.valid_up_to(), 2),
        other => panic!("{:?}", other),
    }
}
