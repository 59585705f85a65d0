---
code: E0369
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<T> {
    pub x: T,
    pub y: T,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds<T> {
    pub min: Point<T>,
    pub max: Point<T>,
}

impl<T: Copy> Bounds<T> {
    pub fn at(point: Point<T>) -> Self {
        Bounds { min: point, max: point }
    }

    pub fn include(&mut self, point: Point<T>) {
        if point.x < self.min.x {
            self.min.x = point.x;
        }
        if point.y < self.min.y {
            self.min.y = point.y;
        }
        if point.x > self.max.x {
            self.max.x = point.x;
        }
        if point.y > self.max.y {
            self.max.y = point.y;
        }
    }
}

/// Smallest box around integer pixel positions.
pub fn pixel_bounds(points: &[Point<i32>]) -> Option<Bounds<i32>> {
    let (first, rest) = points.split_first()?;
    let mut bounds = Bounds::at(*first);
    for point in rest {
        bounds.include(*point);
    }
    Some(bounds)
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<T> {
    pub x: T,
    pub y: T,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds<T> {
    pub min: Point<T>,
    pub max: Point<T>,
}

impl<T: Copy + PartialOrd> Bounds<T> {
    pub fn at(point: Point<T>) -> Self {
        Bounds { min: point, max: point }
    }

    pub fn include(&mut self, point: Point<T>) {
        if point.x < self.min.x {
            self.min.x = point.x;
        }
        if point.y < self.min.y {
            self.min.y = point.y;
        }
        if point.x > self.max.x {
            self.max.x = point.x;
        }
        if point.y > self.max.y {
            self.max.y = point.y;
        }
    }
}

/// Smallest box around integer pixel positions.
pub fn pixel_bounds(points: &[Point<i32>]) -> Option<Bounds<i32>> {
    let (first, rest) = points.split_first()?;
    let mut bounds = Bounds::at(*first);
    for point in rest {
        bounds.include(*point);
    }
    Some(bounds)
}
==== tests
#[test]
fn pixels() {
    let points = [Point { x: 3, y: 9 }, Point { x: -1, y: 4 }, Point { x: 2, y: 12 }];
    let bounds = pixel_bounds(&points).unwrap();
    assert_eq!(bounds.min, Point { x: -1, y: 4 });
    assert_eq!(bounds.max, Point { x: 3, y: 12 });
    assert!(pixel_bounds(&[]).is_none());
}

#[test]
fn metres_too() {
    let mut bounds = Bounds::at(Point { x: 0.5, y: 0.5 });
    bounds.include(Point { x: 0.25, y: 0.75 });
    assert_eq!(bounds.min, Point { x: 0.25, y: 0.5 });
    assert_eq!(bounds.max, Point { x: 0.5, y: 0.75 });
}
