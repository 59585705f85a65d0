---
code: E0277
---
use std::collections::HashMap;
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum PanelError {
    NoCircuit { flat: u32, circuit: String },
    NoFlat(u32),
    Tripped,
}

impl fmt::Display for PanelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PanelError::NoCircuit { flat, circuit } => write!(f, "flat {flat} has no circuit {circuit}"),
            PanelError::NoFlat(flat) => write!(f, "no flat {flat}"),
            PanelError::Tripped => write!(f, "breaker has tripped"),
        }
    }
}

#[derive(Default)]
pub struct Panel {
    /// amperes by circuit, zero when the breaker has tripped
    flats: HashMap<u32, HashMap<String, u32>>,
}

impl Panel {
    pub fn wire(&mut self, flat: u32, circuit: &str, amperes: u32) {
        self.flats.entry(flat).or_default().insert(circuit.to_string(), amperes);
    }

    pub fn amperes(&self, flat: u32, circuit: &str) -> Result<u32, PanelError> {
        let circuits = self.flats.get(&flat)?;
        let amperes = circuits.get(circuit)?;
        match amperes {
            0 => Err(PanelError::Tripped),
            n => Ok(*n),
        }
    }
}
==== fixed
use std::collections::HashMap;
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum PanelError {
    NoCircuit { flat: u32, circuit: String },
    NoFlat(u32),
    Tripped,
}

impl fmt::Display for PanelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PanelError::NoCircuit { flat, circuit } => write!(f, "flat {flat} has no circuit {circuit}"),
            PanelError::NoFlat(flat) => write!(f, "no flat {flat}"),
            PanelError::Tripped => write!(f, "breaker has tripped"),
        }
    }
}

#[derive(Default)]
pub struct Panel {
    /// amperes by circuit, zero when the breaker has tripped
    flats: HashMap<u32, HashMap<String, u32>>,
}

impl Panel {
    pub fn wire(&mut self, flat: u32, circuit: &str, amperes: u32) {
        self.flats.entry(flat).or_default().insert(circuit.to_string(), amperes);
    }

    pub fn amperes(&self, flat: u32, circuit: &str) -> Result<u32, PanelError> {
        let circuits = self.flats.get(&flat).ok_or(PanelError::NoFlat(flat))?;
        let amperes = circuits
            .get(circuit)
            .ok_or_else(|| PanelError::NoCircuit { flat, circuit: circuit.to_string() })?;
        match amperes {
            0 => Err(PanelError::Tripped),
            n => Ok(*n),
        }
    }
}
==== tests
fn panel() -> Panel {
    let mut p = Panel::default();
    p.wire(12, "kitchen", 16);
    p.wire(12, "bath", 0);
    p
}

#[test]
fn circuits() {
    assert_eq!(panel().amperes(12, "kitchen"), Ok(16));
    assert_eq!(panel().amperes(12, "bath"), Err(PanelError::Tripped));
}

#[test]
fn errors_say_what_is_missing() {
    assert_eq!(panel().amperes(13, "kitchen").unwrap_err().to_string(), "no flat 13");
    assert_eq!(panel().amperes(12, "sauna").unwrap_err().to_string(), "flat 12 has no circuit sauna");
}
