---
code: E0277
---
use std::fmt::Write;

pub trait Rule {
    /// The length of the token at the start of `rest`, 0 if there is none.
    fn length(&self, rest: &str) -> usize;
    fn kind(&self) -> char;
}

pub struct Digits;
pub struct Letters;

impl Rule for Digits {
    fn length(&self, rest: &str) -> usize {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    }
    fn kind(&self) -> char {
        'D'
    }
}

impl Rule for Letters {
    fn length(&self, rest: &str) -> usize {
        rest.bytes().take_while(u8::is_ascii_alphabetic).count()
    }
    fn kind(&self) -> char {
        'L'
    }
}

fn describe(rule: dyn Rule, rest: &str, out: &mut String) -> usize {
    let length = rule.length(rest);
    if length > 0 {
        let _ = write!(out, "{}{} ", rule.kind(), length);
    }
    length
}

/// The shape of a text, such as `L3 D2` for `abc42`; other characters stand for themselves.
pub fn shape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = describe(Digits, rest, &mut out);
        if length == 0 {
            length = describe(Letters, rest, &mut out);
        }
        if length == 0 {
            length = first.len_utf8();
            let _ = write!(out, "{first} ");
        }
        rest = &rest[length..];
    }
    out.trim_end().to_string()
}
==== fixed
use std::fmt::Write;

pub trait Rule {
    /// The length of the token at the start of `rest`, 0 if there is none.
    fn length(&self, rest: &str) -> usize;
    fn kind(&self) -> char;
}

pub struct Digits;
pub struct Letters;

impl Rule for Digits {
    fn length(&self, rest: &str) -> usize {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    }
    fn kind(&self) -> char {
        'D'
    }
}

impl Rule for Letters {
    fn length(&self, rest: &str) -> usize {
        rest.bytes().take_while(u8::is_ascii_alphabetic).count()
    }
    fn kind(&self) -> char {
        'L'
    }
}

fn describe(rule: &dyn Rule, rest: &str, out: &mut String) -> usize {
    let length = rule.length(rest);
    if length > 0 {
        let _ = write!(out, "{}{} ", rule.kind(), length);
    }
    length
}

/// The shape of a text, such as `L3 D2` for `abc42`; other characters stand for themselves.
pub fn shape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = describe(&Digits, rest, &mut out);
        if length == 0 {
            length = describe(&Letters, rest, &mut out);
        }
        if length == 0 {
            length = first.len_utf8();
            let _ = write!(out, "{first} ");
        }
        rest = &rest[length..];
    }
    out.trim_end().to_string()
}
==== tests
#[test]
fn shapes() {
    assert_eq!(shape("abc42"), "L3 D2");
    assert_eq!(shape("v1.20-é"), "L1 D1 . D2 - é");
    assert_eq!(shape(""), "");
}
#[test]
fn rules_alone() {
    assert_eq!(Digits.length("12a"), 2);
    assert_eq!(Letters.length("12a"), 0);
    assert_eq!(Letters.kind(), 'L');
}
