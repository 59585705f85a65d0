---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValveError {
    UnknownValve(u8),
    PercentTooHigh(u32),
}

#[derive(Debug, PartialEq)]
pub enum CommandError {
    Syntax(String),
    Valve(ValveError),
}

impl From<ValveError> for CommandError {
    fn from(e: ValveError) -> Self {
        CommandError::Valve(e)
    }
}

/// The irrigation valves of a farm, each open by some percent.
pub struct Valves {
    percent: Vec<u32>,
}

impl Valves {
    pub fn new(count: usize) -> Self {
        Valves { percent: vec![0; count] }
    }

    pub fn set(&mut self, valve: u8, percent: u32) -> Result<u32, ValveError> {
        if percent > 100 {
            return Err(ValveError::PercentTooHigh(percent));
        }
        let slot = self.percent.get_mut(usize::from(valve)).ok_or(ValveError::UnknownValve(valve))?;
        Ok(std::mem::replace(slot, percent))
    }

    /// Carries out `open 3 40` or `shut 3`, gives the percent there was before.
    pub fn execute(&mut self, line: &str) -> Result<u32, CommandError> {
        let syntax = || CommandError::Syntax(line.to_string());
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["open", valve, percent] => {
                let valve = valve.parse().map_err(|_| syntax())?;
                let percent = percent.parse().map_err(|_| syntax())?;
                self.set(valve, percent)
            }
            ["shut", valve] => {
                let valve = valve.parse().map_err(|_| syntax())?;
                self.set(valve, 0)
            }
            _ => Err(syntax()),
        }
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValveError {
    UnknownValve(u8),
    PercentTooHigh(u32),
}

#[derive(Debug, PartialEq)]
pub enum CommandError {
    Syntax(String),
    Valve(ValveError),
}

impl From<ValveError> for CommandError {
    fn from(e: ValveError) -> Self {
        CommandError::Valve(e)
    }
}

/// The irrigation valves of a farm, each open by some percent.
pub struct Valves {
    percent: Vec<u32>,
}

impl Valves {
    pub fn new(count: usize) -> Self {
        Valves { percent: vec![0; count] }
    }

    pub fn set(&mut self, valve: u8, percent: u32) -> Result<u32, ValveError> {
        if percent > 100 {
            return Err(ValveError::PercentTooHigh(percent));
        }
        let slot = self.percent.get_mut(usize::from(valve)).ok_or(ValveError::UnknownValve(valve))?;
        Ok(std::mem::replace(slot, percent))
    }

    /// Carries out `open 3 40` or `shut 3`, gives the percent there was before.
    pub fn execute(&mut self, line: &str) -> Result<u32, CommandError> {
        let syntax = || CommandError::Syntax(line.to_string());
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["open", valve, percent] => {
                let valve = valve.parse().map_err(|_| syntax())?;
                let percent = percent.parse().map_err(|_| syntax())?;
                Ok(self.set(valve, percent)?)
            }
            ["shut", valve] => {
                let valve = valve.parse().map_err(|_| syntax())?;
                Ok(self.set(valve, 0)?)
            }
            _ => Err(syntax()),
        }
    }
}
==== tests
#[test]
fn commands_give_the_former_percent() {
    let mut v = Valves::new(4);
    assert_eq!(v.execute("open 3 40"), Ok(0));
    assert_eq!(v.execute("open 3 100"), Ok(40));
    assert_eq!(v.execute("shut 3"), Ok(100));
    assert_eq!(v.execute("shut 3"), Ok(0));
}

#[test]
fn both_kinds_of_errors() {
    let mut v = Valves::new(4);
    assert_eq!(v.execute("open 4 40"), Err(CommandError::Valve(ValveError::UnknownValve(4))));
    assert_eq!(v.execute("open 1 101"), Err(CommandError::Valve(ValveError::PercentTooHigh(101))));
    assert_eq!(v.execute("shut 7"), Err(CommandError::Valve(ValveError::UnknownValve(7))));
    assert_eq!(v.execute("shut it"), Err(CommandError::Syntax("shut it".into())));
}
