---
code: E0053
---
#[derive(Debug, Clone, PartialEq)]
pub struct Battery {
    pub percent: u8,
    pub cycles: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amps(pub f32);

/// Decides how fast the batteries of a drone fleet are charged.
pub trait ChargePolicy {
    fn current(&self, battery: &Battery, minutes_to_start: Option<u32>) -> Amps;
    fn name(&self) -> &str;
}

/// Gentle with old batteries, quick when the drone starts soon.
pub struct Careful {
    pub label: String,
}

impl ChargePolicy for Careful {
    fn current(&self, battery: &Battery, minutes_to_start: u32) -> Amps {
        let hurry = minutes_to_start < 30;
        match (battery.percent, hurry) {
            (95.., _) => Amps(0.5),
            (_, true) => Amps(6.0),
            (_, false) if battery.cycles > 300 => Amps(1.5),
            (_, false) => Amps(3.0),
        }
    }

    fn name(&self) -> &str {
        &self.label
    }
}

/// The current for a drone without a planned start is the gentlest there is.
pub fn overnight(policy: &dyn ChargePolicy, rack: &[Battery]) -> f32 {
    rack.iter().map(|b| policy.current(b, None).0).sum()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Battery {
    pub percent: u8,
    pub cycles: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amps(pub f32);

/// Decides how fast the batteries of a drone fleet are charged.
pub trait ChargePolicy {
    fn current(&self, battery: &Battery, minutes_to_start: Option<u32>) -> Amps;
    fn name(&self) -> &str;
}

/// Gentle with old batteries, quick when the drone starts soon.
pub struct Careful {
    pub label: String,
}

impl ChargePolicy for Careful {
    fn current(&self, battery: &Battery, minutes_to_start: Option<u32>) -> Amps {
        let hurry = minutes_to_start.is_some_and(|minutes| minutes < 30);
        match (battery.percent, hurry) {
            (95.., _) => Amps(0.5),
            (_, true) => Amps(6.0),
            (_, false) if battery.cycles > 300 => Amps(1.5),
            (_, false) => Amps(3.0),
        }
    }

    fn name(&self) -> &str {
        &self.label
    }
}

/// The current for a drone without a planned start is the gentlest there is.
pub fn overnight(policy: &dyn ChargePolicy, rack: &[Battery]) -> f32 {
    rack.iter().map(|b| policy.current(b, None).0).sum()
}
==== tests
fn policy() -> Careful {
    Careful { label: "careful".into() }
}

fn bat(percent: u8, cycles: u32) -> Battery {
    Battery { percent, cycles }
}

#[test]
fn soon_and_later() {
    let p = policy();
    assert_eq!(p.current(&bat(50, 10), Some(29)), Amps(6.0));
    assert_eq!(p.current(&bat(50, 10), Some(30)), Amps(3.0));
    assert_eq!(p.current(&bat(50, 301), Some(0)), Amps(6.0));
    assert_eq!(p.current(&bat(95, 10), Some(0)), Amps(0.5));
}

#[test]
fn no_start_means_no_hurry() {
    assert_eq!(overnight(&policy(), &[bat(50, 10), bat(20, 400), bat(99, 1)]), 5.0);
    assert_eq!(policy().name(), "careful");
}
