---
code: E0061
---
//! A ship on a playfield whose edges are joined.

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub width: i32,
    pub height: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ship {
    pub x: i32,
    pub y: i32,
    pub trail: Vec<(i32, i32)>,
}

/// Moves a coordinate; it stays in `0..size` and comes in again on the
/// other side.
fn wrapped(position: i32, step: i32, size: i32) -> i32 {
    (position + step).rem_euclid(size)
}

impl Ship {
    pub fn at(x: i32, y: i32) -> Self {
        Ship { x, y, trail: Vec::new() }
    }

    /// Flies one step and leaves the old place in the trail.
    pub fn fly(&mut self, dx: i32, dy: i32, field: &Field) {
        self.trail.push((self.x, self.y));
        self.x = wrapped(self.x, dx, field.width);
        self.y = wrapped(self.y, dy, field.width, field.height);
    }

    pub fn has_crossed_itself(&self) -> bool {
        self.trail.contains(&(self.x, self.y))
    }
}
==== fixed
//! A ship on a playfield whose edges are joined.

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub width: i32,
    pub height: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ship {
    pub x: i32,
    pub y: i32,
    pub trail: Vec<(i32, i32)>,
}

/// Moves a coordinate; it stays in `0..size` and comes in again on the
/// other side.
fn wrapped(position: i32, step: i32, size: i32) -> i32 {
    (position + step).rem_euclid(size)
}

impl Ship {
    pub fn at(x: i32, y: i32) -> Self {
        Ship { x, y, trail: Vec::new() }
    }

    /// Flies one step and leaves the old place in the trail.
    pub fn fly(&mut self, dx: i32, dy: i32, field: &Field) {
        self.trail.push((self.x, self.y));
        self.x = wrapped(self.x, dx, field.width);
        self.y = wrapped(self.y, dy, field.height);
    }

    pub fn has_crossed_itself(&self) -> bool {
        self.trail.contains(&(self.x, self.y))
    }
}
==== tests
#[test]
fn comes_in_on_the_other_side() {
    let field = Field { width: 20, height: 5 };
    let mut ship = Ship::at(19, 4);
    ship.fly(2, 2, &field);
    assert_eq!((ship.x, ship.y), (1, 1));
    ship.fly(-3, -2, &field);
    assert_eq!((ship.x, ship.y), (18, 4));
    assert_eq!(ship.trail, [(19, 4), (1, 1)]);
}

#[test]
fn round_trip_upwards() {
    let field = Field { width: 9, height: 3 };
    let mut ship = Ship::at(0, 0);
    ship.fly(0, 2, &field);
    assert!(!ship.has_crossed_itself());
    ship.fly(0, 1, &field);
    assert!(ship.has_crossed_itself());
}
