---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum JobError {
    Timeout { after: u32 },
    Crashed(i32),
    Cancelled,
}

#[derive(Debug, PartialEq)]
pub enum Next {
    Done(String),
    /// Run again after so many seconds.
    Retry(u32),
    GiveUp,
}

pub struct RetryPolicy {
    pub attempts: u32,
    pub base_delay: u32,
}

impl RetryPolicy {
    /// What to do after the given attempt (the first is 1).
    ///
    /// A timeout is retried at once, a crash after the base delay times
    /// the attempt, both only while attempts are left. A cancelled job is
    /// never retried.
    pub fn next(&self, attempt: u32, outcome: Result<Option<String>, JobError>) -> Next {
        let last = attempt >= self.attempts;
        match outcome {
            Ok(Some(output)) => Next::Done(output),
            Ok(None) => Next::Done(String::from("(no output)")),
            Err(JobError::Timeout { .. }) if !last => Next::Retry(0),
            Err(JobError::Crashed(_)) if !last => Next::Retry(self.base_delay * attempt),
            Err(JobError::Cancelled) => Next::GiveUp,
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum JobError {
    Timeout { after: u32 },
    Crashed(i32),
    Cancelled,
}

#[derive(Debug, PartialEq)]
pub enum Next {
    Done(String),
    /// Run again after so many seconds.
    Retry(u32),
    GiveUp,
}

pub struct RetryPolicy {
    pub attempts: u32,
    pub base_delay: u32,
}

impl RetryPolicy {
    /// What to do after the given attempt (the first is 1).
    ///
    /// A timeout is retried at once, a crash after the base delay times
    /// the attempt, both only while attempts are left. A cancelled job is
    /// never retried.
    pub fn next(&self, attempt: u32, outcome: Result<Option<String>, JobError>) -> Next {
        let last = attempt >= self.attempts;
        match outcome {
            Ok(Some(output)) => Next::Done(output),
            Ok(None) => Next::Done(String::from("(no output)")),
            Err(JobError::Timeout { .. }) if !last => Next::Retry(0),
            Err(JobError::Crashed(_)) if !last => Next::Retry(self.base_delay * attempt),
            Err(JobError::Cancelled) => Next::GiveUp,
            Err(JobError::Timeout { .. } | JobError::Crashed(_)) => Next::GiveUp,
        }
    }
}
==== tests
const P: RetryPolicy = RetryPolicy { attempts: 3, base_delay: 10 };

#[test]
fn done() {
    assert_eq!(P.next(1, Ok(Some("x".into()))), Next::Done("x".into()));
    assert_eq!(P.next(3, Ok(None)), Next::Done("(no output)".into()));
}

#[test]
fn retries_while_left() {
    assert_eq!(P.next(1, Err(JobError::Timeout { after: 5 })), Next::Retry(0));
    assert_eq!(P.next(2, Err(JobError::Crashed(-1))), Next::Retry(20));
}

#[test]
fn gives_up() {
    assert_eq!(P.next(3, Err(JobError::Timeout { after: 5 })), Next::GiveUp);
    assert_eq!(P.next(4, Err(JobError::Crashed(1))), Next::GiveUp);
    assert_eq!(P.next(1, Err(JobError::Cancelled)), Next::GiveUp);
}
