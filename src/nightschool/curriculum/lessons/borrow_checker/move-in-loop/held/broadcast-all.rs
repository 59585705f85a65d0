---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub caller: String,
    pub urgent: bool,
}

#[derive(Debug, Default)]
pub struct Desk {
    ringing: Vec<Call>,
    archive: Vec<Call>,
}

#[derive(Default)]
pub struct HuntGroup {
    desks: BTreeMap<u32, Desk>,
    last: Option<Call>,
}

impl HuntGroup {
    pub fn add_desk(&mut self, extension: u32) {
        self.desks.entry(extension).or_default();
    }

    /// Rings at every desk; an urgent call is archived there too. The group remembers the call.
    pub fn ring_all(&mut self, call: Call) -> usize {
        for desk in self.desks.values_mut() {
            if call.urgent {
                desk.archive.push(call.clone());
            }
            desk.ringing.push(call);
            self.last = Some(call);
        }
        self.desks.len()
    }

    pub fn callers(&self, extension: u32) -> Vec<&str> {
        let desk = self.desks.get(&extension);
        desk.map(|d| d.ringing.iter().map(|c| c.caller.as_str()).collect()).unwrap_or_default()
    }

    pub fn archived(&self, extension: u32) -> usize {
        self.desks.get(&extension).map_or(0, |d| d.archive.len())
    }

    pub fn last_caller(&self) -> Option<&str> {
        self.last.as_ref().map(|c| c.caller.as_str())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub caller: String,
    pub urgent: bool,
}

#[derive(Debug, Default)]
pub struct Desk {
    ringing: Vec<Call>,
    archive: Vec<Call>,
}

#[derive(Default)]
pub struct HuntGroup {
    desks: BTreeMap<u32, Desk>,
    last: Option<Call>,
}

impl HuntGroup {
    pub fn add_desk(&mut self, extension: u32) {
        self.desks.entry(extension).or_default();
    }

    /// Rings at every desk; an urgent call is archived there too. The group remembers the call.
    pub fn ring_all(&mut self, call: Call) -> usize {
        for desk in self.desks.values_mut() {
            if call.urgent {
                desk.archive.push(call.clone());
            }
            desk.ringing.push(call.clone());
        }
        self.last = Some(call);
        self.desks.len()
    }

    pub fn callers(&self, extension: u32) -> Vec<&str> {
        let desk = self.desks.get(&extension);
        desk.map(|d| d.ringing.iter().map(|c| c.caller.as_str()).collect()).unwrap_or_default()
    }

    pub fn archived(&self, extension: u32) -> usize {
        self.desks.get(&extension).map_or(0, |d| d.archive.len())
    }

    pub fn last_caller(&self) -> Option<&str> {
        self.last.as_ref().map(|c| c.caller.as_str())
    }
}
==== tests
fn call(caller: &str, urgent: bool) -> Call {
    Call { caller: caller.into(), urgent }
}

#[test]
fn every_desk_rings() {
    let mut g = HuntGroup::default();
    for e in [10, 11, 12] {
        g.add_desk(e);
    }
    assert_eq!(g.ring_all(call("ann", false)), 3);
    g.ring_all(call("bo", true));
    for e in [10, 11, 12] {
        assert_eq!(g.callers(e), ["ann", "bo"]);
        assert_eq!(g.archived(e), 1);
    }
}

#[test]
fn last_call_is_remembered() {
    let mut g = HuntGroup::default();
    g.add_desk(1);
    assert_eq!(g.last_caller(), None);
    g.ring_all(call("cy", false));
    g.ring_all(call("di", false));
    assert_eq!(g.last_caller(), Some("di"));
}
