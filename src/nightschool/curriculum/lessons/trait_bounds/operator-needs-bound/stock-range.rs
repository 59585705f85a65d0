---
code: E0369
---
/// The counted span of one article, both ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span<T> {
    pub low: T,
    pub high: T,
}

impl<T: Copy> Span<T> {
    pub fn at(value: T) -> Self {
        Span { low: value, high: value }
    }

    /// The smallest span that holds both this span and `value`.
    pub fn widen(self, value: T) -> Self {
        if value < self.low {
            Span { low: value, ..self }
        } else if value > self.high {
            Span { high: value, ..self }
        } else {
            self
        }
    }
}

pub fn span_of_counts(counts: &[u32]) -> Option<Span<u32>> {
    let (first, rest) = counts.split_first()?;
    Some(rest.iter().fold(Span::at(*first), |span, c| span.widen(*c)))
}

pub fn span_of_weights(weights: &[f64]) -> Option<Span<f64>> {
    let (first, rest) = weights.split_first()?;
    Some(rest.iter().fold(Span::at(*first), |span, w| span.widen(*w)))
}
==== fixed
/// The counted span of one article, both ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span<T> {
    pub low: T,
    pub high: T,
}

impl<T: Copy + PartialOrd> Span<T> {
    pub fn at(value: T) -> Self {
        Span { low: value, high: value }
    }

    /// The smallest span that holds both this span and `value`.
    pub fn widen(self, value: T) -> Self {
        if value < self.low {
            Span { low: value, ..self }
        } else if value > self.high {
            Span { high: value, ..self }
        } else {
            self
        }
    }
}

pub fn span_of_counts(counts: &[u32]) -> Option<Span<u32>> {
    let (first, rest) = counts.split_first()?;
    Some(rest.iter().fold(Span::at(*first), |span, c| span.widen(*c)))
}

pub fn span_of_weights(weights: &[f64]) -> Option<Span<f64>> {
    let (first, rest) = weights.split_first()?;
    Some(rest.iter().fold(Span::at(*first), |span, w| span.widen(*w)))
}
==== tests
#[test]
fn counts() {
    assert_eq!(span_of_counts(&[5, 2, 9, 4]), Some(Span { low: 2, high: 9 }));
    assert_eq!(span_of_counts(&[3]), Some(Span { low: 3, high: 3 }));
    assert_eq!(span_of_counts(&[]), None);
}

#[test]
fn weights_need_no_total_order() {
    assert_eq!(span_of_weights(&[1.5, 0.25]), Some(Span { low: 0.25, high: 1.5 }));
    assert_eq!(Span::at(1.0).widen(2.0).widen(0.5), Span { low: 0.5, high: 2.0 });
}
