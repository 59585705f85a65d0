---
code: E0106
---
/// A stretch of a document found by a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snippet {
    pub from: usize,
    pub to: usize,
}

fn find_word(text: &str, word: &str) -> Option<Snippet> {
    text.find(word).map(|from| Snippet { from, to: from + word.len() })
}

/// The part of `text` behind the first `marker`, or all of it where there is none.
pub fn behind(text: &str, marker: &str) -> &str {
    match find_word(text, marker) {
        Some(hit) => &text[hit.to..],
        None => text,
    }
}

/// The texts behind the marker in every line that has one.
pub fn all_behind<'t>(page: &'t str, marker: &str) -> Vec<&'t str> {
    page.lines()
        .filter(|line| line.contains(marker))
        .map(|line| behind(line, marker).trim())
        .collect()
}
==== fixed
/// A stretch of a document found by a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snippet {
    pub from: usize,
    pub to: usize,
}

fn find_word(text: &str, word: &str) -> Option<Snippet> {
    text.find(word).map(|from| Snippet { from, to: from + word.len() })
}

/// The part of `text` behind the first `marker`, or all of it where there is none.
pub fn behind<'a>(text: &'a str, marker: &str) -> &'a str {
    match find_word(text, marker) {
        Some(hit) => &text[hit.to..],
        None => text,
    }
}

/// The texts behind the marker in every line that has one.
pub fn all_behind<'t>(page: &'t str, marker: &str) -> Vec<&'t str> {
    page.lines()
        .filter(|line| line.contains(marker))
        .map(|line| behind(line, marker).trim())
        .collect()
}
==== tests
#[test]
fn marker_may_be_short_lived() {
    let page = String::from("todo: sing\nno\nTODO todo: rest ");
    let hits = {
        let marker = String::from("todo:");
        all_behind(&page, &marker)
    };
    assert_eq!(hits, ["sing", "rest"]);
}

#[test]
fn text_without_marker_stays() {
    let text = String::from("plain");
    let got = {
        let marker = "x".repeat(2);
        behind(&text, &marker)
    };
    assert_eq!(got, "plain");
    assert_eq!(behind("a::b::c", "::"), "b::c");
}
