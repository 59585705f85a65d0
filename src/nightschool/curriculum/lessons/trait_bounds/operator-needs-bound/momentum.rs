---
code: E0369
---
use std::ops::Add;

/// A vector of the plane, in whatever number type the simulation runs on:
/// `f64` on the desktop, scaled integers on the handheld.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vec2<N> {
    pub x: N,
    pub y: N,
}

impl<N: Add<Output = N>> Add for Vec2<N> {
    type Output = Vec2<N>;

    fn add(self, other: Self) -> Self {
        Vec2 { x: self.x + other.x, y: self.y + other.y }
    }
}

pub struct Puck<N> {
    pub mass: N,
    pub velocity: Vec2<N>,
}

impl<N> Puck<N>
where
    N: Copy + Add<Output = N>,
{
    pub fn momentum(&self) -> Vec2<N> {
        let x = self.velocity.x * self.mass;
        let y = self.velocity.y * self.mass;
        Vec2 { x, y }
    }
}

/// The momentum of two pucks together, which a collision does not change.
pub fn joint_momentum<N>(a: &Puck<N>, b: &Puck<N>) -> Vec2<N>
where
    N: Copy + Add<Output = N> + std::ops::Mul<Output = N>,
{
    a.momentum() + b.momentum()
}
==== fixed
use std::ops::{Add, Mul};

/// A vector of the plane, in whatever number type the simulation runs on:
/// `f64` on the desktop, scaled integers on the handheld.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vec2<N> {
    pub x: N,
    pub y: N,
}

impl<N: Add<Output = N>> Add for Vec2<N> {
    type Output = Vec2<N>;

    fn add(self, other: Self) -> Self {
        Vec2 { x: self.x + other.x, y: self.y + other.y }
    }
}

pub struct Puck<N> {
    pub mass: N,
    pub velocity: Vec2<N>,
}

impl<N> Puck<N>
where
    N: Copy + Add<Output = N> + Mul<Output = N>,
{
    pub fn momentum(&self) -> Vec2<N> {
        let x = self.velocity.x * self.mass;
        let y = self.velocity.y * self.mass;
        Vec2 { x, y }
    }
}

/// The momentum of two pucks together, which a collision does not change.
pub fn joint_momentum<N>(a: &Puck<N>, b: &Puck<N>) -> Vec2<N>
where
    N: Copy + Add<Output = N> + std::ops::Mul<Output = N>,
{
    a.momentum() + b.momentum()
}
==== tests
#[test]
fn floats() {
    let p = Puck { mass: 2.0, velocity: Vec2 { x: 1.5, y: -3.0 } };
    assert_eq!(p.momentum(), Vec2 { x: 3.0, y: -6.0 });
}
#[test]
fn integers() {
    let a = Puck { mass: 3i64, velocity: Vec2 { x: 10, y: 0 } };
    let b = Puck { mass: 1i64, velocity: Vec2 { x: -4, y: 7 } };
    assert_eq!(joint_momentum(&a, &b), Vec2 { x: 26, y: 7 });
}
