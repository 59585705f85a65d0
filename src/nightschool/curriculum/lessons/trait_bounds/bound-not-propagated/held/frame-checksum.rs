---
code: E0277
---
/// A value that can be written into a telemetry frame.
pub trait Encode {
    fn encode(&self, out: &mut Vec<u8>);
}

impl Encode for u16 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend(self.to_be_bytes());
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
}

impl<T> Encode for Option<T> {
    /// One byte that tells whether there is a value, then the value.
    fn encode(&self, out: &mut Vec<u8>) {
        self.is_some().encode(out);
        if let Some(value) = self {
            put(value, out);
        }
    }
}

fn put<T: Encode>(value: &T, out: &mut Vec<u8>) {
    value.encode(out);
}

/// The frame: length, the encoded values, and the sum of all bytes modulo 256.
pub fn frame<T>(values: &[T]) -> Vec<u8> {
    let mut body = vec![values.len() as u8];
    for value in values {
        put(value, &mut body);
    }
    let sum = body.iter().fold(0u8, |sum, byte| sum.wrapping_add(*byte));
    body.push(sum);
    body
}
==== fixed
/// A value that can be written into a telemetry frame.
pub trait Encode {
    fn encode(&self, out: &mut Vec<u8>);
}

impl Encode for u16 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend(self.to_be_bytes());
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
}

impl<T: Encode> Encode for Option<T> {
    /// One byte that tells whether there is a value, then the value.
    fn encode(&self, out: &mut Vec<u8>) {
        self.is_some().encode(out);
        if let Some(value) = self {
            put(value, out);
        }
    }
}

fn put<T: Encode>(value: &T, out: &mut Vec<u8>) {
    value.encode(out);
}

/// The frame: length, the encoded values, and the sum of all bytes modulo 256.
pub fn frame<T: Encode>(values: &[T]) -> Vec<u8> {
    let mut body = vec![values.len() as u8];
    for value in values {
        put(value, &mut body);
    }
    let sum = body.iter().fold(0u8, |sum, byte| sum.wrapping_add(*byte));
    body.push(sum);
    body
}
==== tests
#[test]
fn numbers() {
    assert_eq!(frame(&[0x0102u16, 0x00ff]), [2, 1, 2, 0, 255, 4]);
}

#[test]
fn optional_values() {
    assert_eq!(frame(&[Some(7u16), None]), [2, 1, 0, 7, 0, 10]);
    assert_eq!(frame(&[Some(true)]), [1, 1, 1, 3]);
    assert_eq!(frame::<bool>(&[]), [0, 0]);
}
