---
code: E0596
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct DuplicateLabel(pub String);

/// First pass of the assembler: where every label points to.
#[derive(Debug, Default)]
pub struct Labels {
    addresses: HashMap<String, u16>,
    sizes: Vec<u16>,
}

impl Labels {
    fn size_of(instruction: &str) -> u16 {
        match instruction.split_whitespace().count() {
            0 => 0,
            words => words as u16 + 1,
        }
    }

    /// Takes one source line: `name:` marks the coming address, anything else fills space.
    pub fn line(&self, text: &str) -> Result<(), DuplicateLabel> {
        let text = text.split(';').next().unwrap_or("").trim();
        let Some(name) = text.strip_suffix(':') else {
            self.sizes.push(Self::size_of(text));
            return Ok(());
        };
        let here = self.sizes.iter().sum();
        match self.addresses.insert(name.to_string(), here) {
            None => Ok(()),
            Some(_) => Err(DuplicateLabel(name.to_string())),
        }
    }

    pub fn address(&self, name: &str) -> Option<u16> {
        self.addresses.get(name).copied()
    }
}

pub fn first_pass(source: &str) -> Result<Labels, DuplicateLabel> {
    let labels = Labels::default();
    for text in source.lines() {
        labels.line(text)?;
    }
    Ok(labels)
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub struct DuplicateLabel(pub String);

/// First pass of the assembler: where every label points to.
#[derive(Debug, Default)]
pub struct Labels {
    addresses: HashMap<String, u16>,
    sizes: Vec<u16>,
}

impl Labels {
    fn size_of(instruction: &str) -> u16 {
        match instruction.split_whitespace().count() {
            0 => 0,
            words => words as u16 + 1,
        }
    }

    /// Takes one source line: `name:` marks the coming address, anything else fills space.
    pub fn line(&mut self, text: &str) -> Result<(), DuplicateLabel> {
        let text = text.split(';').next().unwrap_or("").trim();
        let Some(name) = text.strip_suffix(':') else {
            self.sizes.push(Self::size_of(text));
            return Ok(());
        };
        let here = self.sizes.iter().sum();
        match self.addresses.insert(name.to_string(), here) {
            None => Ok(()),
            Some(_) => Err(DuplicateLabel(name.to_string())),
        }
    }

    pub fn address(&self, name: &str) -> Option<u16> {
        self.addresses.get(name).copied()
    }
}

pub fn first_pass(source: &str) -> Result<Labels, DuplicateLabel> {
    let mut labels = Labels::default();
    for text in source.lines() {
        labels.line(text)?;
    }
    Ok(labels)
}
==== tests
#[test]
fn addresses_count_instruction_sizes() {
    let l = first_pass("start:\n  load 1 ; one\n  halt\n; nothing\nend:\n").unwrap();
    assert_eq!(l.address("start"), Some(0));
    assert_eq!(l.address("end"), Some(5));
    assert_eq!(l.address("middle"), None);
}
#[test]
fn a_label_twice() {
    let e = first_pass("a:\nb:\na:").map(|_| ());
    assert_eq!(e, Err(DuplicateLabel("a".to_string())));
}
