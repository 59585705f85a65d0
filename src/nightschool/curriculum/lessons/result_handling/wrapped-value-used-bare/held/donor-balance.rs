---
code: E0308
---
use std::collections::BTreeMap;

/// Money that came in for each campaign, in cents.
#[derive(Default)]
pub struct Ledger {
    received: BTreeMap<String, u64>,
}

impl Ledger {
    pub fn receive(&mut self, campaign: &str, cents: u64) {
        *self.received.entry(campaign.to_string()).or_insert(0) += cents;
    }

    fn of(&self, campaign: &str) -> Option<u64> {
        self.received.get(campaign).copied()
    }

    /// How much a campaign still lacks. A campaign that nobody has given to yet lacks
    /// its whole goal, and one that has passed its goal lacks nothing.
    pub fn lacking(&self, campaign: &str, goal: u64) -> u64 {
        let received: u64 = self.of(campaign);
        goal.saturating_sub(received)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Money that came in for each campaign, in cents.
#[derive(Default)]
pub struct Ledger {
    received: BTreeMap<String, u64>,
}

impl Ledger {
    pub fn receive(&mut self, campaign: &str, cents: u64) {
        *self.received.entry(campaign.to_string()).or_insert(0) += cents;
    }

    fn of(&self, campaign: &str) -> Option<u64> {
        self.received.get(campaign).copied()
    }

    /// How much a campaign still lacks. A campaign that nobody has given to yet lacks
    /// its whole goal, and one that has passed its goal lacks nothing.
    pub fn lacking(&self, campaign: &str, goal: u64) -> u64 {
        let received = self.of(campaign).unwrap_or(0);
        goal.saturating_sub(received)
    }
}
==== tests
#[test]
fn lacks_the_rest() {
    let mut l = Ledger::default();
    l.receive("wells", 300);
    l.receive("wells", 200);
    assert_eq!(l.lacking("wells", 1200), 700);
    assert_eq!(l.lacking("wells", 400), 0);
}
#[test]
fn nobody_gave() {
    assert_eq!(Ledger::default().lacking("roof", 900), 900);
}
