---
code: E0277
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    pub ttl: u8,
    pub payload: Vec<u8>,
}

pub trait Stage {
    /// Passes the packet on, changed or not, or drops it.
    fn handle(&self, packet: Packet) -> Option<Packet>;
}

pub struct DecrementTtl;

impl Stage for DecrementTtl {
    fn handle(&self, mut packet: Packet) -> Option<Packet> {
        packet.ttl = packet.ttl.checked_sub(1)?;
        (packet.ttl > 0).then_some(packet)
    }
}

pub struct MaxPayload(pub usize);

impl Stage for MaxPayload {
    fn handle(&self, packet: Packet) -> Option<Packet> {
        (packet.payload.len() <= self.0).then_some(packet)
    }
}

#[derive(Default)]
pub struct Chain {
    stages: Vec<dyn Stage>,
}

impl Chain {
    /// Adds a stage behind those already there.
    pub fn then(mut self, stage: impl Stage + 'static) -> Self {
        self.stages.push(stage);
        self
    }

    pub fn run(&self, packet: Packet) -> Option<Packet> {
        self.stages.iter().try_fold(packet, |packet, stage| stage.handle(packet))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    pub ttl: u8,
    pub payload: Vec<u8>,
}

pub trait Stage {
    /// Passes the packet on, changed or not, or drops it.
    fn handle(&self, packet: Packet) -> Option<Packet>;
}

pub struct DecrementTtl;

impl Stage for DecrementTtl {
    fn handle(&self, mut packet: Packet) -> Option<Packet> {
        packet.ttl = packet.ttl.checked_sub(1)?;
        (packet.ttl > 0).then_some(packet)
    }
}

pub struct MaxPayload(pub usize);

impl Stage for MaxPayload {
    fn handle(&self, packet: Packet) -> Option<Packet> {
        (packet.payload.len() <= self.0).then_some(packet)
    }
}

#[derive(Default)]
pub struct Chain {
    stages: Vec<Box<dyn Stage>>,
}

impl Chain {
    /// Adds a stage behind those already there.
    pub fn then(mut self, stage: impl Stage + 'static) -> Self {
        self.stages.push(Box::new(stage));
        self
    }

    pub fn run(&self, packet: Packet) -> Option<Packet> {
        self.stages.iter().try_fold(packet, |packet, stage| stage.handle(packet))
    }
}
==== tests
struct Append(u8);

impl Stage for Append {
    fn handle(&self, mut packet: Packet) -> Option<Packet> {
        packet.payload.push(self.0);
        Some(packet)
    }
}

#[test]
fn stages_run_in_order() {
    let chain = Chain::default().then(Append(1)).then(Append(2)).then(MaxPayload(2));
    let out = chain.run(Packet { ttl: 3, payload: vec![] }).unwrap();
    assert_eq!(out.payload, [1, 2]);
    assert_eq!(chain.run(Packet { ttl: 3, payload: vec![0] }), None);
}

#[test]
fn ttl_runs_out() {
    let chain = Chain::default().then(DecrementTtl).then(DecrementTtl);
    assert_eq!(chain.run(Packet { ttl: 3, payload: vec![] }).map(|p| p.ttl), Some(1));
    assert_eq!(chain.run(Packet { ttl: 2, payload: vec![] }), None);
}
