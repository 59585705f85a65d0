---
code: E0277
---
//! Which hosts a page talks to.

use std::collections::HashSet;

/// A host as it stood in an address. Hosts are the same whether they are
/// written in capitals or not; the spelling is kept for display only.
#[derive(Debug, Clone)]
pub struct Host {
    spelling: String,
}

impl Host {
    /// The part between `//` and the next slash.
    pub fn of(address: &str) -> Option<Host> {
        let (_, rest) = address.split_once("//")?;
        let spelling = rest.split('/').next()?.to_string();
        (!spelling.is_empty()).then_some(Host { spelling })
    }

    pub fn spelling(&self) -> &str {
        &self.spelling
    }

    /// What two spellings of the same host have in common.
    pub fn canonical(&self) -> String {
        self.spelling.to_ascii_lowercase()
    }
}

/// How many different hosts the addresses name.
pub fn distinct_hosts(addresses: &[&str]) -> usize {
    let hosts: HashSet<Host> = addresses.iter().filter_map(|address| Host::of(address)).collect();
    hosts.len()
}
==== fixed
//! Which hosts a page talks to.

use std::collections::HashSet;

/// A host as it stood in an address. Hosts are the same whether they are
/// written in capitals or not; the spelling is kept for display only.
#[derive(Debug, Clone)]
pub struct Host {
    spelling: String,
}

impl Host {
    /// The part between `//` and the next slash.
    pub fn of(address: &str) -> Option<Host> {
        let (_, rest) = address.split_once("//")?;
        let spelling = rest.split('/').next()?.to_string();
        (!spelling.is_empty()).then_some(Host { spelling })
    }

    pub fn spelling(&self) -> &str {
        &self.spelling
    }

    /// What two spellings of the same host have in common.
    pub fn canonical(&self) -> String {
        self.spelling.to_ascii_lowercase()
    }
}

/// How many different hosts the addresses name.
pub fn distinct_hosts(addresses: &[&str]) -> usize {
    let hosts: HashSet<String> =
        addresses.iter().filter_map(|address| Host::of(address)).map(|host| host.canonical()).collect();
    hosts.len()
}
==== tests
#[test]
fn capitals_do_not_make_another_host() {
    let addresses = ["https://Example.org/a", "https://example.ORG/b", "http://cdn.example.org/"];
    assert_eq!(distinct_hosts(&addresses), 2);
}

#[test]
fn paths_and_broken_addresses_do_not_count() {
    assert_eq!(distinct_hosts(&["ftp://files/A", "ftp://files/a", "mailto:me", "file:///etc"]), 1);
    assert_eq!(Host::of("ftp://Files/x").unwrap().spelling(), "Files");
}
