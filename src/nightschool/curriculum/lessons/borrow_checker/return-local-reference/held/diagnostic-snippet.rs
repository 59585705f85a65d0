---
code: E0515
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub line: usize,
    pub start: usize,
    pub end: usize,
}

pub struct Source {
    name: String,
    text: String,
}

impl Source {
    pub fn new(name: &str, text: &str) -> Source {
        Source { name: name.to_string(), text: text.to_string() }
    }

    /// The code that a span covers, without copying it.
    pub fn snippet(&self, span: Span) -> &str {
        let text = self.text.clone();
        let line = text.lines().nth(span.line).unwrap_or("");
        line.get(span.start..span.end).unwrap_or("")
    }

    pub fn report(&self, span: Span, message: &str) -> String {
        let marks = "^".repeat(span.end.saturating_sub(span.start).max(1));
        format!(
            "{}:{}: {message}\n{}{}\n{}{marks}",
            self.name,
            span.line + 1,
            " ".repeat(span.start),
            self.snippet(span),
            " ".repeat(span.start),
        )
    }
}

pub fn longest<'s>(source: &'s Source, spans: &[Span]) -> &'s str {
    spans
        .iter()
        .map(|span| source.snippet(*span))
        .max_by_key(|text| text.len())
        .unwrap_or("")
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub line: usize,
    pub start: usize,
    pub end: usize,
}

pub struct Source {
    name: String,
    text: String,
}

impl Source {
    pub fn new(name: &str, text: &str) -> Source {
        Source { name: name.to_string(), text: text.to_string() }
    }

    /// The code that a span covers, without copying it.
    pub fn snippet(&self, span: Span) -> &str {
        let line = self.text.lines().nth(span.line).unwrap_or("");
        line.get(span.start..span.end).unwrap_or("")
    }

    pub fn report(&self, span: Span, message: &str) -> String {
        let marks = "^".repeat(span.end.saturating_sub(span.start).max(1));
        format!(
            "{}:{}: {message}\n{}{}\n{}{marks}",
            self.name,
            span.line + 1,
            " ".repeat(span.start),
            self.snippet(span),
            " ".repeat(span.start),
        )
    }
}

pub fn longest<'s>(source: &'s Source, spans: &[Span]) -> &'s str {
    spans
        .iter()
        .map(|span| source.snippet(*span))
        .max_by_key(|text| text.len())
        .unwrap_or("")
}
==== tests
fn span(line: usize, start: usize, end: usize) -> Span {
    Span { line, start, end }
}

#[test]
fn snippets() {
    let s = Source::new("a.rs", "let x = 1;\nlet total = x;");
    let text: &str = s.snippet(span(1, 4, 9));
    assert_eq!(text, "total");
    assert_eq!(s.snippet(span(7, 0, 1)), "");
    assert_eq!(longest(&s, &[span(0, 4, 5), span(1, 4, 9), span(0, 0, 3)]), "total");
}

#[test]
fn report_text() {
    let s = Source::new("a.rs", "let x = 1;");
    assert_eq!(s.report(span(0, 4, 5), "unused"), "a.rs:1: unused\n    x\n    ^");
}
