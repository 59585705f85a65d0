---
code: E0369
---
/// A half-open interval `[start, end)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Span<T> {
    pub start: T,
    pub end: T,
}

/// Disjoint spans, kept in ascending order.
pub struct SpanSet<T> {
    spans: Vec<Span<T>>,
}

impl<T: Copy> SpanSet<T> {
    pub fn new() -> Self {
        SpanSet { spans: Vec::new() }
    }

    /// Adds `[start, end)`; spans that touch or overlap it are merged into one.
    pub fn insert(&mut self, start: T, end: T) {
        let mut merged = Span { start, end };
        let mut rest = Vec::with_capacity(self.spans.len() + 1);
        let mut at = 0;
        for span in self.spans.drain(..) {
            if span.end < merged.start {
                at += 1;
                rest.push(span);
            } else if merged.end < span.start {
                rest.push(span);
            } else {
                if span.start < merged.start {
                    merged.start = span.start;
                }
                if merged.end < span.end {
                    merged.end = span.end;
                }
            }
        }
        rest.insert(at, merged);
        self.spans = rest;
    }

    pub fn spans(&self) -> &[Span<T>] {
        &self.spans
    }
}
==== fixed
/// A half-open interval `[start, end)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Span<T> {
    pub start: T,
    pub end: T,
}

/// Disjoint spans, kept in ascending order.
pub struct SpanSet<T> {
    spans: Vec<Span<T>>,
}

impl<T: Copy + PartialOrd> SpanSet<T> {
    pub fn new() -> Self {
        SpanSet { spans: Vec::new() }
    }

    /// Adds `[start, end)`; spans that touch or overlap it are merged into one.
    pub fn insert(&mut self, start: T, end: T) {
        let mut merged = Span { start, end };
        let mut rest = Vec::with_capacity(self.spans.len() + 1);
        let mut at = 0;
        for span in self.spans.drain(..) {
            if span.end < merged.start {
                at += 1;
                rest.push(span);
            } else if merged.end < span.start {
                rest.push(span);
            } else {
                if span.start < merged.start {
                    merged.start = span.start;
                }
                if merged.end < span.end {
                    merged.end = span.end;
                }
            }
        }
        rest.insert(at, merged);
        self.spans = rest;
    }

    pub fn spans(&self) -> &[Span<T>] {
        &self.spans
    }
}
==== tests
#[test]
fn keeps_order_and_merges() {
    let mut set = SpanSet::new();
    set.insert(10, 20);
    set.insert(0, 5);
    set.insert(30, 40);
    assert_eq!(set.spans().len(), 3);
    assert_eq!(set.spans()[0], Span { start: 0, end: 5 });
    set.insert(5, 12);
    assert_eq!(set.spans(), &[Span { start: 0, end: 20 }, Span { start: 30, end: 40 }]);
}

#[test]
fn works_for_floats() {
    let mut set = SpanSet::new();
    set.insert(0.5, 1.5);
    set.insert(1.0, 2.0);
    assert_eq!(set.spans(), &[Span { start: 0.5, end: 2.0 }]);
}
