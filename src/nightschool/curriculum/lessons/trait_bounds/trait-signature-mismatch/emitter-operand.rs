---
code: E0053
---
pub trait Emitter {
    /// Writes one opcode with its operand; returns the offset at which it was written.
    fn emit(&mut self, opcode: u8, operand: u16) -> usize;
    fn finish(self) -> Vec<u8>;
}

/// Operands are written low byte first.
#[derive(Default)]
pub struct ByteEmitter {
    code: Vec<u8>,
}

impl Emitter for ByteEmitter {
    fn emit(&mut self, opcode: u8, operand: u8) -> usize {
        let offset = self.code.len();
        self.code.push(opcode);
        self.code.push(operand);
        offset
    }

    fn finish(self) -> Vec<u8> {
        self.code
    }
}

pub const LOAD: u8 = 0x10;
pub const JUMP: u8 = 0x20;

/// A loop: every value is loaded, then control goes back to the first load.
pub fn emit_loop<E: Emitter>(mut out: E, values: &[u16]) -> Vec<u8> {
    let mut start = None;
    for value in values {
        let at = out.emit(LOAD, *value);
        start.get_or_insert(at);
    }
    out.emit(JUMP, start.unwrap_or(0) as u16);
    out.finish()
}
==== fixed
pub trait Emitter {
    /// Writes one opcode with its operand; returns the offset at which it was written.
    fn emit(&mut self, opcode: u8, operand: u16) -> usize;
    fn finish(self) -> Vec<u8>;
}

/// Operands are written low byte first.
#[derive(Default)]
pub struct ByteEmitter {
    code: Vec<u8>,
}

impl Emitter for ByteEmitter {
    fn emit(&mut self, opcode: u8, operand: u16) -> usize {
        let offset = self.code.len();
        self.code.push(opcode);
        self.code.extend(operand.to_le_bytes());
        offset
    }

    fn finish(self) -> Vec<u8> {
        self.code
    }
}

pub const LOAD: u8 = 0x10;
pub const JUMP: u8 = 0x20;

/// A loop: every value is loaded, then control goes back to the first load.
pub fn emit_loop<E: Emitter>(mut out: E, values: &[u16]) -> Vec<u8> {
    let mut start = None;
    for value in values {
        let at = out.emit(LOAD, *value);
        start.get_or_insert(at);
    }
    out.emit(JUMP, start.unwrap_or(0) as u16);
    out.finish()
}
==== tests
#[test]
fn both_bytes_are_written() {
    let code = emit_loop(ByteEmitter::default(), &[0x0102, 7]);
    assert_eq!(code, [LOAD, 0x02, 0x01, LOAD, 7, 0, JUMP, 0, 0]);
}
#[test]
fn offsets_count_bytes() {
    let mut e = ByteEmitter::default();
    assert_eq!(e.emit(LOAD, 300), 0);
    assert_eq!(e.emit(LOAD, 1), 3);
    assert_eq!(e.finish(), [LOAD, 44, 1, LOAD, 1, 0]);
}
