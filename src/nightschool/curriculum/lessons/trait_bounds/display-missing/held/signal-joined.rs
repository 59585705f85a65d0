---
code: E0277
---
use std::fmt::{self, Display};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    Red,
    RedAmber,
    Green,
    Amber,
}

impl Aspect {
    pub fn next(self) -> Aspect {
        match self {
            Aspect::Red => Aspect::RedAmber,
            Aspect::RedAmber => Aspect::Green,
            Aspect::Green => Aspect::Amber,
            Aspect::Amber => Aspect::Red,
        }
    }
}

/// A number of seconds, written as in `45s`.
#[derive(Debug, Clone, Copy)]
pub struct Seconds(pub u32);

impl Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s", self.0)
    }
}

fn pair<A: Display, B: Display>(a: A, b: B) -> String {
    format!("{a}/{b}")
}

/// The protocol line of a cycle beginning with `first`, as in
/// `red/30s red+amber/2s green/25s amber/3s`.
pub fn cycle_line(first: Aspect, seconds: &[u32]) -> String {
    let mut aspect = first;
    let mut parts = Vec::new();
    for &s in seconds {
        parts.push(pair(aspect, Seconds(s)));
        aspect = aspect.next();
    }
    parts.join(" ")
}
==== fixed
use std::fmt::{self, Display};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    Red,
    RedAmber,
    Green,
    Amber,
}

impl Aspect {
    pub fn next(self) -> Aspect {
        match self {
            Aspect::Red => Aspect::RedAmber,
            Aspect::RedAmber => Aspect::Green,
            Aspect::Green => Aspect::Amber,
            Aspect::Amber => Aspect::Red,
        }
    }
}

/// Written in lower case, as in the controller's protocol.
impl Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Aspect::Red => "red",
            Aspect::RedAmber => "red+amber",
            Aspect::Green => "green",
            Aspect::Amber => "amber",
        })
    }
}

/// A number of seconds, written as in `45s`.
#[derive(Debug, Clone, Copy)]
pub struct Seconds(pub u32);

impl Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s", self.0)
    }
}

fn pair<A: Display, B: Display>(a: A, b: B) -> String {
    format!("{a}/{b}")
}

/// The protocol line of a cycle beginning with `first`, as in
/// `red/30s red+amber/2s green/25s amber/3s`.
pub fn cycle_line(first: Aspect, seconds: &[u32]) -> String {
    let mut aspect = first;
    let mut parts = Vec::new();
    for &s in seconds {
        parts.push(pair(aspect, Seconds(s)));
        aspect = aspect.next();
    }
    parts.join(" ")
}
==== tests
#[test]
fn full_cycle() {
    assert_eq!(cycle_line(Aspect::Red, &[30, 2, 25, 3]), "red/30s red+amber/2s green/25s amber/3s");
}

#[test]
fn part_of_a_cycle() {
    assert_eq!(cycle_line(Aspect::Green, &[1, 2]), "green/1s amber/2s");
    assert_eq!(cycle_line(Aspect::Green, &[]), "");
}
