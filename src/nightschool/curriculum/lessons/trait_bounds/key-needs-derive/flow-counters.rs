---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    Icmp,
    Tcp,
    Udp,
}

/// One direction of traffic between two ports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    pub protocol: Protocol,
    pub source: u16,
    pub destination: u16,
}

#[derive(Debug, Default)]
pub struct FlowCounters {
    bytes: BTreeMap<Flow, u64>,
}

impl FlowCounters {
    pub fn count(&mut self, flow: Flow, bytes: u64) {
        *self.bytes.entry(flow).or_insert(0) += bytes;
    }

    pub fn bytes(&self, flow: &Flow) -> u64 {
        self.bytes.get(flow).copied().unwrap_or(0)
    }

    /// All flows: by protocol, then source port, then destination port.
    pub fn flows(&self) -> Vec<Flow> {
        self.bytes.keys().copied().collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    Icmp,
    Tcp,
    Udp,
}

/// One direction of traffic between two ports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flow {
    pub protocol: Protocol,
    pub source: u16,
    pub destination: u16,
}

#[derive(Debug, Default)]
pub struct FlowCounters {
    bytes: BTreeMap<Flow, u64>,
}

impl FlowCounters {
    pub fn count(&mut self, flow: Flow, bytes: u64) {
        *self.bytes.entry(flow).or_insert(0) += bytes;
    }

    pub fn bytes(&self, flow: &Flow) -> u64 {
        self.bytes.get(flow).copied().unwrap_or(0)
    }

    /// All flows: by protocol, then source port, then destination port.
    pub fn flows(&self) -> Vec<Flow> {
        self.bytes.keys().copied().collect()
    }
}
==== tests
fn flow(protocol: Protocol, source: u16, destination: u16) -> Flow {
    Flow { protocol, source, destination }
}

#[test]
fn bytes_add_up_per_flow() {
    let mut counters = FlowCounters::default();
    counters.count(flow(Protocol::Tcp, 1, 2), 10);
    counters.count(flow(Protocol::Tcp, 1, 2), 5);
    counters.count(flow(Protocol::Udp, 1, 2), 1);
    assert_eq!(counters.bytes(&flow(Protocol::Tcp, 1, 2)), 15);
    assert_eq!(counters.bytes(&flow(Protocol::Tcp, 2, 1)), 0);
}

#[test]
fn flows_are_ordered() {
    let mut counters = FlowCounters::default();
    counters.count(flow(Protocol::Udp, 1, 1), 1);
    counters.count(flow(Protocol::Tcp, 9, 2), 1);
    counters.count(flow(Protocol::Tcp, 9, 1), 1);
    counters.count(flow(Protocol::Tcp, 3, 7), 1);
    assert_eq!(
        counters.flows(),
        vec![
            flow(Protocol::Tcp, 3, 7),
            flow(Protocol::Tcp, 9, 1),
            flow(Protocol::Tcp, 9, 2),
            flow(Protocol::Udp, 1, 1),
        ]
    );
}
