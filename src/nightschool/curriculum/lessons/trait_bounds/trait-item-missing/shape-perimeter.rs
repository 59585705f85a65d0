---
code: E0046
---
pub trait Shape {
    fn area(&self) -> f64;
    fn perimeter(&self) -> f64;

    /// 1 for a circle, less for anything else.
    fn compactness(&self) -> f64 {
        let p = self.perimeter();
        4.0 * std::f64::consts::PI * self.area() / (p * p)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    pub radius: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    pub width: f64,
    pub height: f64,
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.radius * self.radius
    }

    fn perimeter(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.radius
    }
}

impl Shape for Rectangle {
    fn area(&self) -> f64 {
        self.width * self.height
    }
}

/// Length of fence for all the plots together.
pub fn fence_length(plots: &[&dyn Shape]) -> f64 {
    plots.iter().map(|plot| plot.perimeter()).sum()
}
==== fixed
pub trait Shape {
    fn area(&self) -> f64;
    fn perimeter(&self) -> f64;

    /// 1 for a circle, less for anything else.
    fn compactness(&self) -> f64 {
        let p = self.perimeter();
        4.0 * std::f64::consts::PI * self.area() / (p * p)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    pub radius: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    pub width: f64,
    pub height: f64,
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.radius * self.radius
    }

    fn perimeter(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.radius
    }
}

impl Shape for Rectangle {
    fn area(&self) -> f64 {
        self.width * self.height
    }

    fn perimeter(&self) -> f64 {
        2.0 * (self.width + self.height)
    }
}

/// Length of fence for all the plots together.
pub fn fence_length(plots: &[&dyn Shape]) -> f64 {
    plots.iter().map(|plot| plot.perimeter()).sum()
}
==== tests
#[test]
fn fence_around_rectangles() {
    let a = Rectangle { width: 3.0, height: 4.0 };
    let b = Rectangle { width: 1.0, height: 0.5 };
    assert_eq!(fence_length(&[&a, &b]), 17.0);
}

#[test]
fn compactness() {
    assert!((Circle { radius: 3.0 }.compactness() - 1.0).abs() < 1e-12);
    let square = Rectangle { width: 2.0, height: 2.0 };
    assert!((square.compactness() - std::f64::consts::PI / 4.0).abs() < 1e-12);
}
