---
code: E0004
---
//! Decides what a feed reader does after a failed download.

/// Why a download failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The feed is gone for good.
    Removed,
    /// The server did not answer in time; a later try may succeed.
    TimedOut,
    /// We lack the rights to read it.
    Forbidden,
    /// The server asked us to come back later.
    Busy,
}

/// True if trying again later can help.
pub fn is_transient(error: FetchError) -> bool {
    match error {
        FetchError::TimedOut => true,
        FetchError::Removed | FetchError::Forbidden => false,
    }
}

pub struct Feed {
    pub address: String,
    pub failures: u32,
    pub active: bool,
}

impl Feed {
    /// Notes a failure: a feed that cannot come back is switched off.
    pub fn failed(&mut self, error: FetchError) {
        if is_transient(error) {
            self.failures += 1;
        } else {
            self.active = false;
        }
    }
}
==== fixed
//! Decides what a feed reader does after a failed download.

/// Why a download failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The feed is gone for good.
    Removed,
    /// The server did not answer in time; a later try may succeed.
    TimedOut,
    /// We lack the rights to read it.
    Forbidden,
    /// The server asked us to come back later.
    Busy,
}

/// True if trying again later can help.
pub fn is_transient(error: FetchError) -> bool {
    match error {
        FetchError::TimedOut | FetchError::Busy => true,
        FetchError::Removed | FetchError::Forbidden => false,
    }
}

pub struct Feed {
    pub address: String,
    pub failures: u32,
    pub active: bool,
}

impl Feed {
    /// Notes a failure: a feed that cannot come back is switched off.
    pub fn failed(&mut self, error: FetchError) {
        if is_transient(error) {
            self.failures += 1;
        } else {
            self.active = false;
        }
    }
}
==== tests
fn feed() -> Feed {
    Feed { address: "news".to_string(), failures: 0, active: true }
}

#[test]
fn transient_failures_keep_the_feed() {
    let mut feed = feed();
    feed.failed(FetchError::TimedOut);
    feed.failed(FetchError::Busy);
    assert!(feed.active);
    assert_eq!(feed.failures, 2);
}

#[test]
fn final_failures_switch_it_off() {
    for error in [FetchError::Removed, FetchError::Forbidden] {
        let mut feed = feed();
        feed.failed(error);
        assert!(!feed.active);
        assert_eq!(feed.failures, 0);
    }
}
