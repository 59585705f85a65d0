---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Challenge {
    pub from: String,
    pub stake: u32,
}

#[derive(Default)]
pub struct Seat {
    pending: Option<Challenge>,
    pub stack: u32,
}

impl Seat {
    pub fn challenge(&mut self, from: &str, stake: u32) {
        self.pending = Some(Challenge { from: from.to_string(), stake });
    }

    pub fn is_challenged(&self) -> bool {
        self.pending.is_some()
    }

    /// Accepts the challenge that waits at this seat, if the stack covers it:
    /// the stake leaves the stack and the seat is free for the next challenge.
    /// A challenge that is too dear is turned down and is gone as well.
    pub fn accept(&mut self) -> Option<Challenge> {
        let challenge = self.pending?;
        if challenge.stake > self.stack {
            return None;
        }
        self.stack -= challenge.stake;
        Some(challenge)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Challenge {
    pub from: String,
    pub stake: u32,
}

#[derive(Default)]
pub struct Seat {
    pending: Option<Challenge>,
    pub stack: u32,
}

impl Seat {
    pub fn challenge(&mut self, from: &str, stake: u32) {
        self.pending = Some(Challenge { from: from.to_string(), stake });
    }

    pub fn is_challenged(&self) -> bool {
        self.pending.is_some()
    }

    /// Accepts the challenge that waits at this seat, if the stack covers it:
    /// the stake leaves the stack and the seat is free for the next challenge.
    /// A challenge that is too dear is turned down and is gone as well.
    pub fn accept(&mut self) -> Option<Challenge> {
        let challenge = self.pending.take()?;
        if challenge.stake > self.stack {
            return None;
        }
        self.stack -= challenge.stake;
        Some(challenge)
    }
}
==== tests
#[test]
fn accepted_once() {
    let mut s = Seat { stack: 10, ..Seat::default() };
    s.challenge("Mo", 4);
    assert_eq!(s.accept(), Some(Challenge { from: "Mo".into(), stake: 4 }));
    assert!(!s.is_challenged());
    assert_eq!(s.accept(), None);
    assert_eq!(s.stack, 6);
}
#[test]
fn too_dear() {
    let mut s = Seat { stack: 3, ..Seat::default() };
    s.challenge("Mo", 4);
    assert_eq!(s.accept(), None);
    assert!(!s.is_challenged());
    assert_eq!(s.stack, 3);
}
