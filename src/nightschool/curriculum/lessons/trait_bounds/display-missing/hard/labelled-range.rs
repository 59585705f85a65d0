---
code: E0277
---
//! Axis labels for charts.

use std::fmt;

/// The part of an axis between two marks of any kind, be there a label for
/// them or not.
pub struct Band<T> {
    pub from: T,
    pub to: T,
}

/// A band is labelled as people would write it, `from – to`, with the marks
/// as they display themselves.
impl<T> fmt::Display for Band<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} – {}", self.from, self.to)
    }
}

/// A month; on an axis its short name is enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Month {
    January,
    June,
    December,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{self:?}");
        f.write_str(&name[..3])
    }
}

/// The bands between each mark and the next one.
pub fn bands<T: Copy>(marks: &[T]) -> Vec<Band<T>> {
    marks.windows(2).map(|pair| Band { from: pair[0], to: pair[1] }).collect()
}
==== fixed
//! Axis labels for charts.

use std::fmt;

/// The part of an axis between two marks of any kind, be there a label for
/// them or not.
pub struct Band<T> {
    pub from: T,
    pub to: T,
}

/// A band is labelled as people would write it, `from – to`, with the marks
/// as they display themselves.
impl<T: fmt::Display> fmt::Display for Band<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} – {}", self.from, self.to)
    }
}

/// A month; on an axis its short name is enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Month {
    January,
    June,
    December,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{self:?}");
        f.write_str(&name[..3])
    }
}

/// The bands between each mark and the next one.
pub fn bands<T: Copy>(marks: &[T]) -> Vec<Band<T>> {
    marks.windows(2).map(|pair| Band { from: pair[0], to: pair[1] }).collect()
}
==== tests
struct Opaque;

#[test]
fn months_are_short() {
    let labels: Vec<String> = bands(&[Month::January, Month::June, Month::December]).iter().map(Band::to_string).collect();
    assert_eq!(labels, ["Jan – Jun", "Jun – Dec"]);
}

#[test]
fn texts_have_no_quotes() {
    assert_eq!(Band { from: "low", to: "high" }.to_string(), "low – high");
    assert_eq!(format!("{}", Band { from: 0.5, to: 10.0 }), "0.5 – 10");
}

#[test]
fn bands_need_no_label() {
    let band = Band { from: Opaque, to: Opaque };
    let Band { from: Opaque, to: Opaque } = band;
}
