---
code: E0369
---
//! A small event log that keeps payloads of any type.

/// One event: what happened, and the tick at which it happened.
#[derive(Debug, PartialEq, PartialOrd)]
pub struct Stamped<P> {
    pub payload: P,
    pub tick: u64,
}

#[derive(Default)]
pub struct EventLog<P> {
    events: Vec<Stamped<P>>,
}

impl<P> EventLog<P> {
    pub fn new() -> Self {
        EventLog { events: Vec::new() }
    }

    /// Events may arrive late, so ticks need not rise.
    pub fn record(&mut self, tick: u64, payload: P) {
        self.events.push(Stamped { payload, tick });
    }

    /// The payload of the event with the highest tick; of several with
    /// that tick, the one recorded first.
    pub fn latest(&self) -> Option<&P> {
        let mut newest = self.events.first()?;
        for event in &self.events[1..] {
            if event > newest {
                newest = event;
            }
        }
        Some(&newest.payload)
    }
}
==== fixed
//! A small event log that keeps payloads of any type.

/// One event: what happened, and the tick at which it happened.
#[derive(Debug, PartialEq, PartialOrd)]
pub struct Stamped<P> {
    pub payload: P,
    pub tick: u64,
}

#[derive(Default)]
pub struct EventLog<P> {
    events: Vec<Stamped<P>>,
}

impl<P> EventLog<P> {
    pub fn new() -> Self {
        EventLog { events: Vec::new() }
    }

    /// Events may arrive late, so ticks need not rise.
    pub fn record(&mut self, tick: u64, payload: P) {
        self.events.push(Stamped { payload, tick });
    }

    /// The payload of the event with the highest tick; of several with
    /// that tick, the one recorded first.
    pub fn latest(&self) -> Option<&P> {
        let mut newest = self.events.first()?;
        for event in &self.events[1..] {
            if event.tick > newest.tick {
                newest = event;
            }
        }
        Some(&newest.payload)
    }
}
==== tests
#[test]
fn the_highest_tick_wins_whatever_the_payload() {
    let mut log = EventLog::new();
    log.record(3, "zebra");
    log.record(9, "ant");
    log.record(5, "mole");
    assert_eq!(log.latest(), Some(&"ant"));
}

#[test]
fn the_first_of_several_is_kept() {
    let mut log = EventLog::new();
    log.record(4, 1);
    log.record(4, 2);
    assert_eq!(log.latest(), Some(&1));
}

#[test]
fn nothing_recorded() {
    assert_eq!(EventLog::<u8>::new().latest(), None);
}
