---
code: E0053
---
/// Turns numbers into bytes.
pub trait Encoder {
    /// Appends `value` to `out` and returns how many bytes were written.
    fn encode(&self, value: u64, out: &mut Vec<u8>) -> usize;
}

/// Seven bits a byte, lowest first; the high bit says that more follow.
pub struct VarInt;

/// Eight bytes, most significant first.
pub struct Fixed;

impl Encoder for VarInt {
    fn encode(&self, value: u32, out: &mut Vec<u8>) -> usize {
        let mut rest = value;
        let before = out.len();
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
        out.len() - before
    }
}

impl Encoder for Fixed {
    fn encode(&self, value: u64, out: &mut Vec<u8>) -> usize {
        out.extend_from_slice(&value.to_be_bytes());
        8
    }
}

/// Encodes all values with one encoder and returns the total length.
pub fn encode_all(encoder: &dyn Encoder, values: &[u64], out: &mut Vec<u8>) -> usize {
    values.iter().map(|value| encoder.encode(*value, out)).sum()
}
==== fixed
/// Turns numbers into bytes.
pub trait Encoder {
    /// Appends `value` to `out` and returns how many bytes were written.
    fn encode(&self, value: u64, out: &mut Vec<u8>) -> usize;
}

/// Seven bits a byte, lowest first; the high bit says that more follow.
pub struct VarInt;

/// Eight bytes, most significant first.
pub struct Fixed;

impl Encoder for VarInt {
    fn encode(&self, value: u64, out: &mut Vec<u8>) -> usize {
        let mut rest = value;
        let before = out.len();
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
        out.len() - before
    }
}

impl Encoder for Fixed {
    fn encode(&self, value: u64, out: &mut Vec<u8>) -> usize {
        out.extend_from_slice(&value.to_be_bytes());
        8
    }
}

/// Encodes all values with one encoder and returns the total length.
pub fn encode_all(encoder: &dyn Encoder, values: &[u64], out: &mut Vec<u8>) -> usize {
    values.iter().map(|value| encoder.encode(*value, out)).sum()
}
==== tests
#[test]
fn small_numbers() {
    let mut out = vec![9];
    assert_eq!(encode_all(&VarInt, &[1, 300], &mut out), 3);
    assert_eq!(out, vec![9, 1, 0xac, 0x02]);
}

#[test]
fn numbers_beyond_32_bits_are_whole() {
    let mut out = Vec::new();
    assert_eq!(encode_all(&VarInt, &[1 << 35], &mut out), 6);
    assert_eq!(out, vec![0x80, 0x80, 0x80, 0x80, 0x80, 0x01]);
    assert_eq!(encode_all(&Fixed, &[1 << 40], &mut out), 8);
}
