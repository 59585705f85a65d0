---
code: E0308
---
use std::net::Ipv4Addr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub network: Ipv4Addr,
    pub prefix: u8,
    pub next_hop: Ipv4Addr,
}

impl Route {
    fn covers(&self, addr: Ipv4Addr) -> bool {
        let mask = if self.prefix == 0 { 0 } else { u32::MAX << (32 - self.prefix) };
        u32::from(addr) & mask == u32::from(self.network) & mask
    }
}

#[derive(Default)]
pub struct RoutingTable {
    routes: Vec<Route>,
    default_gateway: Option<Ipv4Addr>,
}

impl RoutingTable {
    pub fn add(&mut self, route: Route) {
        self.routes.push(route);
    }

    pub fn set_default(&mut self, gateway: Ipv4Addr) {
        self.default_gateway = Some(gateway);
    }

    /// The next hop of the longest prefix that covers the address; the default
    /// gateway, when there is one, for an address no route covers.
    pub fn next_hop(&self, addr: Ipv4Addr) -> Option<Ipv4Addr> {
        if addr.is_loopback() {
            return None;
        }
        let best = self
            .routes
            .iter()
            .filter(|route| route.covers(addr))
            .max_by_key(|route| route.prefix);
        if let Some(route) = best {
            return route.next_hop;
        }
        self.default_gateway
    }
}
==== fixed
use std::net::Ipv4Addr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub network: Ipv4Addr,
    pub prefix: u8,
    pub next_hop: Ipv4Addr,
}

impl Route {
    fn covers(&self, addr: Ipv4Addr) -> bool {
        let mask = if self.prefix == 0 { 0 } else { u32::MAX << (32 - self.prefix) };
        u32::from(addr) & mask == u32::from(self.network) & mask
    }
}

#[derive(Default)]
pub struct RoutingTable {
    routes: Vec<Route>,
    default_gateway: Option<Ipv4Addr>,
}

impl RoutingTable {
    pub fn add(&mut self, route: Route) {
        self.routes.push(route);
    }

    pub fn set_default(&mut self, gateway: Ipv4Addr) {
        self.default_gateway = Some(gateway);
    }

    /// The next hop of the longest prefix that covers the address; the default
    /// gateway, when there is one, for an address no route covers.
    pub fn next_hop(&self, addr: Ipv4Addr) -> Option<Ipv4Addr> {
        if addr.is_loopback() {
            return None;
        }
        let best = self
            .routes
            .iter()
            .filter(|route| route.covers(addr))
            .max_by_key(|route| route.prefix);
        if let Some(route) = best {
            return Some(route.next_hop);
        }
        self.default_gateway
    }
}
==== tests
fn table() -> RoutingTable {
    let mut table = RoutingTable::default();
    table.add(Route { network: Ipv4Addr::new(10, 0, 0, 0), prefix: 8, next_hop: Ipv4Addr::new(1, 1, 1, 1) });
    table.add(Route { network: Ipv4Addr::new(10, 2, 0, 0), prefix: 16, next_hop: Ipv4Addr::new(2, 2, 2, 2) });
    table
}

#[test]
fn longest_prefix_wins() {
    assert_eq!(table().next_hop(Ipv4Addr::new(10, 2, 9, 9)), Some(Ipv4Addr::new(2, 2, 2, 2)));
    assert_eq!(table().next_hop(Ipv4Addr::new(10, 3, 9, 9)), Some(Ipv4Addr::new(1, 1, 1, 1)));
}

#[test]
fn falls_back_to_the_default() {
    let mut table = table();
    assert_eq!(table.next_hop(Ipv4Addr::new(8, 8, 8, 8)), None);
    table.set_default(Ipv4Addr::new(9, 9, 9, 9));
    assert_eq!(table.next_hop(Ipv4Addr::new(8, 8, 8, 8)), Some(Ipv4Addr::new(9, 9, 9, 9)));
    assert_eq!(table.next_hop(Ipv4Addr::new(127, 0, 0, 1)), None);
}
