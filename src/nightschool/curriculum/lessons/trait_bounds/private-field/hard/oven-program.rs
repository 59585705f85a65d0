---
code: E0616
---
//! Baking programs for an oven with a safe upper limit.

pub mod oven {
    pub const HOTTEST: u32 = 250;

    #[derive(Debug, Default)]
    pub struct Oven {
        target: u32,
        changes: u32,
    }

    impl Oven {
        /// The temperature the oven is heading for.
        pub fn target(&self) -> u32 {
            self.target
        }

        /// Heads for a temperature, at most `HOTTEST`.
        pub fn set_target(&mut self, degrees: u32) {
            self.target = degrees.min(HOTTEST);
            self.changes += 1;
        }

        pub fn changes(&self) -> u32 {
            self.changes
        }
    }
}

use oven::Oven;

#[derive(Debug, Clone, Copy)]
pub struct Phase {
    pub minutes: u32,
    pub degrees: u32,
}

/// Runs through the phases; answers the degree minutes as baked.
pub fn bake(oven: &mut Oven, phases: &[Phase]) -> u32 {
    let mut degree_minutes = 0;
    for phase in phases {
        oven.target = phase.degrees;
        degree_minutes += oven.target * phase.minutes;
    }
    degree_minutes
}
==== fixed
//! Baking programs for an oven with a safe upper limit.

pub mod oven {
    pub const HOTTEST: u32 = 250;

    #[derive(Debug, Default)]
    pub struct Oven {
        target: u32,
        changes: u32,
    }

    impl Oven {
        /// The temperature the oven is heading for.
        pub fn target(&self) -> u32 {
            self.target
        }

        /// Heads for a temperature, at most `HOTTEST`.
        pub fn set_target(&mut self, degrees: u32) {
            self.target = degrees.min(HOTTEST);
            self.changes += 1;
        }

        pub fn changes(&self) -> u32 {
            self.changes
        }
    }
}

use oven::Oven;

#[derive(Debug, Clone, Copy)]
pub struct Phase {
    pub minutes: u32,
    pub degrees: u32,
}

/// Runs through the phases; answers the degree minutes as baked.
pub fn bake(oven: &mut Oven, phases: &[Phase]) -> u32 {
    let mut degree_minutes = 0;
    for phase in phases {
        oven.set_target(phase.degrees);
        degree_minutes += oven.target() * phase.minutes;
    }
    degree_minutes
}
==== tests
#[test]
fn never_hotter_than_safe() {
    let mut oven = Oven::default();
    let phases = [Phase { minutes: 10, degrees: 300 }, Phase { minutes: 2, degrees: 200 }];
    assert_eq!(bake(&mut oven, &phases), 2500 + 400);
    assert_eq!(oven.target(), 200);
    assert_eq!(oven.changes(), 2);
}

#[test]
fn the_last_phase_stays() {
    let mut oven = Oven::default();
    assert_eq!(bake(&mut oven, &[]), 0);
    assert_eq!(oven.changes(), 0);
    bake(&mut oven, &[Phase { minutes: 1, degrees: 999 }]);
    assert_eq!(oven.target(), oven::HOTTEST);
}
