---
code: E0046
---
/// A text that can be edited at byte positions.
pub trait Editable {
    fn insert(&mut self, at: usize, text: &str);
    fn remove(&mut self, at: usize, len: usize) -> String;
    fn text(&self) -> String;

    /// Puts `text` where `len` bytes stood and gives back what was there.
    fn replace(&mut self, at: usize, len: usize, text: &str) -> String {
        let old = self.remove(at, len);
        self.insert(at, text);
        old
    }
}

/// Two halves of a text around the cursor.
#[derive(Debug, Default)]
pub struct SplitBuffer {
    before: String,
    after: String,
}

impl SplitBuffer {
    fn seek(&mut self, at: usize) {
        let whole = self.text();
        self.before = whole[..at].to_string();
        self.after = whole[at..].to_string();
    }

    pub fn cursor(&self) -> usize {
        self.before.len()
    }
}

impl Editable for SplitBuffer {
    fn insert(&mut self, at: usize, text: &str) {
        self.seek(at);
        self.before.push_str(text);
    }

    fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }
}
==== fixed
/// A text that can be edited at byte positions.
pub trait Editable {
    fn insert(&mut self, at: usize, text: &str);
    fn remove(&mut self, at: usize, len: usize) -> String;
    fn text(&self) -> String;

    /// Puts `text` where `len` bytes stood and gives back what was there.
    fn replace(&mut self, at: usize, len: usize, text: &str) -> String {
        let old = self.remove(at, len);
        self.insert(at, text);
        old
    }
}

/// Two halves of a text around the cursor.
#[derive(Debug, Default)]
pub struct SplitBuffer {
    before: String,
    after: String,
}

impl SplitBuffer {
    fn seek(&mut self, at: usize) {
        let whole = self.text();
        self.before = whole[..at].to_string();
        self.after = whole[at..].to_string();
    }

    pub fn cursor(&self) -> usize {
        self.before.len()
    }
}

impl Editable for SplitBuffer {
    fn insert(&mut self, at: usize, text: &str) {
        self.seek(at);
        self.before.push_str(text);
    }

    fn remove(&mut self, at: usize, len: usize) -> String {
        self.seek(at);
        self.after.drain(..len).collect()
    }

    fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }
}
==== tests
#[test]
fn remove_gives_back_the_text() {
    let mut b = SplitBuffer::default();
    b.insert(0, "hello world");
    assert_eq!(b.remove(5, 6), " world");
    assert_eq!(b.text(), "hello");
}

#[test]
fn replace_in_the_middle() {
    let mut b = SplitBuffer::default();
    b.insert(0, "one two three");
    assert_eq!(b.replace(4, 3, "2"), "two");
    assert_eq!(b.text(), "one 2 three");
    assert_eq!(b.cursor(), 5);
}
