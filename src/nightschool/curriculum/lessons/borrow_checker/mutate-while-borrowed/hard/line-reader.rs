---
code: E0502
---
//! Collects bytes from a connection and hands out whole lines.

#[derive(Debug, Default)]
pub struct LineReader {
    pending: String,
    pub lines_read: usize,
}

impl LineReader {
    pub fn feed(&mut self, chunk: &str) {
        self.pending.push_str(chunk);
    }

    /// The oldest whole line, without its line end; what comes after it stays pending.
    pub fn next_line(&mut self) -> Option<String> {
        let end = self.pending.find('\n')?;
        let line = self.pending[..end].trim_end_matches('\r');
        self.pending.drain(..=end);
        self.lines_read += 1;
        Some(line.to_string())
    }

    /// Bytes of the line that is still under way.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }
}

/// Splits `name: value`; spaces around both do not count.
pub fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim(), value.trim()))
}
==== fixed
//! Collects bytes from a connection and hands out whole lines.

#[derive(Debug, Default)]
pub struct LineReader {
    pending: String,
    pub lines_read: usize,
}

impl LineReader {
    pub fn feed(&mut self, chunk: &str) {
        self.pending.push_str(chunk);
    }

    /// The oldest whole line, without its line end; what comes after it stays pending.
    pub fn next_line(&mut self) -> Option<String> {
        let end = self.pending.find('\n')?;
        let line = self.pending[..end].trim_end_matches('\r').to_string();
        self.pending.drain(..=end);
        self.lines_read += 1;
        Some(line)
    }

    /// Bytes of the line that is still under way.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }
}

/// Splits `name: value`; spaces around both do not count.
pub fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim(), value.trim()))
}
==== tests
#[test]
fn lines_come_in_order_and_once() {
    let mut reader = LineReader::default();
    reader.feed("host: a\r\nport: 80\nuse");
    assert_eq!(reader.next_line().as_deref(), Some("host: a"));
    assert_eq!(reader.next_line().as_deref(), Some("port: 80"));
    assert_eq!(reader.next_line(), None);
    assert_eq!((reader.pending(), reader.lines_read), (3, 2));
    reader.feed("r: x\n\n");
    assert_eq!(reader.next_line().as_deref(), Some("user: x"));
    assert_eq!(reader.next_line().as_deref(), Some(""));
    assert_eq!(reader.pending(), 0);
}

#[test]
fn splits_headers() {
    assert_eq!(header("port: 80"), Some(("port", "80")));
    assert_eq!(header("none"), None);
}
