---
code: E0106
---
/// Walks over the lines of a buffer that belongs to someone else.
pub struct LineCursor {
    lines: Vec<&str>,
    at: usize,
}

impl LineCursor {
    pub fn new(buffer: &str) -> Self {
        LineCursor { lines: buffer.lines().collect(), at: 0 }
    }

    /// The line under the cursor; it may be kept after the cursor has moved on or is gone.
    pub fn current(&self) -> Option<&str> {
        self.lines.get(self.at).copied()
    }

    pub fn down(&mut self) -> bool {
        if self.at + 1 < self.lines.len() {
            self.at += 1;
            return true;
        }
        false
    }

    pub fn up(&mut self) -> bool {
        let moved = self.at > 0;
        self.at = self.at.saturating_sub(1);
        moved
    }
}
==== fixed
/// Walks over the lines of a buffer that belongs to someone else.
pub struct LineCursor<'b> {
    lines: Vec<&'b str>,
    at: usize,
}

impl<'b> LineCursor<'b> {
    pub fn new(buffer: &'b str) -> Self {
        LineCursor { lines: buffer.lines().collect(), at: 0 }
    }

    /// The line under the cursor; it may be kept after the cursor has moved on or is gone.
    pub fn current(&self) -> Option<&'b str> {
        self.lines.get(self.at).copied()
    }

    pub fn down(&mut self) -> bool {
        if self.at + 1 < self.lines.len() {
            self.at += 1;
            return true;
        }
        false
    }

    pub fn up(&mut self) -> bool {
        let moved = self.at > 0;
        self.at = self.at.saturating_sub(1);
        moved
    }
}
==== tests
#[test]
fn lines_outlive_the_cursor() {
    let text = String::from("one\ntwo");
    let (first, second);
    {
        let mut cursor = LineCursor::new(&text);
        first = cursor.current();
        assert!(cursor.down());
        second = cursor.current();
        assert!(!cursor.down());
    }
    assert_eq!((first, second), (Some("one"), Some("two")));
}

#[test]
fn up_stops_at_the_top() {
    let mut cursor = LineCursor::new("a\nb");
    assert!(!cursor.up());
    cursor.down();
    assert!(cursor.up());
    assert_eq!(cursor.current(), Some("a"));
    assert_eq!(LineCursor::new("").current(), None);
}
