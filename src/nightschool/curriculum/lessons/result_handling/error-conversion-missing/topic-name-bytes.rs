---
code: E0277
---
use std::str::Utf8Error;

/// What is wrong with a broker's CONNECT or SUBSCRIBE packet.
#[derive(Debug, PartialEq, Eq)]
pub enum PacketError {
    TooShort,
    /// A text field is not UTF-8; `good` bytes at its start are.
    BadText { field: &'static str, good: usize },
}

struct Cursor<'a> {
    bytes: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], PacketError> {
        if self.bytes.len() < count {
            return Err(PacketError::TooShort);
        }
        let (head, tail) = self.bytes.split_at(count);
        self.bytes = tail;
        Ok(head)
    }

    fn prefixed(&mut self) -> Result<&'a [u8], PacketError> {
        let length = self.take(1)?[0] as usize;
        self.take(length)
    }
}

fn text(bytes: &[u8]) -> Result<String, Utf8Error> {
    std::str::from_utf8(bytes).map(str::to_owned)
}

#[derive(Debug, PartialEq, Eq)]
pub struct Subscribe {
    pub client: String,
    pub topic: String,
}

pub fn read_subscribe(bytes: &[u8]) -> Result<Subscribe, PacketError> {
    let mut cursor = Cursor { bytes };
    let client = text(cursor.prefixed()?)?;
    let topic = text(cursor.prefixed()?)?;
    Ok(Subscribe { client, topic })
}
==== fixed
use std::str::Utf8Error;

/// What is wrong with a broker's CONNECT or SUBSCRIBE packet.
#[derive(Debug, PartialEq, Eq)]
pub enum PacketError {
    TooShort,
    /// A text field is not UTF-8; `good` bytes at its start are.
    BadText { field: &'static str, good: usize },
}

struct Cursor<'a> {
    bytes: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], PacketError> {
        if self.bytes.len() < count {
            return Err(PacketError::TooShort);
        }
        let (head, tail) = self.bytes.split_at(count);
        self.bytes = tail;
        Ok(head)
    }

    fn prefixed(&mut self) -> Result<&'a [u8], PacketError> {
        let length = self.take(1)?[0] as usize;
        self.take(length)
    }
}

fn text(bytes: &[u8]) -> Result<String, Utf8Error> {
    std::str::from_utf8(bytes).map(str::to_owned)
}

#[derive(Debug, PartialEq, Eq)]
pub struct Subscribe {
    pub client: String,
    pub topic: String,
}

pub fn read_subscribe(bytes: &[u8]) -> Result<Subscribe, PacketError> {
    let mut cursor = Cursor { bytes };
    let client = text(cursor.prefixed()?)
        .map_err(|err| PacketError::BadText { field: "client", good: err.valid_up_to() })?;
    let topic = text(cursor.prefixed()?)
        .map_err(|err| PacketError::BadText { field: "topic", good: err.valid_up_to() })?;
    Ok(Subscribe { client, topic })
}
==== tests
#[test]
fn reads_both_fields() {
    let got = read_subscribe(b"\x02c1\x03a/b").unwrap();
    assert_eq!(got, Subscribe { client: "c1".to_string(), topic: "a/b".to_string() });
}

#[test]
fn bad_text_names_its_field() {
    assert_eq!(
        read_subscribe(b"\x03c1\xff\x01t"),
        Err(PacketError::BadText { field: "client", good: 2 })
    );
    assert_eq!(
        read_subscribe(b"\x01c\x02\xfft"),
        Err(PacketError::BadText { field: "topic", good: 0 })
    );
}

#[test]
fn short_packets_are_refused() {
    assert_eq!(read_subscribe(b"\x05c1"), Err(PacketError::TooShort));
}
