---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    pub name: String,
    pub code: Vec<u8>,
    pub constants: Vec<i64>,
}

/// Finished chunks of a compilation, in order, and a log of what was done with them.
#[derive(Debug, Default)]
pub struct Image {
    chunks: Vec<Chunk>,
    pub log: Vec<String>,
}

impl Image {
    /// Stores a finished chunk and notes its name and size. Empty chunks are only noted.
    pub fn seal(&mut self, chunk: Chunk) {
        let name = &chunk.name;
        if chunk.code.is_empty() {
            self.log.push(format!("{name}: skipped"));
            return;
        }
        let size = chunk.code.len() + 8 * chunk.constants.len();
        self.chunks.push(chunk);
        self.log.push(format!("{name}: {size} bytes"));
    }

    pub fn chunk(&self, name: &str) -> Option<&Chunk> {
        self.chunks.iter().find(|chunk| chunk.name == name)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    pub name: String,
    pub code: Vec<u8>,
    pub constants: Vec<i64>,
}

/// Finished chunks of a compilation, in order, and a log of what was done with them.
#[derive(Debug, Default)]
pub struct Image {
    chunks: Vec<Chunk>,
    pub log: Vec<String>,
}

impl Image {
    /// Stores a finished chunk and notes its name and size. Empty chunks are only noted.
    pub fn seal(&mut self, chunk: Chunk) {
        let name = &chunk.name;
        if chunk.code.is_empty() {
            self.log.push(format!("{name}: skipped"));
            return;
        }
        let size = chunk.code.len() + 8 * chunk.constants.len();
        self.log.push(format!("{name}: {size} bytes"));
        self.chunks.push(chunk);
    }

    pub fn chunk(&self, name: &str) -> Option<&Chunk> {
        self.chunks.iter().find(|chunk| chunk.name == name)
    }
}
==== tests
fn chunk(name: &str, code: &[u8], constants: &[i64]) -> Chunk {
    Chunk { name: name.into(), code: code.to_vec(), constants: constants.to_vec() }
}
#[test]
fn sealed_chunks_are_stored_and_noted() {
    let mut image = Image::default();
    image.seal(chunk("main", &[1, 2, 3], &[40]));
    image.seal(chunk("tail", &[9], &[]));
    assert_eq!(image.log, ["main: 11 bytes", "tail: 1 bytes"]);
    assert_eq!(image.chunk("main"), Some(&chunk("main", &[1, 2, 3], &[40])));
    assert!(image.chunk("tail").is_some());
}
#[test]
fn empty_chunks_are_skipped() {
    let mut image = Image::default();
    image.seal(chunk("none", &[], &[1]));
    assert_eq!(image.log, ["none: skipped"]);
    assert_eq!(image.chunk("none"), None);
}
