---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    Timeout { after_ms: u32 },
    Checksum,
    Denied(String),
}

#[derive(Debug, PartialEq)]
pub enum Action {
    Retry { wait_ms: u32 },
    ReturnHome,
    Continue,
}

/// What the autopilot does after one telemetry exchange:
/// - an answer: carry on
/// - a timeout: retry after twice the time that was waited
/// - a garbled frame: retry at once
/// - a refusal by the ground station: fly home
pub fn next_action(reply: &Result<Vec<u8>, LinkError>) -> Action {
    match reply {
        Ok(_) => Action::Continue,
        Err(LinkError::Timeout { after_ms }) => Action::Retry { wait_ms: after_ms * 2 },
        Err(LinkError::Denied(_)) => Action::ReturnHome,
    }
}

/// Number of exchanges until the drone turns home, if it does.
pub fn exchanges_until_home(replies: &[Result<Vec<u8>, LinkError>]) -> Option<usize> {
    replies
        .iter()
        .position(|r| next_action(r) == Action::ReturnHome)
        .map(|i| i + 1)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    Timeout { after_ms: u32 },
    Checksum,
    Denied(String),
}

#[derive(Debug, PartialEq)]
pub enum Action {
    Retry { wait_ms: u32 },
    ReturnHome,
    Continue,
}

/// What the autopilot does after one telemetry exchange:
/// - an answer: carry on
/// - a timeout: retry after twice the time that was waited
/// - a garbled frame: retry at once
/// - a refusal by the ground station: fly home
pub fn next_action(reply: &Result<Vec<u8>, LinkError>) -> Action {
    match reply {
        Ok(_) => Action::Continue,
        Err(LinkError::Timeout { after_ms }) => Action::Retry { wait_ms: after_ms * 2 },
        Err(LinkError::Denied(_)) => Action::ReturnHome,
        Err(LinkError::Checksum) => Action::Retry { wait_ms: 0 },
    }
}

/// Number of exchanges until the drone turns home, if it does.
pub fn exchanges_until_home(replies: &[Result<Vec<u8>, LinkError>]) -> Option<usize> {
    replies
        .iter()
        .position(|r| next_action(r) == Action::ReturnHome)
        .map(|i| i + 1)
}
==== tests
#[test]
fn garbled_frames_are_retried_at_once() {
    assert_eq!(next_action(&Err(LinkError::Checksum)), Action::Retry { wait_ms: 0 });
}

#[test]
fn other_cases_stay() {
    assert_eq!(next_action(&Ok(vec![1])), Action::Continue);
    assert_eq!(next_action(&Err(LinkError::Timeout { after_ms: 40 })), Action::Retry { wait_ms: 80 });
    let log = vec![Ok(vec![]), Err(LinkError::Checksum), Err(LinkError::Denied("zone".into()))];
    assert_eq!(exchanges_until_home(&log), Some(3));
}
