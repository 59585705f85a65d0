---
code: E0499
---
//! A lift that serves calls one after another and keeps a trip log.

#[derive(Debug, Default, PartialEq)]
pub struct Lift {
    pub floor: i32,
    pub travelled: u32,
    pub log: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub enum Call {
    Floor(i32),
    Hold,
}

impl Lift {
    /// Drives to `target`, adding the floors passed.
    fn drive(&mut self, target: i32) {
        self.travelled += self.floor.abs_diff(target);
        self.floor = target;
    }

    fn hold(&mut self) {
        self.log.push(format!("hold at {}", self.floor));
    }
}

/// A lift after it has served the calls in order and has then parked on
/// the ground floor.
pub fn serve(mut lift: Lift, calls: &[Call]) -> Lift {
    let mut go = |target: i32| {
        lift.drive(target);
        lift.log.push(format!("to {target}"));
    };
    for call in calls {
        match call {
            Call::Floor(floor) => go(*floor),
            Call::Hold => lift.hold(),
        }
    }
    go(0);
    lift
}
==== fixed
//! A lift that serves calls one after another and keeps a trip log.

#[derive(Debug, Default, PartialEq)]
pub struct Lift {
    pub floor: i32,
    pub travelled: u32,
    pub log: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub enum Call {
    Floor(i32),
    Hold,
}

impl Lift {
    /// Drives to `target`, adding the floors passed.
    fn drive(&mut self, target: i32) {
        self.travelled += self.floor.abs_diff(target);
        self.floor = target;
    }

    fn hold(&mut self) {
        self.log.push(format!("hold at {}", self.floor));
    }
}

/// A lift after it has served the calls in order and has then parked on
/// the ground floor.
pub fn serve(mut lift: Lift, calls: &[Call]) -> Lift {
    let go = |lift: &mut Lift, target: i32| {
        lift.drive(target);
        lift.log.push(format!("to {target}"));
    };
    for call in calls {
        match call {
            Call::Floor(floor) => go(&mut lift, *floor),
            Call::Hold => lift.hold(),
        }
    }
    go(&mut lift, 0);
    lift
}
==== tests
#[test]
fn serves_in_order_and_parks() {
    let lift = serve(Lift::default(), &[Call::Floor(3), Call::Hold, Call::Floor(-1)]);
    assert_eq!(lift.log, ["to 3", "hold at 3", "to -1", "to 0"]);
    assert_eq!(lift.travelled, 3 + 4 + 1);
    assert_eq!(lift.floor, 0);
}

#[test]
fn without_calls_it_only_parks() {
    let lift = serve(Lift { floor: 5, ..Lift::default() }, &[]);
    assert_eq!(lift.log, ["to 0"]);
    assert_eq!(lift.travelled, 5);
}
