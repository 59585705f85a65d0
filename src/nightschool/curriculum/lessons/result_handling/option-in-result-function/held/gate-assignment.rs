---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum GateError {
    UnknownFlight(String),
    GateClosed(u8),
}

#[derive(Default)]
pub struct Terminal {
    flights: BTreeMap<String, u8>,
    closed: Vec<u8>,
}

impl Terminal {
    pub fn assign(&mut self, flight: &str, gate: u8) {
        self.flights.insert(flight.to_string(), gate);
    }

    pub fn close_gate(&mut self, gate: u8) {
        self.closed.push(gate);
    }

    /// Where the passengers of a flight have to go.
    pub fn gate_for(&self, flight: &str) -> Result<u8, GateError> {
        let gate = *self.flights.get(flight)?;
        if self.closed.contains(&gate) {
            return Err(GateError::GateClosed(gate));
        }
        Ok(gate)
    }

    pub fn announce(&self, flight: &str) -> String {
        match self.gate_for(flight) {
            Ok(gate) => format!("{flight}: gate {gate}"),
            Err(GateError::GateClosed(_)) => format!("{flight}: please wait"),
            Err(GateError::UnknownFlight(name)) => format!("{name}: ask at the counter"),
        }
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum GateError {
    UnknownFlight(String),
    GateClosed(u8),
}

#[derive(Default)]
pub struct Terminal {
    flights: BTreeMap<String, u8>,
    closed: Vec<u8>,
}

impl Terminal {
    pub fn assign(&mut self, flight: &str, gate: u8) {
        self.flights.insert(flight.to_string(), gate);
    }

    pub fn close_gate(&mut self, gate: u8) {
        self.closed.push(gate);
    }

    /// Where the passengers of a flight have to go.
    pub fn gate_for(&self, flight: &str) -> Result<u8, GateError> {
        let gate = *self
            .flights
            .get(flight)
            .ok_or_else(|| GateError::UnknownFlight(flight.to_string()))?;
        if self.closed.contains(&gate) {
            return Err(GateError::GateClosed(gate));
        }
        Ok(gate)
    }

    pub fn announce(&self, flight: &str) -> String {
        match self.gate_for(flight) {
            Ok(gate) => format!("{flight}: gate {gate}"),
            Err(GateError::GateClosed(_)) => format!("{flight}: please wait"),
            Err(GateError::UnknownFlight(name)) => format!("{name}: ask at the counter"),
        }
    }
}
==== tests
#[test]
fn known_flights() {
    let mut t = Terminal::default();
    t.assign("KL12", 4);
    t.assign("LX9", 6);
    t.close_gate(6);
    assert_eq!(t.gate_for("KL12"), Ok(4));
    assert_eq!(t.gate_for("LX9"), Err(GateError::GateClosed(6)));
    assert_eq!(t.announce("LX9"), "LX9: please wait");
}

#[test]
fn unknown_flights_are_named() {
    let t = Terminal::default();
    assert_eq!(t.gate_for("OS1"), Err(GateError::UnknownFlight("OS1".to_string())));
    assert_eq!(t.announce("OS1"), "OS1: ask at the counter");
}
