---
code: E0277
---
use std::collections::BTreeMap;

/// Opcodes in the order in which reports list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opcode {
    Load,
    Store,
    Add,
    Branch,
    Return,
}

impl Opcode {
    pub fn decode(byte: u8) -> Option<Opcode> {
        Some(match byte >> 4 {
            0x0 => Opcode::Load,
            0x1 => Opcode::Store,
            0x2 => Opcode::Add,
            0x8 => Opcode::Branch,
            0xf => Opcode::Return,
            _ => return None,
        })
    }
}

/// Counts the opcodes of a code block; bytes that are no opcode are passed over.
pub fn histogram(code: &[u8]) -> Vec<(Opcode, usize)> {
    let mut counts = BTreeMap::new();
    for opcode in code.iter().filter_map(|byte| Opcode::decode(*byte)) {
        *counts.entry(opcode).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}
==== fixed
use std::collections::BTreeMap;

/// Opcodes in the order in which reports list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opcode {
    Load,
    Store,
    Add,
    Branch,
    Return,
}

impl Opcode {
    pub fn decode(byte: u8) -> Option<Opcode> {
        Some(match byte >> 4 {
            0x0 => Opcode::Load,
            0x1 => Opcode::Store,
            0x2 => Opcode::Add,
            0x8 => Opcode::Branch,
            0xf => Opcode::Return,
            _ => return None,
        })
    }
}

/// Counts the opcodes of a code block; bytes that are no opcode are passed over.
pub fn histogram(code: &[u8]) -> Vec<(Opcode, usize)> {
    let mut counts = BTreeMap::new();
    for opcode in code.iter().filter_map(|byte| Opcode::decode(*byte)) {
        *counts.entry(opcode).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}
==== tests
#[test]
fn report_order() {
    let found = histogram(&[0xf0, 0x21, 0x10, 0x22, 0x03, 0x99, 0x81]);
    assert_eq!(
        found,
        [
            (Opcode::Load, 1),
            (Opcode::Store, 1),
            (Opcode::Add, 2),
            (Opcode::Branch, 1),
            (Opcode::Return, 1)
        ]
    );
}
#[test]
fn only_unknown_bytes() {
    assert!(histogram(&[0x44, 0x55]).is_empty());
}
