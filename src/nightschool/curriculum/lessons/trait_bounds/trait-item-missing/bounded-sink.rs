---
code: E0046
---
/// Where finished log lines go.
pub trait LogSink {
    type Receipt;

    fn write(&mut self, line: &str) -> Self::Receipt;

    /// How many lines were given to the sink and are not in it any more.
    fn dropped(&self) -> usize;

    fn write_all(&mut self, lines: &[&str]) -> Vec<Self::Receipt> {
        lines.iter().map(|line| self.write(line)).collect()
    }
}

/// Remembers the newest lines in a ring.
pub struct RingSink {
    lines: Vec<String>,
    capacity: usize,
    written: usize,
}

impl RingSink {
    pub fn new(capacity: usize) -> Self {
        RingSink { lines: Vec::new(), capacity, written: 0 }
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

impl LogSink for RingSink {
    /// The running number of the line, from 1.
    type Receipt = usize;

    fn write(&mut self, line: &str) -> usize {
        if self.lines.len() == self.capacity {
            self.lines.remove(0);
        }
        self.lines.push(line.to_string());
        self.written += 1;
        self.written
    }
}
==== fixed
/// Where finished log lines go.
pub trait LogSink {
    type Receipt;

    fn write(&mut self, line: &str) -> Self::Receipt;

    /// How many lines were given to the sink and are not in it any more.
    fn dropped(&self) -> usize;

    fn write_all(&mut self, lines: &[&str]) -> Vec<Self::Receipt> {
        lines.iter().map(|line| self.write(line)).collect()
    }
}

/// Remembers the newest lines in a ring.
pub struct RingSink {
    lines: Vec<String>,
    capacity: usize,
    written: usize,
}

impl RingSink {
    pub fn new(capacity: usize) -> Self {
        RingSink { lines: Vec::new(), capacity, written: 0 }
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

impl LogSink for RingSink {
    /// The running number of the line, from 1.
    type Receipt = usize;

    fn write(&mut self, line: &str) -> usize {
        if self.lines.len() == self.capacity {
            self.lines.remove(0);
        }
        self.lines.push(line.to_string());
        self.written += 1;
        self.written
    }

    fn dropped(&self) -> usize {
        self.written - self.lines.len()
    }
}
==== tests
#[test]
fn dropped_counts_overwritten_lines() {
    let mut sink = RingSink::new(2);
    assert_eq!(sink.dropped(), 0);
    assert_eq!(sink.write_all(&["a", "b", "c", "d", "e"]), [1, 2, 3, 4, 5]);
    assert_eq!(sink.dropped(), 3);
    assert_eq!(sink.lines(), ["d", "e"]);
}

#[test]
fn nothing_dropped_while_there_is_room() {
    let mut sink = RingSink::new(3);
    sink.write("a");
    sink.write("b");
    assert_eq!(sink.dropped(), 0);
}
