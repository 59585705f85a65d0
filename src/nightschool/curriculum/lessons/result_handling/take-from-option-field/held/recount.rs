---
code: E0507
---
#[derive(Debug, PartialEq)]
pub struct Count {
    pub yes: u32,
    pub no: u32,
}

#[derive(Debug, PartialEq)]
pub enum State {
    Open,
    Accepted,
    Rejected,
}

/// One polling place. A count that was handed in waits until it is confirmed.
#[derive(Debug, Default)]
pub struct PollingPlace {
    pending: Option<Count>,
    confirmed: Vec<Count>,
}

impl PollingPlace {
    pub fn hand_in(&mut self, yes: u32, no: u32) {
        self.pending = Some(Count { yes, no });
    }

    /// Confirms the count that is waiting; `None` when nothing waits (any more).
    pub fn confirm(&mut self) -> Option<usize> {
        let count = self.pending?;
        self.confirmed.push(count);
        Some(self.confirmed.len())
    }

    pub fn state(&self) -> State {
        let yes: u32 = self.confirmed.iter().map(|c| c.yes).sum();
        let no: u32 = self.confirmed.iter().map(|c| c.no).sum();
        match (yes, no) {
            (0, 0) => State::Open,
            (yes, no) if yes > no => State::Accepted,
            _ => State::Rejected,
        }
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Count {
    pub yes: u32,
    pub no: u32,
}

#[derive(Debug, PartialEq)]
pub enum State {
    Open,
    Accepted,
    Rejected,
}

/// One polling place. A count that was handed in waits until it is confirmed.
#[derive(Debug, Default)]
pub struct PollingPlace {
    pending: Option<Count>,
    confirmed: Vec<Count>,
}

impl PollingPlace {
    pub fn hand_in(&mut self, yes: u32, no: u32) {
        self.pending = Some(Count { yes, no });
    }

    /// Confirms the count that is waiting; `None` when nothing waits (any more).
    pub fn confirm(&mut self) -> Option<usize> {
        let count = self.pending.take()?;
        self.confirmed.push(count);
        Some(self.confirmed.len())
    }

    pub fn state(&self) -> State {
        let yes: u32 = self.confirmed.iter().map(|c| c.yes).sum();
        let no: u32 = self.confirmed.iter().map(|c| c.no).sum();
        match (yes, no) {
            (0, 0) => State::Open,
            (yes, no) if yes > no => State::Accepted,
            _ => State::Rejected,
        }
    }
}
==== tests
#[test]
fn confirms_once() {
    let mut p = PollingPlace::default();
    assert_eq!(p.confirm(), None);
    p.hand_in(3, 2);
    assert_eq!(p.confirm(), Some(1));
    assert_eq!(p.confirm(), None);
    assert_eq!(p.state(), State::Accepted);
}
#[test]
fn later_counts_add_up() {
    let mut p = PollingPlace::default();
    p.hand_in(3, 2);
    p.confirm();
    p.hand_in(0, 5);
    assert_eq!(p.state(), State::Accepted);
    assert_eq!(p.confirm(), Some(2));
    assert_eq!(p.state(), State::Rejected);
}
