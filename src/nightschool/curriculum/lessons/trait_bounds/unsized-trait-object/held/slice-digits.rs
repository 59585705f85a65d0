---
code: E0277
---
/// Splits a message into blocks of a fixed size; the last one is filled up.
pub struct Blocks {
    bytes: Vec<u8>,
    size: usize,
}

impl Blocks {
    /// The filling is the number of bytes that were missing (1 to `size`), as in PKCS#7.
    pub fn pad(message: &[u8], size: usize) -> Blocks {
        let missing = size - message.len() % size;
        let mut bytes = message.to_vec();
        bytes.extend(std::iter::repeat_n(missing as u8, missing));
        Blocks { bytes, size }
    }

    pub fn count(&self) -> usize {
        self.bytes.len() / self.size
    }

    pub fn block(&self, index: usize) -> Option<&[u8]> {
        self.bytes.chunks(self.size).nth(index)
    }

    /// Chains the blocks: each is xored with the one before it as it came out, the first with `start`.
    pub fn chain(&self, start: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut previous = start.to_vec();
        for index in 0..self.count() {
            let block: [u8] = self.bytes[index * self.size..(index + 1) * self.size];
            previous = block.iter().zip(&previous).map(|(b, p)| b ^ p).collect();
            out.extend_from_slice(&previous);
        }
        out
    }

    pub fn unpad(&self) -> Option<&[u8]> {
        let missing = *self.bytes.last()? as usize;
        let end = self.bytes.len().checked_sub(missing)?;
        self.bytes.get(..end)
    }
}
==== fixed
/// Splits a message into blocks of a fixed size; the last one is filled up.
pub struct Blocks {
    bytes: Vec<u8>,
    size: usize,
}

impl Blocks {
    /// The filling is the number of bytes that were missing (1 to `size`), as in PKCS#7.
    pub fn pad(message: &[u8], size: usize) -> Blocks {
        let missing = size - message.len() % size;
        let mut bytes = message.to_vec();
        bytes.extend(std::iter::repeat_n(missing as u8, missing));
        Blocks { bytes, size }
    }

    pub fn count(&self) -> usize {
        self.bytes.len() / self.size
    }

    pub fn block(&self, index: usize) -> Option<&[u8]> {
        self.bytes.chunks(self.size).nth(index)
    }

    /// Chains the blocks: each is xored with the one before it as it came out, the first with `start`.
    pub fn chain(&self, start: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut previous = start.to_vec();
        for index in 0..self.count() {
            let block = &self.bytes[index * self.size..(index + 1) * self.size];
            previous = block.iter().zip(&previous).map(|(b, p)| b ^ p).collect();
            out.extend_from_slice(&previous);
        }
        out
    }

    pub fn unpad(&self) -> Option<&[u8]> {
        let missing = *self.bytes.last()? as usize;
        let end = self.bytes.len().checked_sub(missing)?;
        self.bytes.get(..end)
    }
}
==== tests
#[test]
fn chaining() {
    let b = Blocks::pad(&[1, 2, 3], 2);
    assert_eq!(b.count(), 2);
    assert_eq!(b.block(1), Some(&[3, 1][..]));
    assert_eq!(b.chain(&[4, 4]), [5, 6, 6, 7]);
}

#[test]
fn padding_is_taken_off() {
    let b = Blocks::pad(b"abcd", 4);
    assert_eq!(b.block(1), Some(&[4, 4, 4, 4][..]));
    assert_eq!(b.unpad(), Some(&b"abcd"[..]));
    assert_eq!(b.block(2), None);
    assert_eq!(b.chain(&[0; 4]).len(), 8);
}
