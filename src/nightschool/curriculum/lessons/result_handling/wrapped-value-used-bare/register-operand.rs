---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum AsmError {
    UnknownLabel(String),
    UnknownMnemonic(String),
}

#[derive(Debug, PartialEq)]
pub enum Instr {
    Jump(usize),
    Call(usize),
    Halt,
}

pub struct Assembler {
    labels: BTreeMap<String, usize>,
}

impl Assembler {
    pub fn new(labels: &[(&str, usize)]) -> Self {
        Assembler {
            labels: labels.iter().map(|(name, at)| (name.to_string(), *at)).collect(),
        }
    }

    fn address(&self, label: &str) -> Result<usize, AsmError> {
        self.labels
            .get(label)
            .copied()
            .ok_or_else(|| AsmError::UnknownLabel(label.to_string()))
    }

    pub fn encode(&self, line: &str) -> Result<Instr, AsmError> {
        let (mnemonic, operand) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        match mnemonic {
            "jmp" => Ok(Instr::Jump(self.address(operand))),
            "call" => Ok(Instr::Call(self.address(operand))),
            "hlt" => Ok(Instr::Halt),
            other => Err(AsmError::UnknownMnemonic(other.to_string())),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum AsmError {
    UnknownLabel(String),
    UnknownMnemonic(String),
}

#[derive(Debug, PartialEq)]
pub enum Instr {
    Jump(usize),
    Call(usize),
    Halt,
}

pub struct Assembler {
    labels: BTreeMap<String, usize>,
}

impl Assembler {
    pub fn new(labels: &[(&str, usize)]) -> Self {
        Assembler {
            labels: labels.iter().map(|(name, at)| (name.to_string(), *at)).collect(),
        }
    }

    fn address(&self, label: &str) -> Result<usize, AsmError> {
        self.labels
            .get(label)
            .copied()
            .ok_or_else(|| AsmError::UnknownLabel(label.to_string()))
    }

    pub fn encode(&self, line: &str) -> Result<Instr, AsmError> {
        let (mnemonic, operand) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        match mnemonic {
            "jmp" => Ok(Instr::Jump(self.address(operand)?)),
            "call" => Ok(Instr::Call(self.address(operand)?)),
            "hlt" => Ok(Instr::Halt),
            other => Err(AsmError::UnknownMnemonic(other.to_string())),
        }
    }
}
==== tests
#[test]
fn encodes_known_labels() {
    let a = Assembler::new(&[("start", 0), ("print", 12)]);
    assert_eq!(a.encode("jmp start"), Ok(Instr::Jump(0)));
    assert_eq!(a.encode("  call print"), Ok(Instr::Call(12)));
    assert_eq!(a.encode("hlt"), Ok(Instr::Halt));
}
#[test]
fn unknown_label_is_an_error() {
    let a = Assembler::new(&[("start", 0)]);
    assert_eq!(a.encode("jmp end"), Err(AsmError::UnknownLabel("end".into())));
    assert_eq!(a.encode("call end"), Err(AsmError::UnknownLabel("end".into())));
    assert_eq!(a.encode("nop"), Err(AsmError::UnknownMnemonic("nop".into())));
}
