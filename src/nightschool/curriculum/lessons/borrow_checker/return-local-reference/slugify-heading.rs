---
code: E0515
---
use std::collections::HashSet;

/// The anchor of a markdown heading: lower case, words joined by single dashes.
pub fn slug(heading: &str) -> &str {
    let text = heading.trim_start_matches('#').trim();
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if ch.is_alphanumeric() {
            out.extend(ch.to_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-')
}

/// Anchors for a whole page; a repeated heading gets a number behind it.
pub fn anchors(headings: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut list = Vec::new();
    for heading in headings {
        let base = slug(heading);
        let mut candidate = format!("{base}");
        let mut n = 1;
        while !seen.insert(candidate.clone()) {
            candidate = format!("{base}-{n}");
            n += 1;
        }
        list.push(candidate);
    }
    list
}
==== fixed
use std::collections::HashSet;

/// The anchor of a markdown heading: lower case, words joined by single dashes.
pub fn slug(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim();
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if ch.is_alphanumeric() {
            out.extend(ch.to_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_string()
}

/// Anchors for a whole page; a repeated heading gets a number behind it.
pub fn anchors(headings: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut list = Vec::new();
    for heading in headings {
        let base = slug(heading);
        let mut candidate = format!("{base}");
        let mut n = 1;
        while !seen.insert(candidate.clone()) {
            candidate = format!("{base}-{n}");
            n += 1;
        }
        list.push(candidate);
    }
    list
}
==== tests
#[test]
fn trailing_marks_leave_no_dash() {
    assert_eq!(anchors(&["## What now?!"]), ["what-now"]);
    assert_eq!(slug("# Hello, World").len(), 11);
}

#[test]
fn repeated_headings_are_numbered() {
    assert_eq!(anchors(&["# Notes", "## Notes", "# notes!"]), ["notes", "notes-1", "notes-2"]);
}
