---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    pub start: Point,
    pub end: Point,
}

impl Segment {
    fn direction(&self) -> Point {
        Point { x: self.end.x - self.start.x, y: self.end.y - self.start.y }
    }

    fn at(&self, t: f64) -> Point {
        let d = self.direction();
        Point { x: self.start.x + t * d.x, y: self.start.y + t * d.y }
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a.x * b.y - a.y * b.x
}

/// The point that both segments share. Segments with a common end share that
/// end; parallel segments count as sharing nothing otherwise.
pub fn crossing(a: &Segment, b: &Segment) -> Option<Point> {
    if a.end == b.start {
        return a.end;
    }
    if a.start == b.end {
        return a.start;
    }
    let denominator = cross(a.direction(), b.direction());
    if denominator == 0.0 {
        return None;
    }
    let gap = Point { x: b.start.x - a.start.x, y: b.start.y - a.start.y };
    let t = cross(gap, b.direction()) / denominator;
    let u = cross(gap, a.direction()) / denominator;
    let inside = 0.0..=1.0;
    (inside.contains(&t) && inside.contains(&u)).then(|| a.at(t))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    pub start: Point,
    pub end: Point,
}

impl Segment {
    fn direction(&self) -> Point {
        Point { x: self.end.x - self.start.x, y: self.end.y - self.start.y }
    }

    fn at(&self, t: f64) -> Point {
        let d = self.direction();
        Point { x: self.start.x + t * d.x, y: self.start.y + t * d.y }
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a.x * b.y - a.y * b.x
}

/// The point that both segments share. Segments with a common end share that
/// end; parallel segments count as sharing nothing otherwise.
pub fn crossing(a: &Segment, b: &Segment) -> Option<Point> {
    if a.end == b.start {
        return Some(a.end);
    }
    if a.start == b.end {
        return Some(a.start);
    }
    let denominator = cross(a.direction(), b.direction());
    if denominator == 0.0 {
        return None;
    }
    let gap = Point { x: b.start.x - a.start.x, y: b.start.y - a.start.y };
    let t = cross(gap, b.direction()) / denominator;
    let u = cross(gap, a.direction()) / denominator;
    let inside = 0.0..=1.0;
    (inside.contains(&t) && inside.contains(&u)).then(|| a.at(t))
}
==== tests
fn segment(x0: f64, y0: f64, x1: f64, y1: f64) -> Segment {
    Segment { start: Point { x: x0, y: y0 }, end: Point { x: x1, y: y1 } }
}

#[test]
fn proper_crossing() {
    let a = segment(0.0, 0.0, 4.0, 4.0);
    let b = segment(0.0, 4.0, 4.0, 0.0);
    assert_eq!(crossing(&a, &b), Some(Point { x: 2.0, y: 2.0 }));
    assert_eq!(crossing(&a, &segment(5.0, 0.0, 5.0, 9.0)), None);
}

#[test]
fn common_ends_even_when_parallel() {
    let a = segment(0.0, 0.0, 2.0, 0.0);
    let b = segment(2.0, 0.0, 3.0, 0.0);
    assert_eq!(crossing(&a, &b), Some(Point { x: 2.0, y: 0.0 }));
    assert_eq!(crossing(&b, &a), Some(Point { x: 2.0, y: 0.0 }));
    assert_eq!(crossing(&a, &segment(0.0, 1.0, 2.0, 1.0)), None);
}
