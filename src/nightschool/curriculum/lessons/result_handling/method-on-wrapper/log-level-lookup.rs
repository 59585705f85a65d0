---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Trace,
    Info,
    Warn,
    Error,
}

impl Level {
    pub fn allows(self, record: Level) -> bool {
        record >= self
    }
}

/// Thresholds per module; a module without one inherits from its parent
/// (`net::tcp` from `net`), and the root threshold is `Info`.
#[derive(Default)]
pub struct LogFilter {
    thresholds: HashMap<String, Level>,
}

impl LogFilter {
    pub fn set(&mut self, module: &str, level: Level) -> &mut Self {
        self.thresholds.insert(module.to_string(), level);
        self
    }

    fn threshold(&self, module: &str) -> Option<Level> {
        let mut name = module;
        loop {
            if let Some(level) = self.thresholds.get(name) {
                return Some(*level);
            }
            name = &name[..name.rfind("::")?];
        }
    }

    pub fn enabled(&self, module: &str, record: Level) -> bool {
        self.threshold(module).allows(record)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Trace,
    Info,
    Warn,
    Error,
}

impl Level {
    pub fn allows(self, record: Level) -> bool {
        record >= self
    }
}

/// Thresholds per module; a module without one inherits from its parent
/// (`net::tcp` from `net`), and the root threshold is `Info`.
#[derive(Default)]
pub struct LogFilter {
    thresholds: HashMap<String, Level>,
}

impl LogFilter {
    pub fn set(&mut self, module: &str, level: Level) -> &mut Self {
        self.thresholds.insert(module.to_string(), level);
        self
    }

    fn threshold(&self, module: &str) -> Option<Level> {
        let mut name = module;
        loop {
            if let Some(level) = self.thresholds.get(name) {
                return Some(*level);
            }
            name = &name[..name.rfind("::")?];
        }
    }

    pub fn enabled(&self, module: &str, record: Level) -> bool {
        self.threshold(module).unwrap_or(Level::Info).allows(record)
    }
}
==== tests
#[test]
fn module_threshold_is_used() {
    let mut filter = LogFilter::default();
    filter.set("net", Level::Warn).set("net::tcp", Level::Trace);
    assert!(filter.enabled("net::tcp::reader", Level::Trace));
    assert!(!filter.enabled("net::udp", Level::Info));
    assert!(filter.enabled("net::udp", Level::Error));
}

#[test]
fn root_threshold_is_info() {
    let filter = LogFilter::default();
    assert!(filter.enabled("cache", Level::Info));
    assert!(filter.enabled("cache", Level::Warn));
    assert!(!filter.enabled("cache", Level::Trace));
}
