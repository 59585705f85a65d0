---
code: E0599
---
//! Line filling for a text column. Words come as `&str` from a parser or as
//! `String` from a file; both must do.

/// The width of a word on the page: one for every character, and combining
/// marks are counted too.
fn width(word: &str) -> usize {
    word.chars().count()
}

/// Puts as many words as fit into each line of `columns` characters, one
/// blank between them. A word that is too long gets a line of its own.
pub fn fill<W>(words: &[W], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let word = word.as_ref();
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
==== fixed
//! Line filling for a text column. Words come as `&str` from a parser or as
//! `String` from a file; both must do.

/// The width of a word on the page: one for every character, and combining
/// marks are counted too.
fn width(word: &str) -> usize {
    word.chars().count()
}

/// Puts as many words as fit into each line of `columns` characters, one
/// blank between them. A word that is too long gets a line of its own.
pub fn fill<W: AsRef<str>>(words: &[W], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let word = word.as_ref();
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
==== tests
#[test]
fn fills_lines_of_slices() {
    assert_eq!(fill(&["a", "bb", "ccc", "d"], 4), ["a bb", "ccc", "d"]);
    assert_eq!(fill(&["enormous", "of"], 4), ["enormous", "of"]);
}

#[test]
fn fills_lines_of_strings() {
    let words = vec!["über".to_string(), "öl".to_string()];
    assert_eq!(fill(&words, 7), ["über öl"]);
    assert_eq!(fill(&Vec::<String>::new(), 7), Vec::<String>::new());
}
