---
code: E0596
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Polyline {
    pub vertices: Vec<Vertex>,
}

impl Polyline {
    pub fn length(&self) -> f64 {
        self.vertices
            .windows(2)
            .map(|w| (w[1].x - w[0].x).hypot(w[1].y - w[0].y))
            .sum()
    }

    /// A copy of the line, moved by the given amounts; the line itself stays
    /// where it is.
    pub fn shifted(&self, dx: f64, dy: f64) -> Polyline {
        let copy = self.clone();
        for vertex in copy.vertices.iter_mut() {
            vertex.x += dx;
            vertex.y += dy;
        }
        copy
    }

    /// The line followed by its own reverse, so that it ends where it began.
    pub fn closed(&self) -> Polyline {
        let vertices = self.vertices.clone();
        vertices.extend(self.vertices.iter().rev().skip(1));
        Polyline { vertices }
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Polyline {
    pub vertices: Vec<Vertex>,
}

impl Polyline {
    pub fn length(&self) -> f64 {
        self.vertices
            .windows(2)
            .map(|w| (w[1].x - w[0].x).hypot(w[1].y - w[0].y))
            .sum()
    }

    /// A copy of the line, moved by the given amounts; the line itself stays
    /// where it is.
    pub fn shifted(&self, dx: f64, dy: f64) -> Polyline {
        let mut copy = self.clone();
        for vertex in copy.vertices.iter_mut() {
            vertex.x += dx;
            vertex.y += dy;
        }
        copy
    }

    /// The line followed by its own reverse, so that it ends where it began.
    pub fn closed(&self) -> Polyline {
        let mut vertices = self.vertices.clone();
        vertices.extend(self.vertices.iter().rev().skip(1));
        Polyline { vertices }
    }
}
==== tests
fn line() -> Polyline {
    Polyline { vertices: vec![Vertex { x: 0.0, y: 0.0 }, Vertex { x: 3.0, y: 4.0 }, Vertex { x: 3.0, y: 5.0 }] }
}

#[test]
fn shifted_copy() {
    let original = line();
    let moved = original.shifted(1.0, -1.0);
    assert_eq!(moved.vertices[1], Vertex { x: 4.0, y: 3.0 });
    assert_eq!(moved.length(), 6.0);
    assert_eq!(original, line());
}

#[test]
fn closed_goes_back() {
    let closed = line().closed();
    assert_eq!(closed.vertices.len(), 5);
    assert_eq!(closed.vertices[4], Vertex { x: 0.0, y: 0.0 });
    assert_eq!(closed.length(), 12.0);
}
