---
code: E0621
---
//! Completes station names at a ticket machine.

#[derive(Debug, Default)]
pub struct Stations {
    names: Vec<String>,
}

impl Stations {
    pub fn new(names: &[&str]) -> Self {
        Stations { names: names.iter().map(|name| name.to_string()).collect() }
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Does the name begin with the typed text, upper or lower case?
fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

/// The first station that begins with the typed text, or an empty text.
/// The machine overwrites its key buffer at once, so the completion must
/// not refer to `typed`.
pub fn complete<'n>(names: &'n [String], typed: &str) -> &'n str {
    names
        .iter()
        .find(|name| begins(name, typed))
        .map(String::as_str)
        .unwrap_or(typed)
}

/// What the machine shows below the input line.
pub fn hint(stations: &Stations, typed: &str) -> String {
    format!("[{}]", complete(stations.names(), typed))
}
==== fixed
//! Completes station names at a ticket machine.

#[derive(Debug, Default)]
pub struct Stations {
    names: Vec<String>,
}

impl Stations {
    pub fn new(names: &[&str]) -> Self {
        Stations { names: names.iter().map(|name| name.to_string()).collect() }
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Does the name begin with the typed text, upper or lower case?
fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

/// The first station that begins with the typed text, or an empty text.
/// The machine overwrites its key buffer at once, so the completion must
/// not refer to `typed`.
pub fn complete<'n>(names: &'n [String], typed: &str) -> &'n str {
    names
        .iter()
        .find(|name| begins(name, typed))
        .map(String::as_str)
        .unwrap_or("")
}

/// What the machine shows below the input line.
pub fn hint(stations: &Stations, typed: &str) -> String {
    format!("[{}]", complete(stations.names(), typed))
}
==== tests
#[test]
fn completes_from_a_buffer_that_is_overwritten() {
    let stations = Stations::new(&["Lund", "Lomma", "Malmö"]);
    let mut buffer = String::from("lo");
    let first = complete(stations.names(), &buffer);
    buffer.push('x');
    let second = complete(stations.names(), &buffer);
    buffer.clear();
    assert_eq!(first, "Lomma");
    assert_eq!(second, "");
}

#[test]
fn hints() {
    let stations = Stations::new(&["Lund", "Lomma"]);
    assert_eq!(hint(&stations, "l"), "[Lund]");
    assert_eq!(hint(&stations, "q"), "[]");
}
