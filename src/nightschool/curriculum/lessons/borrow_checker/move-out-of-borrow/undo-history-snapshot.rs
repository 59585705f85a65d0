---
code: E0507
---
/// A document that remembers earlier versions of itself.
pub struct Editor {
    lines: Vec<String>,
    past: Vec<Vec<String>>,
    limit: usize,
}

impl Editor {
    pub fn new(limit: usize) -> Self {
        Editor { lines: Vec::new(), past: Vec::new(), limit }
    }

    /// Remembers the lines as they are now, before an edit changes them.
    fn checkpoint(&mut self) {
        self.past.push(self.lines);
        if self.past.len() > self.limit {
            self.past.remove(0);
        }
    }

    pub fn append(&mut self, line: &str) {
        self.checkpoint();
        self.lines.push(line.to_string());
    }

    pub fn remove(&mut self, at: usize) -> bool {
        if at >= self.lines.len() {
            return false;
        }
        self.checkpoint();
        self.lines.remove(at);
        true
    }

    pub fn undo(&mut self) -> bool {
        match self.past.pop() {
            Some(lines) => {
                self.lines = lines;
                true
            }
            None => false,
        }
    }

    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}
==== fixed
/// A document that remembers earlier versions of itself.
pub struct Editor {
    lines: Vec<String>,
    past: Vec<Vec<String>>,
    limit: usize,
}

impl Editor {
    pub fn new(limit: usize) -> Self {
        Editor { lines: Vec::new(), past: Vec::new(), limit }
    }

    /// Remembers the lines as they are now, before an edit changes them.
    fn checkpoint(&mut self) {
        self.past.push(self.lines.clone());
        if self.past.len() > self.limit {
            self.past.remove(0);
        }
    }

    pub fn append(&mut self, line: &str) {
        self.checkpoint();
        self.lines.push(line.to_string());
    }

    pub fn remove(&mut self, at: usize) -> bool {
        if at >= self.lines.len() {
            return false;
        }
        self.checkpoint();
        self.lines.remove(at);
        true
    }

    pub fn undo(&mut self) -> bool {
        match self.past.pop() {
            Some(lines) => {
                self.lines = lines;
                true
            }
            None => false,
        }
    }

    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}
==== tests
#[test]
fn edits_keep_the_text() {
    let mut e = Editor::new(10);
    e.append("one");
    e.append("two");
    assert_eq!(e.text(), "one\ntwo");
    assert!(e.remove(0));
    assert_eq!(e.text(), "two");
    assert!(!e.remove(4));
}

#[test]
fn undo_steps_back() {
    let mut e = Editor::new(10);
    e.append("one");
    e.append("two");
    e.remove(0);
    assert!(e.undo());
    assert_eq!(e.text(), "one\ntwo");
    assert!(e.undo());
    assert_eq!(e.text(), "one");
}

#[test]
fn limit_holds() {
    let mut e = Editor::new(2);
    for l in ["a", "b", "c"] {
        e.append(l);
    }
    assert!(e.undo() && e.undo() && !e.undo());
    assert_eq!(e.text(), "a");
}
