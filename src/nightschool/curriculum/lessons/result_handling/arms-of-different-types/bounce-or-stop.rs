---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ball {
    pub height: f64,
    pub speed: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    Stone,
    Sand,
    Water,
}

/// The ball after it hit the surface; `None` when it is lost. Sand swallows
/// three quarters of the speed, but the ball can still be picked up there.
pub fn bounce(ball: Ball, surface: Surface) -> Option<Ball> {
    match surface {
        Surface::Stone => Some(Ball { height: 0.0, speed: -ball.speed * 0.5 }),
        Surface::Sand => Ball { height: 0.0, speed: -ball.speed * 0.25 },
        Surface::Water => None,
    }
}

pub fn course(start: Ball, surfaces: &[Surface]) -> Option<Ball> {
    surfaces.iter().try_fold(start, |ball, surface| bounce(ball, *surface))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ball {
    pub height: f64,
    pub speed: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    Stone,
    Sand,
    Water,
}

/// The ball after it hit the surface; `None` when it is lost. Sand swallows
/// three quarters of the speed, but the ball can still be picked up there.
pub fn bounce(ball: Ball, surface: Surface) -> Option<Ball> {
    match surface {
        Surface::Stone => Some(Ball { height: 0.0, speed: -ball.speed * 0.5 }),
        Surface::Sand => Some(Ball { height: 0.0, speed: -ball.speed * 0.25 }),
        Surface::Water => None,
    }
}

pub fn course(start: Ball, surfaces: &[Surface]) -> Option<Ball> {
    surfaces.iter().try_fold(start, |ball, surface| bounce(ball, *surface))
}
==== tests
#[test]
fn sand_keeps_the_ball() {
    let b = Ball { height: 0.0, speed: 8.0 };
    assert_eq!(bounce(b, Surface::Sand), Some(Ball { height: 0.0, speed: -2.0 }));
}
#[test]
fn courses() {
    let b = Ball { height: 2.0, speed: 8.0 };
    assert_eq!(course(b, &[Surface::Stone, Surface::Sand]).unwrap().speed, 1.0);
    assert_eq!(course(b, &[Surface::Sand, Surface::Water, Surface::Stone]), None);
}
