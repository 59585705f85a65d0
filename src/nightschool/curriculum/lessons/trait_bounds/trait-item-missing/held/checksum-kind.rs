---
code: E0046
---
/// A checksum that is fed byte by byte.
pub trait Checksum: Default {
    type Value: Copy + PartialEq;

    fn feed(&mut self, byte: u8);
    fn value(&self) -> Self::Value;
}

pub fn compute<C: Checksum>(bytes: &[u8]) -> C::Value {
    let mut sum = C::default();
    for byte in bytes {
        sum.feed(*byte);
    }
    sum.value()
}

pub fn unchanged<C: Checksum>(bytes: &[u8], expected: C::Value) -> bool {
    compute::<C>(bytes) == expected
}

/// All bytes xored together.
#[derive(Default)]
pub struct Parity(u8);

impl Checksum for Parity {
    type Value = u8;

    fn feed(&mut self, byte: u8) {
        self.0 ^= byte;
    }

    fn value(&self) -> u8 {
        self.0
    }
}

/// The sum of the bytes and the sum of its intermediate results, both modulo 65521.
#[derive(Default)]
pub struct SumPair {
    sum: u32,
    of_sums: u32,
}

impl Checksum for SumPair {
    fn feed(&mut self, byte: u8) {
        self.sum = (self.sum + u32::from(byte)) % 65521;
        self.of_sums = (self.of_sums + self.sum) % 65521;
    }

    fn value(&self) -> (u32, u32) {
        (self.sum, self.of_sums)
    }
}
==== fixed
/// A checksum that is fed byte by byte.
pub trait Checksum: Default {
    type Value: Copy + PartialEq;

    fn feed(&mut self, byte: u8);
    fn value(&self) -> Self::Value;
}

pub fn compute<C: Checksum>(bytes: &[u8]) -> C::Value {
    let mut sum = C::default();
    for byte in bytes {
        sum.feed(*byte);
    }
    sum.value()
}

pub fn unchanged<C: Checksum>(bytes: &[u8], expected: C::Value) -> bool {
    compute::<C>(bytes) == expected
}

/// All bytes xored together.
#[derive(Default)]
pub struct Parity(u8);

impl Checksum for Parity {
    type Value = u8;

    fn feed(&mut self, byte: u8) {
        self.0 ^= byte;
    }

    fn value(&self) -> u8 {
        self.0
    }
}

/// The sum of the bytes and the sum of its intermediate results, both modulo 65521.
#[derive(Default)]
pub struct SumPair {
    sum: u32,
    of_sums: u32,
}

impl Checksum for SumPair {
    type Value = (u32, u32);

    fn feed(&mut self, byte: u8) {
        self.sum = (self.sum + u32::from(byte)) % 65521;
        self.of_sums = (self.of_sums + self.sum) % 65521;
    }

    fn value(&self) -> (u32, u32) {
        (self.sum, self.of_sums)
    }
}
==== tests
#[test]
fn parity() {
    assert_eq!(compute::<Parity>(&[1, 2, 4]), 7);
    assert!(unchanged::<Parity>(&[9, 9], 0));
}

#[test]
fn order_matters_to_the_pair() {
    assert_eq!(compute::<SumPair>(&[1, 2, 3]), (6, 10));
    assert!(unchanged::<SumPair>(&[3, 2, 1], (6, 14)));
    assert!(!unchanged::<SumPair>(&[3, 2, 1], (6, 10)));
}
