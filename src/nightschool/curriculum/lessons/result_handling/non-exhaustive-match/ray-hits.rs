---
code: E0004
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub y: f64,
}

/// Where a horizontal line meets the circle, if it does; a tangent line has
/// one point and no second.
pub fn meet(circle: Circle, line: Line) -> Option<(f64, Option<f64>)> {
    let dy = (line.y - circle.y).abs();
    if dy > circle.radius {
        return None;
    }
    let half = (circle.radius * circle.radius - dy * dy).sqrt();
    if half == 0.0 {
        Some((circle.x, None))
    } else {
        Some((circle.x - half, Some(circle.x + half)))
    }
}

/// Length of the chord that the circle cuts out of the line. A tangent cuts
/// out nothing but a point; a line that passes by has no chord at all.
pub fn chord(circle: Circle, line: Line) -> Option<f64> {
    match meet(circle, line) {
        Some((left, Some(right))) => Some(right - left),
        None => None,
    }
}

pub fn total_chord(circles: &[Circle], line: Line) -> f64 {
    circles.iter().filter_map(|&c| chord(c, line)).sum()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub y: f64,
}

/// Where a horizontal line meets the circle, if it does; a tangent line has
/// one point and no second.
pub fn meet(circle: Circle, line: Line) -> Option<(f64, Option<f64>)> {
    let dy = (line.y - circle.y).abs();
    if dy > circle.radius {
        return None;
    }
    let half = (circle.radius * circle.radius - dy * dy).sqrt();
    if half == 0.0 {
        Some((circle.x, None))
    } else {
        Some((circle.x - half, Some(circle.x + half)))
    }
}

/// Length of the chord that the circle cuts out of the line. A tangent cuts
/// out nothing but a point; a line that passes by has no chord at all.
pub fn chord(circle: Circle, line: Line) -> Option<f64> {
    match meet(circle, line) {
        Some((left, Some(right))) => Some(right - left),
        Some((_, None)) => Some(0.0),
        None => None,
    }
}

pub fn total_chord(circles: &[Circle], line: Line) -> f64 {
    circles.iter().filter_map(|&c| chord(c, line)).sum()
}
==== tests
const UNIT: Circle = Circle { x: 2.0, y: 0.0, radius: 5.0 };

#[test]
fn crossing() {
    assert_eq!(chord(UNIT, Line { y: 3.0 }), Some(8.0));
    assert_eq!(chord(UNIT, Line { y: 0.0 }), Some(10.0));
}

#[test]
fn tangent_has_length_zero() {
    assert_eq!(chord(UNIT, Line { y: 5.0 }), Some(0.0));
    assert_eq!(chord(UNIT, Line { y: -5.0 }), Some(0.0));
}

#[test]
fn passing_by() {
    assert_eq!(chord(UNIT, Line { y: 5.5 }), None);
    assert_eq!(total_chord(&[UNIT, UNIT], Line { y: 4.0 }), 12.0);
}
