use std::time::Duration;

#[derive(Debug, Clone, PartialEq)]
pub enum FetchError {
    Timeout,
    Status(u16),
    TooLarge { bytes: u64 },
}

#[derive(Debug, PartialEq)]
pub enum Next {
    Done(String),
    RetryAfter(Duration),
    GiveUp,
}

/// Timeouts and server errors are tried again, later each time; all else is final.
pub fn next_step(result: Result<String, FetchError>, attempt: u32) -> Next {
    let pause = Duration::from_secs(2u64.pow(attempt.min(6)));
    match result {
        Ok(body) => Next::Done(body),
        Err(FetchError::Timeout) => Next::RetryAfter(pause),
        Err(FetchError::Status(500..=599)) => Next::RetryAfter(pause),
        Err(FetchError::TooLarge { .. }) => Next::GiveUp,
    }
}
