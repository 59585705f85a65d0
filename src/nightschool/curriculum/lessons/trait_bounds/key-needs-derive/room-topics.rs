---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Channel {
    Lobby,
    Room(String),
    Direct { from: u32, to: u32 },
}

#[derive(Debug, Default)]
pub struct Unread {
    counts: BTreeMap<Channel, usize>,
}

impl Unread {
    pub fn arrived(&mut self, channel: Channel) {
        *self.counts.entry(channel).or_insert(0) += 1;
    }

    pub fn read(&mut self, channel: &Channel) -> usize {
        self.counts.remove(channel).unwrap_or(0)
    }

    /// Channels with unread messages: the lobby, then rooms by name, then direct talks.
    pub fn overview(&self) -> Vec<(&Channel, usize)> {
        self.counts.iter().map(|(c, n)| (c, *n)).collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    Lobby,
    Room(String),
    Direct { from: u32, to: u32 },
}

#[derive(Debug, Default)]
pub struct Unread {
    counts: BTreeMap<Channel, usize>,
}

impl Unread {
    pub fn arrived(&mut self, channel: Channel) {
        *self.counts.entry(channel).or_insert(0) += 1;
    }

    pub fn read(&mut self, channel: &Channel) -> usize {
        self.counts.remove(channel).unwrap_or(0)
    }

    /// Channels with unread messages: the lobby, then rooms by name, then direct talks.
    pub fn overview(&self) -> Vec<(&Channel, usize)> {
        self.counts.iter().map(|(c, n)| (c, *n)).collect()
    }
}
==== tests
#[test]
fn lobby_then_rooms_then_direct() {
    let mut u = Unread::default();
    u.arrived(Channel::Direct { from: 1, to: 2 });
    u.arrived(Channel::Room("zoo".into()));
    u.arrived(Channel::Room("art".into()));
    u.arrived(Channel::Lobby);
    u.arrived(Channel::Room("zoo".into()));
    let got = u.overview();
    assert_eq!(got[0], (&Channel::Lobby, 1));
    assert_eq!(got[1], (&Channel::Room("art".into()), 1));
    assert_eq!(got[2], (&Channel::Room("zoo".into()), 2));
    assert_eq!(got[3].1, 1);
}

#[test]
fn reading_clears() {
    let mut u = Unread::default();
    u.arrived(Channel::Lobby);
    u.arrived(Channel::Lobby);
    assert_eq!(u.read(&Channel::Lobby), 2);
    assert_eq!(u.read(&Channel::Lobby), 0);
    assert!(u.overview().is_empty());
}
