---
code: E0499
---
/// A ball on a frictionless track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ball {
    pub at: i32,
    pub speed: i32,
}

pub struct Track {
    balls: Vec<Ball>,
}

impl Track {
    pub fn new(balls: &[Ball]) -> Self {
        Track { balls: balls.to_vec() }
    }

    pub fn balls(&self) -> &[Ball] {
        &self.balls
    }

    fn ball_mut(&mut self, index: usize) -> &mut Ball {
        &mut self.balls[index]
    }

    /// Balls of equal mass that meet swap their speeds.
    fn collide(&mut self, left: usize, right: usize) {
        std::mem::swap(&mut self.ball_mut(left).speed, &mut self.ball_mut(right).speed);
    }

    /// Moves all balls on by one tick; neighbours that are in the same place
    /// afterwards collide, from left to right.
    pub fn tick(&mut self) {
        for index in 0..self.balls.len() {
            let ball = self.ball_mut(index);
            ball.at += ball.speed;
        }
        for right in 1..self.balls.len() {
            if self.balls[right - 1].at == self.balls[right].at {
                self.collide(right - 1, right);
            }
        }
    }
}
==== fixed
/// A ball on a frictionless track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ball {
    pub at: i32,
    pub speed: i32,
}

pub struct Track {
    balls: Vec<Ball>,
}

impl Track {
    pub fn new(balls: &[Ball]) -> Self {
        Track { balls: balls.to_vec() }
    }

    pub fn balls(&self) -> &[Ball] {
        &self.balls
    }

    fn ball_mut(&mut self, index: usize) -> &mut Ball {
        &mut self.balls[index]
    }

    /// Balls of equal mass that meet swap their speeds.
    fn collide(&mut self, left: usize, right: usize) {
        let speed = self.ball_mut(left).speed;
        let other = std::mem::replace(&mut self.ball_mut(right).speed, speed);
        self.ball_mut(left).speed = other;
    }

    /// Moves all balls on by one tick; neighbours that are in the same place
    /// afterwards collide, from left to right.
    pub fn tick(&mut self) {
        for index in 0..self.balls.len() {
            let ball = self.ball_mut(index);
            ball.at += ball.speed;
        }
        for right in 1..self.balls.len() {
            if self.balls[right - 1].at == self.balls[right].at {
                self.collide(right - 1, right);
            }
        }
    }
}
==== tests
fn b(at: i32, speed: i32) -> Ball {
    Ball { at, speed }
}
#[test]
fn swaps() {
    let mut t = Track::new(&[b(0, 3), b(4, -1)]);
    t.tick();
    assert_eq!(t.balls(), [b(3, -1), b(3, 3)]);
    t.tick();
    assert_eq!(t.balls(), [b(2, -1), b(6, 3)]);
}
#[test]
fn newtons_cradle() {
    let mut t = Track::new(&[b(0, 2), b(2, 0), b(2, 0)]);
    t.tick();
    assert_eq!(t.balls(), [b(2, 0), b(2, 0), b(2, 2)]);
}
