---
code: E0599
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// What a match of a pattern took; groups that took no part are `None`.
pub struct Captures<'t> {
    text: &'t str,
    groups: Vec<Option<Span>>,
}

impl<'t> Captures<'t> {
    pub fn new(text: &'t str, groups: Vec<Option<Span>>) -> Captures<'t> {
        Captures { text, groups }
    }

    pub fn group(&self, index: usize) -> Option<&'t str> {
        let span = (*self.groups.get(index)?)?;
        self.text.get(span.start..span.end)
    }

    /// A group in upper case; a group that took no part is "-".
    pub fn shout(&self, index: usize) -> String {
        self.group(index).to_uppercase()
    }

    /// Replaces `$0` to `$9` of a template by the shouted groups.
    pub fn expand(&self, template: &str) -> String {
        let mut out = String::new();
        let mut chars = template.chars().peekable();
        while let Some(c) = chars.next() {
            match (c, chars.peek().and_then(|d| d.to_digit(10))) {
                ('$', Some(index)) => {
                    chars.next();
                    out.push_str(&self.shout(index as usize));
                }
                _ => out.push(c),
            }
        }
        out
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// What a match of a pattern took; groups that took no part are `None`.
pub struct Captures<'t> {
    text: &'t str,
    groups: Vec<Option<Span>>,
}

impl<'t> Captures<'t> {
    pub fn new(text: &'t str, groups: Vec<Option<Span>>) -> Captures<'t> {
        Captures { text, groups }
    }

    pub fn group(&self, index: usize) -> Option<&'t str> {
        let span = (*self.groups.get(index)?)?;
        self.text.get(span.start..span.end)
    }

    /// A group in upper case; a group that took no part is "-".
    pub fn shout(&self, index: usize) -> String {
        self.group(index).map_or("-".to_string(), str::to_uppercase)
    }

    /// Replaces `$0` to `$9` of a template by the shouted groups.
    pub fn expand(&self, template: &str) -> String {
        let mut out = String::new();
        let mut chars = template.chars().peekable();
        while let Some(c) = chars.next() {
            match (c, chars.peek().and_then(|d| d.to_digit(10))) {
                ('$', Some(index)) => {
                    chars.next();
                    out.push_str(&self.shout(index as usize));
                }
                _ => out.push(c),
            }
        }
        out
    }
}
==== tests
fn captures() -> Captures<'static> {
    let span = |start, end| Some(Span { start, end });
    Captures::new("key=value", vec![span(0, 9), span(0, 3), None, span(4, 9), span(3, 3)])
}

#[test]
fn groups_that_took_part() {
    assert_eq!(captures().shout(1), "KEY");
    assert_eq!(captures().expand("$3 <- $1 $x"), "VALUE <- KEY $x");
}

#[test]
fn absent_and_empty_groups_differ() {
    assert_eq!(captures().shout(2), "-");
    assert_eq!(captures().shout(8), "-");
    assert_eq!(captures().shout(4), "");
    assert_eq!(captures().expand("[$2|$4]"), "[-|]");
}
