---
code: E0046
---
use std::fmt::Debug;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Motion {
    Forward(u32),
    Back(u32),
    Turn(i32),
}

/// Makes a robot's motions undoable.
pub trait Invertible: Sized {
    /// The motion that takes the robot back to where it was before this one.
    fn inverse(&self) -> Self;
    fn energy(&self) -> u32;
}

impl Invertible for Motion {
    fn energy(&self) -> u32 {
        match *self {
            Motion::Forward(cm) => cm,
            Motion::Back(cm) => 2 * cm,
            Motion::Turn(degrees) => degrees.unsigned_abs() / 10,
        }
    }
}

/// The way back: the inverse motions in reverse order.
pub fn way_back<M: Invertible + Debug>(path: &[M]) -> Vec<M> {
    path.iter().rev().map(Invertible::inverse).collect()
}

/// Whether the energy that is left suffices to go on by `path` and come back.
pub fn can_return<M: Invertible + Debug>(path: &[M], energy: u32) -> bool {
    let there: u32 = path.iter().map(Invertible::energy).sum();
    let back: u32 = way_back(path).iter().map(Invertible::energy).sum();
    there + back <= energy
}
==== fixed
use std::fmt::Debug;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Motion {
    Forward(u32),
    Back(u32),
    Turn(i32),
}

/// Makes a robot's motions undoable.
pub trait Invertible: Sized {
    /// The motion that takes the robot back to where it was before this one.
    fn inverse(&self) -> Self;
    fn energy(&self) -> u32;
}

impl Invertible for Motion {
    fn inverse(&self) -> Self {
        match *self {
            Motion::Forward(cm) => Motion::Back(cm),
            Motion::Back(cm) => Motion::Forward(cm),
            Motion::Turn(degrees) => Motion::Turn(-degrees),
        }
    }

    fn energy(&self) -> u32 {
        match *self {
            Motion::Forward(cm) => cm,
            Motion::Back(cm) => 2 * cm,
            Motion::Turn(degrees) => degrees.unsigned_abs() / 10,
        }
    }
}

/// The way back: the inverse motions in reverse order.
pub fn way_back<M: Invertible + Debug>(path: &[M]) -> Vec<M> {
    path.iter().rev().map(Invertible::inverse).collect()
}

/// Whether the energy that is left suffices to go on by `path` and come back.
pub fn can_return<M: Invertible + Debug>(path: &[M], energy: u32) -> bool {
    let there: u32 = path.iter().map(Invertible::energy).sum();
    let back: u32 = way_back(path).iter().map(Invertible::energy).sum();
    there + back <= energy
}
==== tests
#[test]
fn way_back_inverts_and_reverses() {
    let path = [Motion::Forward(30), Motion::Turn(90), Motion::Back(5), Motion::Turn(-45)];
    let back = way_back(&path);
    assert_eq!(back, [Motion::Turn(45), Motion::Forward(5), Motion::Turn(-90), Motion::Back(30)]);
    assert_eq!(way_back(&back), path);
}

#[test]
fn energy_for_both_ways() {
    let path = [Motion::Forward(10), Motion::Turn(90)];
    assert!(can_return(&path, 48));
    assert!(!can_return(&path, 47));
}
