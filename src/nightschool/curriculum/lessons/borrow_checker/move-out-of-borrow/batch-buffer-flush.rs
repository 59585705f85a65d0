---
code: E0507
---
/// Collects metric lines and hands them out in batches.
#[derive(Debug, Default)]
pub struct BatchBuffer {
    lines: Vec<String>,
    bytes: usize,
    max_bytes: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Batch {
    pub lines: Vec<String>,
    pub bytes: usize,
}

impl BatchBuffer {
    pub fn new(max_bytes: usize) -> Self {
        BatchBuffer { max_bytes, ..Default::default() }
    }

    /// Adds a line. Returns the batch that was full before it, if there was one.
    pub fn add(&mut self, line: &str) -> Option<Batch> {
        let full = if self.bytes + line.len() > self.max_bytes { self.flush() } else { None };
        self.bytes += line.len();
        self.lines.push(line.to_string());
        full
    }

    /// Hands out everything collected and starts over empty.
    pub fn flush(&mut self) -> Option<Batch> {
        if self.lines.is_empty() {
            return None;
        }
        let batch = Batch { lines: self.lines, bytes: self.bytes };
        self.bytes = 0;
        Some(batch)
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}
==== fixed
/// Collects metric lines and hands them out in batches.
#[derive(Debug, Default)]
pub struct BatchBuffer {
    lines: Vec<String>,
    bytes: usize,
    max_bytes: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Batch {
    pub lines: Vec<String>,
    pub bytes: usize,
}

impl BatchBuffer {
    pub fn new(max_bytes: usize) -> Self {
        BatchBuffer { max_bytes, ..Default::default() }
    }

    /// Adds a line. Returns the batch that was full before it, if there was one.
    pub fn add(&mut self, line: &str) -> Option<Batch> {
        let full = if self.bytes + line.len() > self.max_bytes { self.flush() } else { None };
        self.bytes += line.len();
        self.lines.push(line.to_string());
        full
    }

    /// Hands out everything collected and starts over empty.
    pub fn flush(&mut self) -> Option<Batch> {
        if self.lines.is_empty() {
            return None;
        }
        let batch = Batch { lines: std::mem::take(&mut self.lines), bytes: self.bytes };
        self.bytes = 0;
        Some(batch)
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}
==== tests
#[test]
fn full_batch_comes_out_first() {
    let mut buffer = BatchBuffer::new(6);
    assert_eq!(buffer.add("cpu 1"), None);
    let batch = buffer.add("mem 2").unwrap();
    assert_eq!(batch, Batch { lines: vec!["cpu 1".to_string()], bytes: 5 });
    assert_eq!(buffer.len(), 1);
}

#[test]
fn flush_leaves_nothing_behind() {
    let mut buffer = BatchBuffer::new(100);
    buffer.add("a");
    buffer.add("bc");
    assert_eq!(buffer.flush().unwrap().bytes, 3);
    assert!(buffer.is_empty());
    assert_eq!(buffer.flush(), None);
}
