---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct BadByte {
    pub position: usize,
    pub text: String,
}

fn byte(position: usize, text: &str) -> Result<u8, BadByte> {
    u8::from_str_radix(text, 16).map_err(|_| BadByte {
        position,
        text: text.to_string(),
    })
}

/// Reads a listing such as `10 ff 0A` into machine code.
/// A listing with a word that is no byte is refused as a whole.
pub fn read_listing(listing: &str) -> Result<Vec<u8>, BadByte> {
    let code: Vec<u8> = listing
        .split_whitespace()
        .enumerate()
        .map(|(position, text)| byte(position, text))
        .collect();
    Ok(code)
}

#[derive(Default)]
pub struct Library {
    routines: HashMap<String, Vec<u8>>,
}

impl Library {
    /// Adds a routine and returns the library's size in bytes.
    pub fn load(&mut self, name: &str, listing: &str) -> Result<usize, BadByte> {
        self.routines.insert(name.to_string(), read_listing(listing)?);
        Ok(self.routines.values().map(Vec::len).sum())
    }

    pub fn routine(&self, name: &str) -> Option<&[u8]> {
        self.routines.get(name).map(Vec::as_slice)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct BadByte {
    pub position: usize,
    pub text: String,
}

fn byte(position: usize, text: &str) -> Result<u8, BadByte> {
    u8::from_str_radix(text, 16).map_err(|_| BadByte {
        position,
        text: text.to_string(),
    })
}

/// Reads a listing such as `10 ff 0A` into machine code.
/// A listing with a word that is no byte is refused as a whole.
pub fn read_listing(listing: &str) -> Result<Vec<u8>, BadByte> {
    let code: Vec<u8> = listing
        .split_whitespace()
        .enumerate()
        .map(|(position, text)| byte(position, text))
        .collect::<Result<_, _>>()?;
    Ok(code)
}

#[derive(Default)]
pub struct Library {
    routines: HashMap<String, Vec<u8>>,
}

impl Library {
    /// Adds a routine and returns the library's size in bytes.
    pub fn load(&mut self, name: &str, listing: &str) -> Result<usize, BadByte> {
        self.routines.insert(name.to_string(), read_listing(listing)?);
        Ok(self.routines.values().map(Vec::len).sum())
    }

    pub fn routine(&self, name: &str) -> Option<&[u8]> {
        self.routines.get(name).map(Vec::as_slice)
    }
}
==== tests
#[test]
fn loads_bytes() {
    let mut l = Library::default();
    assert_eq!(l.load("a", "10 ff 0A"), Ok(3));
    assert_eq!(l.load("b", "00"), Ok(4));
    assert_eq!(l.routine("a"), Some(&[0x10, 0xff, 0x0a][..]));
}
#[test]
fn refuses_the_whole_listing() {
    let mut l = Library::default();
    assert_eq!(
        l.load("a", "10 xyz 100"),
        Err(BadByte { position: 1, text: "xyz".to_string() })
    );
    assert_eq!(l.routine("a"), None);
    assert_eq!(read_listing(""), Ok(vec![]));
}
