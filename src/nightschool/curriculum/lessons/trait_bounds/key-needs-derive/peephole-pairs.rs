---
code: E0277
---
use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    Register(u8),
    Immediate(i32),
    Label(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Instruction {
    pub mnemonic: &'static str,
    pub operands: Vec<Operand>,
}

impl Instruction {
    pub fn new(mnemonic: &'static str, operands: &[Operand]) -> Self {
        Instruction {
            mnemonic,
            operands: operands.to_vec(),
        }
    }
}

/// The instructions that occur more than once in a block, each one once,
/// in the order in which the repetition is seen.
pub fn repeated(block: &[Instruction]) -> Vec<&Instruction> {
    let mut seen: HashSet<&Instruction> = HashSet::from_iter(block.first());
    let mut repeated = Vec::new();
    for instruction in block.iter().skip(1) {
        if seen.contains(instruction) && !repeated.contains(&instruction) {
            repeated.push(instruction);
        }
        seen.extend([instruction]);
    }
    repeated
}
==== fixed
use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Operand {
    Register(u8),
    Immediate(i32),
    Label(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Instruction {
    pub mnemonic: &'static str,
    pub operands: Vec<Operand>,
}

impl Instruction {
    pub fn new(mnemonic: &'static str, operands: &[Operand]) -> Self {
        Instruction {
            mnemonic,
            operands: operands.to_vec(),
        }
    }
}

/// The instructions that occur more than once in a block, each one once,
/// in the order in which the repetition is seen.
pub fn repeated(block: &[Instruction]) -> Vec<&Instruction> {
    let mut seen: HashSet<&Instruction> = HashSet::from_iter(block.first());
    let mut repeated = Vec::new();
    for instruction in block.iter().skip(1) {
        if seen.contains(instruction) && !repeated.contains(&instruction) {
            repeated.push(instruction);
        }
        seen.extend([instruction]);
    }
    repeated
}
==== tests
#[test]
fn finds_repetitions() {
    let load = Instruction::new("load", &[Operand::Register(1), Operand::Immediate(5)]);
    let other = Instruction::new("load", &[Operand::Register(1), Operand::Immediate(6)]);
    let jump = Instruction::new("jump", &[Operand::Label("top".into())]);
    let block = [
        load.clone(),
        jump.clone(),
        other.clone(),
        jump.clone(),
        load.clone(),
        jump.clone(),
    ];
    assert_eq!(repeated(&block), [&jump, &load]);
}
#[test]
fn operand_kinds_differ() {
    let a = Instruction::new("push", &[Operand::Register(1)]);
    let b = Instruction::new("push", &[Operand::Immediate(1)]);
    assert!(repeated(&[a, b]).is_empty());
    assert!(repeated(&[]).is_empty());
}
