---
code: E0502
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub network: String,
    pub metric: u32,
    pub via: String,
}

impl Route {
    /// The same way through another neighbour, 10 more expensive.
    fn spare(&self, via: &str) -> Route {
        Route {
            network: format!("{}/spare", self.network),
            metric: self.metric + 10,
            via: via.to_string(),
        }
    }
}

#[derive(Debug, Default)]
pub struct Table {
    routes: Vec<Route>,
}

impl Table {
    /// Adds a route unless one to its network is known.
    pub fn learn(&mut self, route: Route) -> bool {
        let known = self.metric(&route.network).is_some();
        if !known {
            self.routes.push(route);
        }
        !known
    }

    /// Learns a spare through `to` for every route there is through `from`, and
    /// returns how many of them are new.
    pub fn add_spares(&mut self, from: &str, to: &str) -> usize {
        let mut added = 0;
        for route in self.routes.iter().filter(|route| route.via == from) {
            if self.learn(route.spare(to)) {
                added += 1;
            }
        }
        added
    }

    pub fn metric(&self, network: &str) -> Option<u32> {
        self.routes.iter().find(|route| route.network == network).map(|route| route.metric)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub network: String,
    pub metric: u32,
    pub via: String,
}

impl Route {
    /// The same way through another neighbour, 10 more expensive.
    fn spare(&self, via: &str) -> Route {
        Route {
            network: format!("{}/spare", self.network),
            metric: self.metric + 10,
            via: via.to_string(),
        }
    }
}

#[derive(Debug, Default)]
pub struct Table {
    routes: Vec<Route>,
}

impl Table {
    /// Adds a route unless one to its network is known.
    pub fn learn(&mut self, route: Route) -> bool {
        let known = self.metric(&route.network).is_some();
        if !known {
            self.routes.push(route);
        }
        !known
    }

    /// Learns a spare through `to` for every route there is through `from`, and
    /// returns how many of them are new.
    pub fn add_spares(&mut self, from: &str, to: &str) -> usize {
        let mut added = 0;
        let through: Vec<Route> =
            self.routes.iter().filter(|route| route.via == from).cloned().collect();
        for route in through {
            if self.learn(route.spare(to)) {
                added += 1;
            }
        }
        added
    }

    pub fn metric(&self, network: &str) -> Option<u32> {
        self.routes.iter().find(|route| route.network == network).map(|route| route.metric)
    }
}
==== tests
fn route(network: &str, metric: u32, via: &str) -> Route {
    Route { network: network.to_string(), metric, via: via.to_string() }
}

#[test]
fn spares_follow_the_routes() {
    let mut table = Table::default();
    table.learn(route("a", 1, "r1"));
    table.learn(route("b", 2, "r2"));
    table.learn(route("c", 3, "r1"));
    assert_eq!(table.add_spares("r1", "r2"), 2);
    assert_eq!(table.metric("a/spare"), Some(11));
    assert_eq!(table.metric("b/spare"), None);
    assert_eq!(table.metric("c/spare"), Some(13));
    assert_eq!(table.metric("a"), Some(1));
}

#[test]
fn spares_have_no_spares_of_their_own() {
    let mut table = Table::default();
    table.learn(route("a", 1, "r1"));
    assert_eq!(table.add_spares("r1", "r1"), 1);
    assert_eq!(table.metric("a/spare/spare"), None);
    assert_eq!(table.metric("a/spare"), Some(11));
}

#[test]
fn known_spares_are_not_new() {
    let mut table = Table::default();
    table.learn(route("a", 1, "r1"));
    table.learn(route("a/spare", 5, "r9"));
    assert_eq!(table.add_spares("r1", "r2"), 0);
    assert_eq!(table.metric("a/spare"), Some(5));
}
