---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phase {
    Idle,
    Heating,
    Baking,
    Done,
}

#[derive(Debug, Clone, PartialEq)]
pub enum OvenError {
    DoorOpen,
    Illegal { from: Phase, command: String },
}

pub struct Oven {
    pub phase: Phase,
    pub door_open: bool,
}

impl Oven {
    /// What the command leads to from here; it does not change the oven.
    pub fn next(&self, command: &str) -> Result<Phase, OvenError> {
        let phase = match (self.phase, command) {
            (Phase::Idle, "heat") if self.door_open => return Err(OvenError::DoorOpen),
            (Phase::Idle, "heat") => Phase::Heating,
            (Phase::Heating, "ready") => Phase::Baking,
            (Phase::Baking, "ring") => Phase::Done,
            (_, "off") => Phase::Idle,
            (from, other) => Err(OvenError::Illegal { from, command: other.to_string() }),
        };
        Ok(phase)
    }

    /// Runs the commands up to the first that is refused.
    pub fn run(&mut self, commands: &[&str]) -> Result<(), OvenError> {
        for command in commands {
            self.phase = self.next(command)?;
        }
        Ok(())
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phase {
    Idle,
    Heating,
    Baking,
    Done,
}

#[derive(Debug, Clone, PartialEq)]
pub enum OvenError {
    DoorOpen,
    Illegal { from: Phase, command: String },
}

pub struct Oven {
    pub phase: Phase,
    pub door_open: bool,
}

impl Oven {
    /// What the command leads to from here; it does not change the oven.
    pub fn next(&self, command: &str) -> Result<Phase, OvenError> {
        let phase = match (self.phase, command) {
            (Phase::Idle, "heat") if self.door_open => return Err(OvenError::DoorOpen),
            (Phase::Idle, "heat") => Phase::Heating,
            (Phase::Heating, "ready") => Phase::Baking,
            (Phase::Baking, "ring") => Phase::Done,
            (_, "off") => Phase::Idle,
            (from, other) => {
                return Err(OvenError::Illegal { from, command: other.to_string() })
            }
        };
        Ok(phase)
    }

    /// Runs the commands up to the first that is refused.
    pub fn run(&mut self, commands: &[&str]) -> Result<(), OvenError> {
        for command in commands {
            self.phase = self.next(command)?;
        }
        Ok(())
    }
}
==== tests
#[test]
fn bakes() {
    let mut o = Oven { phase: Phase::Idle, door_open: false };
    assert_eq!(o.run(&["heat", "ready", "ring"]), Ok(()));
    assert_eq!(o.phase, Phase::Done);
    assert_eq!(o.next("off"), Ok(Phase::Idle));
}

#[test]
fn illegal_command_is_named() {
    let mut o = Oven { phase: Phase::Idle, door_open: false };
    assert_eq!(
        o.run(&["heat", "ring", "off"]),
        Err(OvenError::Illegal { from: Phase::Heating, command: "ring".into() })
    );
    assert_eq!(o.phase, Phase::Heating);
}

#[test]
fn door() {
    let o = Oven { phase: Phase::Idle, door_open: true };
    assert_eq!(o.next("heat"), Err(OvenError::DoorOpen));
}
