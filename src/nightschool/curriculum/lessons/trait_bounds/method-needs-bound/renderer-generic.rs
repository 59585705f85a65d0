---
code: E0599
---
pub trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> &str;
}

#[derive(Debug, Clone)]
pub struct Square {
    pub side: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.side * self.side
    }
    fn name(&self) -> &str {
        "square"
    }
}

/// A drawing of shapes of one kind.
#[derive(Debug, Clone)]
pub struct Drawing<S> {
    shapes: Vec<S>,
}

impl<S> Drawing<S> {
    pub fn new() -> Self {
        Drawing { shapes: Vec::new() }
    }

    pub fn put(&mut self, shape: S) -> &mut Self {
        self.shapes.push(shape);
        self
    }

    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// The area that all shapes cover together if none overlaps another.
    pub fn area(&self) -> f64 {
        self.shapes.iter().map(|s| s.area()).sum()
    }

    pub fn legend(&self) -> String {
        let names: Vec<&str> = self.shapes.iter().map(|s| s.name()).collect();
        names.join(", ")
    }
}
==== fixed
pub trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> &str;
}

#[derive(Debug, Clone)]
pub struct Square {
    pub side: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.side * self.side
    }
    fn name(&self) -> &str {
        "square"
    }
}

/// A drawing of shapes of one kind.
#[derive(Debug, Clone)]
pub struct Drawing<S> {
    shapes: Vec<S>,
}

impl<S> Drawing<S> {
    pub fn new() -> Self {
        Drawing { shapes: Vec::new() }
    }

    pub fn put(&mut self, shape: S) -> &mut Self {
        self.shapes.push(shape);
        self
    }

    pub fn len(&self) -> usize {
        self.shapes.len()
    }
}

impl<S: Shape> Drawing<S> {
    /// The area that all shapes cover together if none overlaps another.
    pub fn area(&self) -> f64 {
        self.shapes.iter().map(|s| s.area()).sum()
    }

    pub fn legend(&self) -> String {
        let names: Vec<&str> = self.shapes.iter().map(|s| s.name()).collect();
        names.join(", ")
    }
}
==== tests
#[test]
fn area_and_legend() {
    let mut d = Drawing::new();
    d.put(Square { side: 2.0 }).put(Square { side: 3.0 });
    assert_eq!(d.area(), 13.0);
    assert_eq!(d.legend(), "square, square");
    assert_eq!(d.len(), 2);
}

#[test]
fn empty_drawing() {
    let d: Drawing<Square> = Drawing::new();
    assert_eq!(d.area(), 0.0);
    assert_eq!(d.legend(), "");
}
