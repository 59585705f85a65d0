---
code: E0004
---
//! Speed limits of a download manager, in kilobytes per second.

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limits {
    /// Limit set by the user for one download.
    pub own: Option<u32>,
    /// Limit of the whole connection.
    pub shared: Option<u32>,
}

impl Limits {
    /// The limit in force: the tighter of the two, the only one there is, or none.
    pub fn effective(&self) -> Option<u32> {
        match (self.own, self.shared) {
            (Some(own), Some(shared)) => Some(own.min(shared)),
            (Some(own), None) => Some(own),
            (None, None) => None,
        }
    }

    /// Seconds a file of `kilobytes` takes at least; zero if nothing limits it.
    pub fn seconds_for(&self, kilobytes: u32) -> u32 {
        match self.effective() {
            Some(limit) => kilobytes.div_ceil(limit.max(1)),
            None => 0,
        }
    }
}
==== fixed
//! Speed limits of a download manager, in kilobytes per second.

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limits {
    /// Limit set by the user for one download.
    pub own: Option<u32>,
    /// Limit of the whole connection.
    pub shared: Option<u32>,
}

impl Limits {
    /// The limit in force: the tighter of the two, the only one there is, or none.
    pub fn effective(&self) -> Option<u32> {
        match (self.own, self.shared) {
            (Some(own), Some(shared)) => Some(own.min(shared)),
            (Some(own), None) => Some(own),
            (None, Some(shared)) => Some(shared),
            (None, None) => None,
        }
    }

    /// Seconds a file of `kilobytes` takes at least; zero if nothing limits it.
    pub fn seconds_for(&self, kilobytes: u32) -> u32 {
        match self.effective() {
            Some(limit) => kilobytes.div_ceil(limit.max(1)),
            None => 0,
        }
    }
}
==== tests
fn limits(own: Option<u32>, shared: Option<u32>) -> Limits {
    Limits { own, shared }
}

#[test]
fn the_tighter_limit_wins() {
    assert_eq!(limits(Some(50), Some(80)).effective(), Some(50));
    assert_eq!(limits(Some(90), Some(80)).effective(), Some(80));
}

#[test]
fn a_single_limit_counts() {
    assert_eq!(limits(Some(50), None).effective(), Some(50));
    assert_eq!(limits(None, Some(70)).effective(), Some(70));
    assert_eq!(limits(None, Some(70)).seconds_for(141), 3);
}

#[test]
fn no_limit() {
    assert_eq!(Limits::default().effective(), None);
    assert_eq!(Limits::default().seconds_for(141), 0);
}
