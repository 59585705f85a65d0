---
code: E0505
---
/// Collects bytes and the places where records begin.
#[derive(Debug, Default)]
pub struct BatchEncoder {
    buffer: Vec<u8>,
    starts: Vec<usize>,
}

#[derive(Debug, PartialEq)]
pub struct Batch {
    pub bytes: Vec<u8>,
    pub records: usize,
    pub checksum: u8,
}

fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum: u8, byte| sum.rotate_left(1) ^ byte)
}

impl BatchEncoder {
    pub fn record(&mut self, bytes: &[u8]) {
        self.starts.push(self.buffer.len());
        self.buffer.extend_from_slice(bytes);
    }

    fn last_record(&self) -> &[u8] {
        match self.starts.last() {
            Some(&start) => &self.buffer[start..],
            None => &[],
        }
    }
}

/// Closes the batch. The checksum is that of the last record alone.
pub fn finish(encoder: BatchEncoder) -> Batch {
    let last = encoder.last_record();
    let records = encoder.starts.len();
    let bytes = into_padded(encoder, 4);
    let checksum = checksum(last);
    Batch { bytes, records, checksum }
}

/// The bytes, filled up with zeros to a multiple of `unit`.
fn into_padded(encoder: BatchEncoder, unit: usize) -> Vec<u8> {
    let mut bytes = encoder.buffer;
    while bytes.len() % unit != 0 {
        bytes.push(0);
    }
    bytes
}
==== fixed
/// Collects bytes and the places where records begin.
#[derive(Debug, Default)]
pub struct BatchEncoder {
    buffer: Vec<u8>,
    starts: Vec<usize>,
}

#[derive(Debug, PartialEq)]
pub struct Batch {
    pub bytes: Vec<u8>,
    pub records: usize,
    pub checksum: u8,
}

fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum: u8, byte| sum.rotate_left(1) ^ byte)
}

impl BatchEncoder {
    pub fn record(&mut self, bytes: &[u8]) {
        self.starts.push(self.buffer.len());
        self.buffer.extend_from_slice(bytes);
    }

    fn last_record(&self) -> &[u8] {
        match self.starts.last() {
            Some(&start) => &self.buffer[start..],
            None => &[],
        }
    }
}

/// Closes the batch. The checksum is that of the last record alone.
pub fn finish(encoder: BatchEncoder) -> Batch {
    let last = encoder.last_record();
    let records = encoder.starts.len();
    let checksum = checksum(last);
    let bytes = into_padded(encoder, 4);
    Batch { bytes, records, checksum }
}

/// The bytes, filled up with zeros to a multiple of `unit`.
fn into_padded(encoder: BatchEncoder, unit: usize) -> Vec<u8> {
    let mut bytes = encoder.buffer;
    while bytes.len() % unit != 0 {
        bytes.push(0);
    }
    bytes
}
==== tests
#[test]
fn checksum_is_that_of_the_last_record() {
    let mut encoder = BatchEncoder::default();
    encoder.record(&[9, 9, 9]);
    encoder.record(&[1, 2]);
    let batch = finish(encoder);
    assert_eq!(batch.bytes, vec![9, 9, 9, 1, 2, 0, 0, 0]);
    assert_eq!(batch.records, 2);
    assert_eq!(batch.checksum, 0);
}

#[test]
fn other_batches() {
    let mut encoder = BatchEncoder::default();
    encoder.record(&[7]);
    encoder.record(&[1, 1]);
    assert_eq!(finish(encoder).checksum, 3);
    let empty = finish(BatchEncoder::default());
    assert_eq!(empty, Batch { bytes: vec![], records: 0, checksum: 0 });
}
