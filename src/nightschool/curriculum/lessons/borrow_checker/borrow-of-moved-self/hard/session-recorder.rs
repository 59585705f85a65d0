---
code: E0382
---
//! Records the moves of a session; several writers may share one recording.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Clone)]
pub struct Recorder {
    title: String,
    lines: Rc<RefCell<Vec<String>>>,
}

#[derive(Debug, PartialEq)]
pub struct Transcript {
    pub title: String,
    pub lines: Vec<String>,
}

impl Recorder {
    pub fn new(title: &str) -> Self {
        Recorder { title: title.to_string(), lines: Rc::default() }
    }

    pub fn write(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_string());
    }

    /// The lines, or None while another writer still holds the recording.
    fn into_lines(self) -> Option<Vec<String>> {
        Rc::try_unwrap(self.lines).ok().map(RefCell::into_inner)
    }
}

/// Closes a recording; None as long as somebody else can write to it.
pub fn close(recorder: Recorder) -> Option<Transcript> {
    let lines = recorder.into_lines()?;
    Some(Transcript { title: recorder.title.clone(), lines })
}
==== fixed
//! Records the moves of a session; several writers may share one recording.

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Clone)]
pub struct Recorder {
    title: String,
    lines: Rc<RefCell<Vec<String>>>,
}

#[derive(Debug, PartialEq)]
pub struct Transcript {
    pub title: String,
    pub lines: Vec<String>,
}

impl Recorder {
    pub fn new(title: &str) -> Self {
        Recorder { title: title.to_string(), lines: Rc::default() }
    }

    pub fn write(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_string());
    }

    /// The lines, or None while another writer still holds the recording.
    fn into_lines(self) -> Option<Vec<String>> {
        Rc::try_unwrap(self.lines).ok().map(RefCell::into_inner)
    }
}

/// Closes a recording; None as long as somebody else can write to it.
pub fn close(recorder: Recorder) -> Option<Transcript> {
    let title = recorder.title.clone();
    let lines = recorder.into_lines()?;
    Some(Transcript { title, lines })
}
==== tests
#[test]
fn closes_a_finished_recording() {
    let recorder = Recorder::new("opening");
    recorder.write("e4");
    recorder.write("e5");
    let transcript = close(recorder).unwrap();
    assert_eq!(transcript.title, "opening");
    assert_eq!(transcript.lines, ["e4", "e5"]);
}

#[test]
fn not_while_another_writer_is_open() {
    let recorder = Recorder::new("shared");
    let other = recorder.clone();
    other.write("d4");
    assert_eq!(close(recorder), None);
    assert_eq!(close(other).unwrap().lines, ["d4"]);
}
