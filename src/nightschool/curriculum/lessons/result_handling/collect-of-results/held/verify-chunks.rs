---
code: E0277
---
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    pub id: u32,
    pub bytes: Vec<u8>,
    pub checksum: u8,
}

#[derive(Debug, PartialEq)]
pub enum VerifyError {
    Damaged(u32),
}

impl Chunk {
    pub fn new(id: u32, bytes: &[u8]) -> Self {
        Chunk {
            id,
            bytes: bytes.to_vec(),
            checksum: bytes.iter().fold(0, |sum, b| sum ^ b),
        }
    }
}

fn verify(chunk: &Chunk) -> Result<&[u8], VerifyError> {
    let sum = chunk.bytes.iter().fold(0, |sum, b| sum ^ b);
    if sum == chunk.checksum {
        Ok(&chunk.bytes)
    } else {
        Err(VerifyError::Damaged(chunk.id))
    }
}

/// Puts a backup together from its chunks. A damaged chunk must stop the
/// restore: a file with a hole is worse than none.
pub fn restore(chunks: &[Chunk]) -> Result<Vec<u8>, VerifyError> {
    let parts: Vec<&[u8]> = chunks.iter().map(verify).collect();
    Ok(parts.concat())
}

/// Ids of all damaged chunks.
pub fn damaged(chunks: &[Chunk]) -> BTreeSet<u32> {
    chunks
        .iter()
        .filter_map(|chunk| verify(chunk).err())
        .map(|VerifyError::Damaged(id)| id)
        .collect()
}
==== fixed
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    pub id: u32,
    pub bytes: Vec<u8>,
    pub checksum: u8,
}

#[derive(Debug, PartialEq)]
pub enum VerifyError {
    Damaged(u32),
}

impl Chunk {
    pub fn new(id: u32, bytes: &[u8]) -> Self {
        Chunk {
            id,
            bytes: bytes.to_vec(),
            checksum: bytes.iter().fold(0, |sum, b| sum ^ b),
        }
    }
}

fn verify(chunk: &Chunk) -> Result<&[u8], VerifyError> {
    let sum = chunk.bytes.iter().fold(0, |sum, b| sum ^ b);
    if sum == chunk.checksum {
        Ok(&chunk.bytes)
    } else {
        Err(VerifyError::Damaged(chunk.id))
    }
}

/// Puts a backup together from its chunks. A damaged chunk must stop the
/// restore: a file with a hole is worse than none.
pub fn restore(chunks: &[Chunk]) -> Result<Vec<u8>, VerifyError> {
    let parts = chunks.iter().map(verify).collect::<Result<Vec<&[u8]>, _>>()?;
    Ok(parts.concat())
}

/// Ids of all damaged chunks.
pub fn damaged(chunks: &[Chunk]) -> BTreeSet<u32> {
    chunks
        .iter()
        .filter_map(|chunk| verify(chunk).err())
        .map(|VerifyError::Damaged(id)| id)
        .collect()
}
==== tests
    #[test]
    fn joins_in_order() {
        let chunks = [Chunk::new(2, b"hel"), Chunk::new(1, b"lo"), Chunk::new(9, b"")];
        assert_eq!(restore(&chunks), Ok(b"hello".to_vec()));
        assert!(damaged(&chunks).is_empty());
    }
    #[test]
    fn damage_stops_it() {
        let mut chunks = [Chunk::new(1, b"ab"), Chunk::new(2, b"cd"), Chunk::new(3, b"ef")];
        chunks[1].bytes[0] = b'x';
        chunks[2].checksum ^= 1;
        assert_eq!(restore(&chunks), Err(VerifyError::Damaged(2)));
        assert_eq!(damaged(&chunks), BTreeSet::from([2, 3]));
    }
