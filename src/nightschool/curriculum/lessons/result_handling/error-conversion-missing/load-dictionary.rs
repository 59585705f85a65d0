---
code: E0277
---
use std::collections::BTreeMap;
use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug)]
pub enum LoadError {
    Encoding(Utf8Error),
    Frequency(ParseIntError),
    Columns { line: usize },
}

impl From<ParseIntError> for LoadError {
    fn from(e: ParseIntError) -> Self {
        LoadError::Frequency(e)
    }
}

#[derive(Debug, Default)]
pub struct Dictionary {
    words: BTreeMap<String, u32>,
}

impl Dictionary {
    /// Reads `word<TAB>frequency` lines. Empty lines are allowed.
    pub fn load(bytes: &[u8]) -> Result<Dictionary, LoadError> {
        let text = std::str::from_utf8(bytes)?;
        let mut dictionary = Dictionary::default();
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty()) {
            let (word, freq) = line.split_once('\t').ok_or(LoadError::Columns { line: i + 1 })?;
            dictionary.words.insert(word.to_string(), freq.parse()?);
        }
        Ok(dictionary)
    }

    pub fn frequency(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }
}
==== fixed
use std::collections::BTreeMap;
use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug)]
pub enum LoadError {
    Encoding(Utf8Error),
    Frequency(ParseIntError),
    Columns { line: usize },
}

impl From<Utf8Error> for LoadError {
    fn from(e: Utf8Error) -> Self {
        LoadError::Encoding(e)
    }
}

impl From<ParseIntError> for LoadError {
    fn from(e: ParseIntError) -> Self {
        LoadError::Frequency(e)
    }
}

#[derive(Debug, Default)]
pub struct Dictionary {
    words: BTreeMap<String, u32>,
}

impl Dictionary {
    /// Reads `word<TAB>frequency` lines. Empty lines are allowed.
    pub fn load(bytes: &[u8]) -> Result<Dictionary, LoadError> {
        let text = std::str::from_utf8(bytes)?;
        let mut dictionary = Dictionary::default();
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty()) {
            let (word, freq) = line.split_once('\t').ok_or(LoadError::Columns { line: i + 1 })?;
            dictionary.words.insert(word.to_string(), freq.parse()?);
        }
        Ok(dictionary)
    }

    pub fn frequency(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }
}
==== tests
#[test]
fn good_files_load() {
    let d = Dictionary::load("owl\t12\n\nüber\t3".as_bytes()).unwrap();
    assert_eq!(d.frequency("über"), 3);
    assert_eq!(d.frequency("fox"), 0);
}

#[test]
fn each_fault_keeps_its_kind() {
    assert!(matches!(Dictionary::load(b"owl\t1\n\xff\t2"), Err(LoadError::Encoding(e)) if e.valid_up_to() == 6));
    assert!(matches!(Dictionary::load(b"owl\tmany"), Err(LoadError::Frequency(_))));
    assert!(matches!(Dictionary::load(b"a\t1\nowl"), Err(LoadError::Columns { line: 2 })));
}
