---
code: E0308
---
/// Edits of a text, as they can be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Insert { at: usize, text: String },
    Delete { at: usize, len: usize },
}

#[derive(Debug, PartialEq)]
pub struct OutsideText {
    pub at: usize,
    pub text_len: usize,
}

/// Carries out an edit and returns the one that takes it back.
pub fn apply(text: &mut String, edit: &Edit) -> Result<Edit, OutsideText> {
    let outside = |at: usize, text: &String| OutsideText { at, text_len: text.len() };
    match edit {
        Edit::Insert { at, text: new } => {
            if !text.is_char_boundary(*at) {
                return Err(outside(*at, text));
            }
            text.insert_str(*at, new);
            Edit::Delete { at: *at, len: new.len() }
        }
        Edit::Delete { at, len } => {
            let end = at + len;
            if text.get(*at..end).is_none() {
                return Err(outside(end, text));
            }
            let removed: String = text.drain(*at..end).collect();
            Edit::Insert { at: *at, text: removed }
        }
    }
}

/// Applies all edits; the result takes them back when applied in its order.
pub fn apply_all(text: &mut String, edits: &[Edit]) -> Result<Vec<Edit>, OutsideText> {
    let mut undo = Vec::new();
    for edit in edits {
        undo.insert(0, apply(text, edit)?);
    }
    Ok(undo)
}
==== fixed
/// Edits of a text, as they can be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Insert { at: usize, text: String },
    Delete { at: usize, len: usize },
}

#[derive(Debug, PartialEq)]
pub struct OutsideText {
    pub at: usize,
    pub text_len: usize,
}

/// Carries out an edit and returns the one that takes it back.
pub fn apply(text: &mut String, edit: &Edit) -> Result<Edit, OutsideText> {
    let outside = |at: usize, text: &String| OutsideText { at, text_len: text.len() };
    match edit {
        Edit::Insert { at, text: new } => {
            if !text.is_char_boundary(*at) {
                return Err(outside(*at, text));
            }
            text.insert_str(*at, new);
            Ok(Edit::Delete { at: *at, len: new.len() })
        }
        Edit::Delete { at, len } => {
            let end = at + len;
            if text.get(*at..end).is_none() {
                return Err(outside(end, text));
            }
            let removed: String = text.drain(*at..end).collect();
            Ok(Edit::Insert { at: *at, text: removed })
        }
    }
}

/// Applies all edits; the result takes them back when applied in its order.
pub fn apply_all(text: &mut String, edits: &[Edit]) -> Result<Vec<Edit>, OutsideText> {
    let mut undo = Vec::new();
    for edit in edits {
        undo.insert(0, apply(text, edit)?);
    }
    Ok(undo)
}
==== tests
fn insert(at: usize, text: &str) -> Edit {
    Edit::Insert { at, text: text.to_string() }
}

#[test]
fn edits_can_be_taken_back() {
    let mut text = "hello".to_string();
    let undo = apply_all(&mut text, &[insert(5, " you"), Edit::Delete { at: 0, len: 2 }]).unwrap();
    assert_eq!(text, "llo you");
    assert_eq!(undo, vec![insert(0, "he"), Edit::Delete { at: 5, len: 4 }]);
    apply_all(&mut text, &undo).unwrap();
    assert_eq!(text, "hello");
}

#[test]
fn outside_is_refused() {
    let mut text = "ä".to_string();
    assert_eq!(apply(&mut text, &insert(1, "x")), Err(OutsideText { at: 1, text_len: 2 }));
    let far = Edit::Delete { at: 0, len: 9 };
    assert_eq!(apply(&mut text, &far), Err(OutsideText { at: 9, text_len: 2 }));
    assert_eq!(text, "ä");
}
