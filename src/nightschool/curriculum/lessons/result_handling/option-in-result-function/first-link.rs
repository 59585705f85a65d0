---
code: E0277
---
use std::num::ParseIntError;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footnote<'p> {
    pub number: u32,
    pub text: &'p str,
}

/// The number in a mark such as `[^12]`.
pub fn mark_number(mark: &str) -> Result<u32, ParseIntError> {
    mark.trim_start_matches("[^").trim_end_matches(']').parse()
}

/// Reads `[^12]: text`. Lines that are no footnotes, also those whose mark is no number, give nothing.
pub fn footnote(line: &str) -> Option<Footnote<'_>> {
    if !line.starts_with("[^") {
        return None;
    }
    let (mark, text) = line.split_once(": ")?;
    let number = mark_number(mark)?;
    Some(Footnote { number, text: text.trim() })
}

/// All footnotes of a page by number.
pub fn footnotes(page: &str) -> Vec<Footnote<'_>> {
    let mut notes: Vec<_> = page.lines().filter_map(footnote).collect();
    notes.sort_by_key(|n| n.number);
    notes
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footnote<'p> {
    pub number: u32,
    pub text: &'p str,
}

/// The number in a mark such as `[^12]`.
pub fn mark_number(mark: &str) -> Result<u32, ParseIntError> {
    mark.trim_start_matches("[^").trim_end_matches(']').parse()
}

/// Reads `[^12]: text`. Lines that are no footnotes, also those whose mark is no number, give nothing.
pub fn footnote(line: &str) -> Option<Footnote<'_>> {
    if !line.starts_with("[^") {
        return None;
    }
    let (mark, text) = line.split_once(": ")?;
    let number = mark_number(mark).ok()?;
    Some(Footnote { number, text: text.trim() })
}

/// All footnotes of a page by number.
pub fn footnotes(page: &str) -> Vec<Footnote<'_>> {
    let mut notes: Vec<_> = page.lines().filter_map(footnote).collect();
    notes.sort_by_key(|n| n.number);
    notes
}
==== tests
#[test]
fn notes_are_sorted() {
    let notes = footnotes("text[^2]\n[^2]: second \n[^1]: first");
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0], Footnote { number: 1, text: "first" });
    assert_eq!(notes[1].text, "second");
}

#[test]
fn odd_marks_are_no_notes() {
    assert!(footnotes("[^a]: letter\n[^3] no colon\n[^0]: zero").iter().map(|n| n.number).eq([0]));
    assert_eq!(footnote("[^x]: y"), None);
    assert!(mark_number("[^x]").is_err());
}
