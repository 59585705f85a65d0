---
code: E0277
---
use std::fmt::{self, Display};
use std::net::Ipv4Addr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    pub number: u8,
    /// `None` when the router at this distance did not answer.
    pub router: Option<Ipv4Addr>,
}

impl Hop {
    pub fn answered(number: u8, router: Ipv4Addr) -> Self {
        Hop { number, router: Some(router) }
    }

    pub fn silent(number: u8) -> Self {
        Hop { number, router: None }
    }
}

/// A hop is shown as its number, a space, and the router or `*`, as in `3 *`.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    pub hops: Vec<Hop>,
}

impl Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, hop) in self.hops.iter().enumerate() {
            if index > 0 {
                f.write_str(" > ")?;
            }
            write!(f, "{}", hop)?;
        }
        Ok(())
    }
}
==== fixed
use std::fmt::{self, Display};
use std::net::Ipv4Addr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    pub number: u8,
    /// `None` when the router at this distance did not answer.
    pub router: Option<Ipv4Addr>,
}

impl Hop {
    pub fn answered(number: u8, router: Ipv4Addr) -> Self {
        Hop { number, router: Some(router) }
    }

    pub fn silent(number: u8) -> Self {
        Hop { number, router: None }
    }
}

/// A hop is shown as its number, a space, and the router or `*`, as in `3 *`.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    pub hops: Vec<Hop>,
}

impl Display for Hop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.router {
            Some(router) => write!(f, "{} {}", self.number, router),
            None => write!(f, "{} *", self.number),
        }
    }
}

impl Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, hop) in self.hops.iter().enumerate() {
            if index > 0 {
                f.write_str(" > ")?;
            }
            write!(f, "{}", hop)?;
        }
        Ok(())
    }
}
==== tests
#[test]
fn trace_shows_hops_in_a_row() {
    let trace = Trace {
        hops: vec![
            Hop::answered(1, Ipv4Addr::new(10, 0, 0, 1)),
            Hop::silent(2),
            Hop::answered(3, Ipv4Addr::new(8, 8, 4, 4)),
        ],
    };
    assert_eq!(trace.to_string(), "1 10.0.0.1 > 2 * > 3 8.8.4.4");
}

#[test]
fn single_and_empty() {
    assert_eq!(Trace { hops: vec![Hop::silent(12)] }.to_string(), "12 *");
    assert_eq!(Trace::default().to_string(), "");
}
