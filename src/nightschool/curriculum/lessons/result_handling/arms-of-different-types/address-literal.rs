---
code: E0308
---
use std::net::{AddrParseError, Ipv4Addr};
use std::num::ParseIntError;

#[derive(Debug, PartialEq, Eq)]
pub enum EndpointError {
    Address(AddrParseError),
    Port(ParseIntError),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    pub address: Ipv4Addr,
    pub port: u16,
}

/// The port of endpoints that name none.
pub const DEFAULT_PORT: u16 = 6379;

fn parse_port(text: &str) -> Result<u16, EndpointError> {
    text.parse().map_err(EndpointError::Port)
}

fn parse_address(text: &str) -> Result<Ipv4Addr, EndpointError> {
    text.parse().map_err(EndpointError::Address)
}

/// Parses `10.0.0.1` or `10.0.0.1:7000`.
pub fn parse_endpoint(text: &str) -> Result<Endpoint, EndpointError> {
    let (address, port) = match text.split_once(':') {
        Some((address, port)) => (parse_address(address)?, parse_port(port)),
        None => (parse_address(text)?, DEFAULT_PORT),
    };
    Ok(Endpoint { address, port })
}

/// Parses a comma-separated list of endpoints.
pub fn parse_endpoints(list: &str) -> Result<Vec<Endpoint>, EndpointError> {
    list.split(',').map(|item| parse_endpoint(item.trim())).collect()
}
==== fixed
use std::net::{AddrParseError, Ipv4Addr};
use std::num::ParseIntError;

#[derive(Debug, PartialEq, Eq)]
pub enum EndpointError {
    Address(AddrParseError),
    Port(ParseIntError),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    pub address: Ipv4Addr,
    pub port: u16,
}

/// The port of endpoints that name none.
pub const DEFAULT_PORT: u16 = 6379;

fn parse_port(text: &str) -> Result<u16, EndpointError> {
    text.parse().map_err(EndpointError::Port)
}

fn parse_address(text: &str) -> Result<Ipv4Addr, EndpointError> {
    text.parse().map_err(EndpointError::Address)
}

/// Parses `10.0.0.1` or `10.0.0.1:7000`.
pub fn parse_endpoint(text: &str) -> Result<Endpoint, EndpointError> {
    let (address, port) = match text.split_once(':') {
        Some((address, port)) => (parse_address(address)?, parse_port(port)?),
        None => (parse_address(text)?, DEFAULT_PORT),
    };
    Ok(Endpoint { address, port })
}

/// Parses a comma-separated list of endpoints.
pub fn parse_endpoints(list: &str) -> Result<Vec<Endpoint>, EndpointError> {
    list.split(',').map(|item| parse_endpoint(item.trim())).collect()
}
==== tests
#[test]
fn port_is_optional() {
    let got = parse_endpoints("10.0.0.1:7000, 10.0.0.2").unwrap();
    assert_eq!(got[0], Endpoint { address: Ipv4Addr::new(10, 0, 0, 1), port: 7000 });
    assert_eq!(got[1], Endpoint { address: Ipv4Addr::new(10, 0, 0, 2), port: 6379 });
}

#[test]
fn a_bad_port_is_an_error() {
    let cause = "70000".parse::<u16>().unwrap_err();
    assert_eq!(parse_endpoint("10.0.0.1:70000"), Err(EndpointError::Port(cause)));
    assert!(matches!(parse_endpoint("10.0.0.1:"), Err(EndpointError::Port(_))));
}

#[test]
fn a_bad_address_is_an_error() {
    assert!(matches!(parse_endpoint("10.0.0"), Err(EndpointError::Address(_))));
    assert!(matches!(parse_endpoints("10.0.0.1,x:1"), Err(EndpointError::Address(_))));
}
