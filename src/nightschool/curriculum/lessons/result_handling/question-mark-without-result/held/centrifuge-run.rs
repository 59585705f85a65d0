---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum RunError {
    Unbalanced(usize),
    TooFast { rpm: u32, limit: u32 },
}

#[derive(Debug)]
pub struct Centrifuge {
    limit: u32,
    slots: Vec<Option<u32>>,
    pub runs: u32,
}

impl Centrifuge {
    pub fn new(slots: usize, limit: u32) -> Self {
        Centrifuge { limit, slots: vec![None; slots], runs: 0 }
    }

    pub fn load(&mut self, slot: usize, milligrams: u32) {
        self.slots[slot] = Some(milligrams);
    }

    /// Opposite slots must hold the same weight.
    fn check_balance(&self) -> Result<(), RunError> {
        let half = self.slots.len() / 2;
        match (0..half).find(|&i| self.slots[i] != self.slots[i + half]) {
            Some(slot) => Err(RunError::Unbalanced(slot)),
            None => Ok(()),
        }
    }

    fn check_speed(&self, rpm: u32) -> Result<(), RunError> {
        let limit = self.limit;
        if rpm > limit { Err(RunError::TooFast { rpm, limit }) } else { Ok(()) }
    }

    /// Starts a run unless a check forbids it; the operator must see which one did.
    pub fn start(&mut self, rpm: u32) {
        self.check_balance()?;
        self.check_speed(rpm)?;
        self.runs += 1;
    }
}

pub fn program(machine: &mut Centrifuge, speeds: &[u32]) -> Result<u32, RunError> {
    for &rpm in speeds {
        machine.check_speed(rpm)?;
    }
    for &rpm in speeds {
        machine.start(rpm);
    }
    Ok(machine.runs)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum RunError {
    Unbalanced(usize),
    TooFast { rpm: u32, limit: u32 },
}

#[derive(Debug)]
pub struct Centrifuge {
    limit: u32,
    slots: Vec<Option<u32>>,
    pub runs: u32,
}

impl Centrifuge {
    pub fn new(slots: usize, limit: u32) -> Self {
        Centrifuge { limit, slots: vec![None; slots], runs: 0 }
    }

    pub fn load(&mut self, slot: usize, milligrams: u32) {
        self.slots[slot] = Some(milligrams);
    }

    /// Opposite slots must hold the same weight.
    fn check_balance(&self) -> Result<(), RunError> {
        let half = self.slots.len() / 2;
        match (0..half).find(|&i| self.slots[i] != self.slots[i + half]) {
            Some(slot) => Err(RunError::Unbalanced(slot)),
            None => Ok(()),
        }
    }

    fn check_speed(&self, rpm: u32) -> Result<(), RunError> {
        let limit = self.limit;
        if rpm > limit { Err(RunError::TooFast { rpm, limit }) } else { Ok(()) }
    }

    /// Starts a run unless a check forbids it; the operator must see which one did.
    pub fn start(&mut self, rpm: u32) -> Result<(), RunError> {
        self.check_balance()?;
        self.check_speed(rpm)?;
        self.runs += 1;
        Ok(())
    }
}

pub fn program(machine: &mut Centrifuge, speeds: &[u32]) -> Result<u32, RunError> {
    for &rpm in speeds {
        machine.check_speed(rpm)?;
    }
    for &rpm in speeds {
        machine.start(rpm)?;
    }
    Ok(machine.runs)
}
==== tests
fn machine() -> Centrifuge {
    let mut m = Centrifuge::new(4, 9000);
    m.load(1, 50);
    m.load(3, 50);
    m
}

#[test]
fn balanced_runs_are_counted() {
    let mut m = machine();
    assert_eq!(program(&mut m, &[1000, 9000]), Ok(2));
    let _ = m.start(500);
    assert_eq!(m.runs, 3);
}

#[test]
fn forbidden_runs_are_told() {
    let mut m = machine();
    assert_eq!(program(&mut m, &[10, 9001]), Err(RunError::TooFast { rpm: 9001, limit: 9000 }));
    m.load(0, 1);
    assert_eq!(program(&mut m, &[10]), Err(RunError::Unbalanced(0)));
    assert_eq!(m.runs, 0);
}
