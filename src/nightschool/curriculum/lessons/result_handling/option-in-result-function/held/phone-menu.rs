---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallError {
    Busy(u32),
    Unknown(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub extension: u32,
    pub busy: bool,
    pub forward: Option<u32>,
}

#[derive(Default)]
pub struct Exchange {
    lines: HashMap<u32, Line>,
}

impl Exchange {
    pub fn add(&mut self, extension: u32, busy: bool, forward: Option<u32>) {
        self.lines.insert(extension, Line { extension, busy, forward });
    }

    pub fn ring(&self, extension: u32) -> Result<&Line, CallError> {
        let line = self.lines.get(&extension).ok_or(CallError::Unknown(extension))?;
        if line.busy {
            return Err(CallError::Busy(extension));
        }
        Ok(line)
    }

    /// The extension that picks up when `extension` is to be forwarded; `None` if
    /// there is no forwarding or its target cannot be rung.
    pub fn forwarded(&self, extension: u32) -> Option<u32> {
        let line = self.lines.get(&extension)?;
        let target = self.ring(line.forward?)?;
        Some(target.extension)
    }

    /// Rings a line, and the line it is forwarded to if it is busy.
    pub fn connect(&self, extension: u32) -> Result<u32, CallError> {
        match self.ring(extension) {
            Ok(line) => Ok(line.extension),
            Err(CallError::Busy(e)) => self.forwarded(e).ok_or(CallError::Busy(e)),
            Err(other) => Err(other),
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallError {
    Busy(u32),
    Unknown(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub extension: u32,
    pub busy: bool,
    pub forward: Option<u32>,
}

#[derive(Default)]
pub struct Exchange {
    lines: HashMap<u32, Line>,
}

impl Exchange {
    pub fn add(&mut self, extension: u32, busy: bool, forward: Option<u32>) {
        self.lines.insert(extension, Line { extension, busy, forward });
    }

    pub fn ring(&self, extension: u32) -> Result<&Line, CallError> {
        let line = self.lines.get(&extension).ok_or(CallError::Unknown(extension))?;
        if line.busy {
            return Err(CallError::Busy(extension));
        }
        Ok(line)
    }

    /// The extension that picks up when `extension` is to be forwarded; `None` if
    /// there is no forwarding or its target cannot be rung.
    pub fn forwarded(&self, extension: u32) -> Option<u32> {
        let line = self.lines.get(&extension)?;
        let target = self.ring(line.forward?).ok()?;
        Some(target.extension)
    }

    /// Rings a line, and the line it is forwarded to if it is busy.
    pub fn connect(&self, extension: u32) -> Result<u32, CallError> {
        match self.ring(extension) {
            Ok(line) => Ok(line.extension),
            Err(CallError::Busy(e)) => self.forwarded(e).ok_or(CallError::Busy(e)),
            Err(other) => Err(other),
        }
    }
}
==== tests
fn exchange() -> Exchange {
    let mut x = Exchange::default();
    x.add(1, false, Some(2));
    x.add(2, true, Some(1));
    x.add(3, true, Some(2));
    x.add(4, true, Some(99));
    x.add(5, true, None);
    x
}

#[test]
fn forwarding() {
    let x = exchange();
    assert_eq!(x.forwarded(2), Some(1));
    assert_eq!(x.forwarded(3), None);
    assert_eq!(x.forwarded(4), None);
    assert_eq!(x.forwarded(42), None);
}

#[test]
fn connecting() {
    let x = exchange();
    assert_eq!(x.connect(1), Ok(1));
    assert_eq!(x.connect(2), Ok(1));
    assert_eq!(x.connect(5), Err(CallError::Busy(5)));
    assert_eq!(x.connect(77), Err(CallError::Unknown(77)));
}
