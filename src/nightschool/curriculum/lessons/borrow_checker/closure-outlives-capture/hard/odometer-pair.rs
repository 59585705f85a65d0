---
code: E0373
---
//! An odometer for a bicycle computer: the wheel sensor and the display get a
//! function each and know nothing of one another.

use std::cell::Cell;

pub type OnTurn = Box<dyn Fn(u32)>;
pub type Metres = Box<dyn Fn() -> u32>;

const MILLIMETRES: u32 = 1_000;

/// For a wheel of that circumference: a function to be told how many turns the
/// wheel made, and one that says how many whole metres that is so far.
pub fn odometer(circumference_mm: u32) -> (OnTurn, Metres) {
    let turns = Cell::new(0);
    (
        Box::new(|count| turns.set(turns.get() + count)),
        Box::new(|| turns.get() * circumference_mm / MILLIMETRES),
    )
}

/// The metres after each stage of a ride, given in turns of the wheel.
pub fn stages(circumference_mm: u32, turns: &[u32]) -> Vec<u32> {
    let (on_turn, metres) = odometer(circumference_mm);
    turns
        .iter()
        .map(|&count| {
            on_turn(count);
            metres()
        })
        .collect()
}
==== fixed
//! An odometer for a bicycle computer: the wheel sensor and the display get a
//! function each and know nothing of one another.

use std::cell::Cell;
use std::rc::Rc;

pub type OnTurn = Box<dyn Fn(u32)>;
pub type Metres = Box<dyn Fn() -> u32>;

const MILLIMETRES: u32 = 1_000;

/// For a wheel of that circumference: a function to be told how many turns the
/// wheel made, and one that says how many whole metres that is so far.
pub fn odometer(circumference_mm: u32) -> (OnTurn, Metres) {
    let turns = Rc::new(Cell::new(0));
    let counted = Rc::clone(&turns);
    (
        Box::new(move |count| counted.set(counted.get() + count)),
        Box::new(move || turns.get() * circumference_mm / MILLIMETRES),
    )
}

/// The metres after each stage of a ride, given in turns of the wheel.
pub fn stages(circumference_mm: u32, turns: &[u32]) -> Vec<u32> {
    let (on_turn, metres) = odometer(circumference_mm);
    turns
        .iter()
        .map(|&count| {
            on_turn(count);
            metres()
        })
        .collect()
}
==== tests
#[test]
fn display_follows_the_sensor() {
    let (on_turn, metres) = odometer(2_100);
    assert_eq!(metres(), 0);
    on_turn(10);
    assert_eq!(metres(), 21);
    on_turn(1);
    assert_eq!(metres(), 23);
}

#[test]
fn adds_up_stages() {
    assert_eq!(stages(2_000, &[5, 0, 10]), [10, 10, 30]);
}
