---
code: E0004
---
use std::time::Duration;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallError {
    Timeout,
    /// The server asked for a pause, sometimes without saying how long.
    Throttled { retry_after: Option<u64> },
    Rejected(u16),
    Refused,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Decision {
    Done,
    Wait(Duration),
    GiveUp,
}

pub struct RetryPolicy {
    pub pause: Duration,
    pub max_attempts: u32,
}

impl RetryPolicy {
    /// What to do after attempt number `attempt` (from 1).
    ///
    /// A pause the server names is honoured; whenever nothing is named, the pause
    /// of the policy applies. A rejected request is never repeated.
    pub fn decide(&self, attempt: u32, outcome: &Result<(), CallError>) -> Decision {
        let pause = match outcome {
            Ok(()) => return Decision::Done,
            Err(CallError::Rejected(_)) => return Decision::GiveUp,
            Err(CallError::Timeout) | Err(CallError::Refused) => self.pause,
            Err(CallError::Throttled { retry_after: Some(secs) }) => Duration::from_secs(*secs),
        };
        if attempt >= self.max_attempts {
            Decision::GiveUp
        } else {
            Decision::Wait(pause)
        }
    }
}
==== fixed
use std::time::Duration;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallError {
    Timeout,
    /// The server asked for a pause, sometimes without saying how long.
    Throttled { retry_after: Option<u64> },
    Rejected(u16),
    Refused,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Decision {
    Done,
    Wait(Duration),
    GiveUp,
}

pub struct RetryPolicy {
    pub pause: Duration,
    pub max_attempts: u32,
}

impl RetryPolicy {
    /// What to do after attempt number `attempt` (from 1).
    ///
    /// A pause the server names is honoured; whenever nothing is named, the pause
    /// of the policy applies. A rejected request is never repeated.
    pub fn decide(&self, attempt: u32, outcome: &Result<(), CallError>) -> Decision {
        let pause = match outcome {
            Ok(()) => return Decision::Done,
            Err(CallError::Rejected(_)) => return Decision::GiveUp,
            Err(CallError::Timeout) | Err(CallError::Refused) => self.pause,
            Err(CallError::Throttled { retry_after: Some(secs) }) => Duration::from_secs(*secs),
            Err(CallError::Throttled { retry_after: None }) => self.pause,
        };
        if attempt >= self.max_attempts {
            Decision::GiveUp
        } else {
            Decision::Wait(pause)
        }
    }
}
==== tests
fn policy() -> RetryPolicy {
    RetryPolicy { pause: Duration::from_millis(40), max_attempts: 3 }
}

#[test]
fn unnamed_pause_is_the_policys() {
    let outcome = Err(CallError::Throttled { retry_after: None });
    assert_eq!(policy().decide(1, &outcome), Decision::Wait(Duration::from_millis(40)));
    assert_eq!(policy().decide(3, &outcome), Decision::GiveUp);
}

#[test]
fn named_pause_is_honoured() {
    let outcome = Err(CallError::Throttled { retry_after: Some(9) });
    assert_eq!(policy().decide(2, &outcome), Decision::Wait(Duration::from_secs(9)));
}

#[test]
fn others() {
    assert_eq!(policy().decide(3, &Ok(())), Decision::Done);
    assert_eq!(policy().decide(1, &Err(CallError::Rejected(403))), Decision::GiveUp);
    assert_eq!(policy().decide(1, &Err(CallError::Refused)), Decision::Wait(Duration::from_millis(40)));
}
