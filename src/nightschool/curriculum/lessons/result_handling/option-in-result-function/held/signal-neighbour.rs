---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Junction {
    pub name: String,
    pub signals: Vec<String>,
}

impl Junction {
    /// The timing of a signal, written as `name=seconds`.
    fn timing(&self, signal: &str) -> Result<u32, String> {
        let entry = self
            .signals
            .iter()
            .find_map(|s| s.strip_prefix(signal)?.strip_prefix('='))
            .ok_or_else(|| format!("{}: no signal {signal}", self.name))?;
        entry.parse().map_err(|e| format!("{}: {signal}: {e}", self.name))
    }
}

/// The shortest green phase of one signal at all junctions that have it.
/// Junctions without it, or with a setting nobody can read, do not count.
pub fn shortest_green(junctions: &[Junction], signal: &str) -> Option<u32> {
    junctions.iter().filter_map(|j| j.timing(signal).ok()).min()
}

/// The offset for a green wave between two junctions: half of the difference
/// of their timings. `None` unless both can be read.
pub fn wave_offset(from: &Junction, to: &Junction, signal: &str) -> Option<u32> {
    let a = from.timing(signal)?;
    let b = to.timing(signal)?;
    Some(a.abs_diff(b) / 2)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Junction {
    pub name: String,
    pub signals: Vec<String>,
}

impl Junction {
    /// The timing of a signal, written as `name=seconds`.
    fn timing(&self, signal: &str) -> Result<u32, String> {
        let entry = self
            .signals
            .iter()
            .find_map(|s| s.strip_prefix(signal)?.strip_prefix('='))
            .ok_or_else(|| format!("{}: no signal {signal}", self.name))?;
        entry.parse().map_err(|e| format!("{}: {signal}: {e}", self.name))
    }
}

/// The shortest green phase of one signal at all junctions that have it.
/// Junctions without it, or with a setting nobody can read, do not count.
pub fn shortest_green(junctions: &[Junction], signal: &str) -> Option<u32> {
    junctions.iter().filter_map(|j| j.timing(signal).ok()).min()
}

/// The offset for a green wave between two junctions: half of the difference
/// of their timings. `None` unless both can be read.
pub fn wave_offset(from: &Junction, to: &Junction, signal: &str) -> Option<u32> {
    let a = from.timing(signal).ok()?;
    let b = to.timing(signal).ok()?;
    Some(a.abs_diff(b) / 2)
}
==== tests
fn junction(name: &str, signals: &[&str]) -> Junction {
    Junction { name: name.into(), signals: signals.iter().map(|s| s.to_string()).collect() }
}

#[test]
fn offsets() {
    let a = junction("A", &["left=20", "main=40"]);
    let b = junction("B", &["main=64"]);
    assert_eq!(wave_offset(&a, &b, "main"), Some(12));
    assert_eq!(wave_offset(&b, &a, "main"), Some(12));
    assert_eq!(wave_offset(&a, &b, "left"), None);
    assert_eq!(wave_offset(&b, &a, "left"), None);
}

#[test]
fn unreadable_settings_do_not_count() {
    let list = [junction("A", &["main=40"]), junction("B", &["main=soon"]), junction("C", &["main=35"])];
    assert_eq!(shortest_green(&list, "main"), Some(35));
    assert_eq!(wave_offset(&list[0], &list[1], "main"), None);
}
