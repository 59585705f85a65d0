---
code: E0277
---
//! Turns a list of editing steps into the list that undoes them.

#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Insert { at: usize, text: String },
    Delete { at: usize, text: String },
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(self) -> Edit {
        match self {
            Edit::Insert { at, text } => Edit::Delete { at, text },
            Edit::Delete { at, text } => Edit::Insert { at, text },
        }
    }
}

/// What to do to take all edits back, the last edit first.
pub fn undo_list(edits: impl Iterator<Item = Edit>) -> Vec<Edit> {
    edits.rev().map(Edit::inverse).collect()
}

pub fn apply(text: &mut String, edits: &[Edit]) {
    for edit in edits {
        match edit {
            Edit::Insert { at, text: piece } => text.insert_str(*at, piece),
            Edit::Delete { at, text: piece } => text.replace_range(*at..*at + piece.len(), ""),
        }
    }
}
==== fixed
//! Turns a list of editing steps into the list that undoes them.

#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Insert { at: usize, text: String },
    Delete { at: usize, text: String },
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(self) -> Edit {
        match self {
            Edit::Insert { at, text } => Edit::Delete { at, text },
            Edit::Delete { at, text } => Edit::Insert { at, text },
        }
    }
}

/// What to do to take all edits back, the last edit first.
pub fn undo_list(edits: impl DoubleEndedIterator<Item = Edit>) -> Vec<Edit> {
    edits.rev().map(Edit::inverse).collect()
}

pub fn apply(text: &mut String, edits: &[Edit]) {
    for edit in edits {
        match edit {
            Edit::Insert { at, text: piece } => text.insert_str(*at, piece),
            Edit::Delete { at, text: piece } => text.replace_range(*at..*at + piece.len(), ""),
        }
    }
}
==== tests
fn edits() -> Vec<Edit> {
    vec![
        Edit::Insert { at: 0, text: "good ".to_string() },
        Edit::Delete { at: 5, text: "day".to_string() },
        Edit::Insert { at: 5, text: "night".to_string() },
    ]
}

#[test]
fn undoing_brings_the_text_back() {
    let mut text = String::from("day");
    apply(&mut text, &edits());
    assert_eq!(text, "good night");
    apply(&mut text, &undo_list(edits().into_iter()));
    assert_eq!(text, "day");
}

#[test]
fn the_last_edit_comes_first() {
    let undo = undo_list(edits().into_iter().take(2));
    assert_eq!(undo[0], Edit::Insert { at: 5, text: "day".to_string() });
    assert_eq!(undo[1], Edit::Delete { at: 0, text: "good ".to_string() });
    assert_eq!(undo.len(), 2);
}
