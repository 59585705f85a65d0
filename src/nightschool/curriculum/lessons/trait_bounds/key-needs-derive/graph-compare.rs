---
code: E0277
---
use std::collections::BTreeMap;

/// A directed edge with its cost.
#[derive(Clone)]
pub struct Edge {
    pub to: String,
    pub cost: f64,
}

/// A road map; cities that have no road out are not listed.
#[derive(Debug, Clone, Default)]
pub struct RoadMap {
    roads: BTreeMap<String, Vec<Edge>>,
}

impl RoadMap {
    pub fn add(&mut self, from: &str, to: &str, cost: f64) {
        let edge = Edge { to: to.to_string(), cost };
        self.roads.entry(from.to_string()).or_default().push(edge);
    }

    /// The same roads, all in the opposite direction.
    pub fn reversed(&self) -> RoadMap {
        let mut back = RoadMap::default();
        for (from, edges) in &self.roads {
            for edge in edges {
                back.add(&edge.to, from, edge.cost);
            }
        }
        back
    }

    pub fn edges(&self, from: &str) -> &[Edge] {
        self.roads.get(from).map_or(&[], Vec::as_slice)
    }

    /// Checks that nothing gets lost when the map is reversed twice.
    pub fn check(&self) {
        let again = self.reversed().reversed();
        for (from, edges) in &self.roads {
            assert_eq!(again.edges(from), edges.as_slice(), "roads from {from}");
        }
    }
}
==== fixed
use std::collections::BTreeMap;

/// A directed edge with its cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub to: String,
    pub cost: f64,
}

/// A road map; cities that have no road out are not listed.
#[derive(Debug, Clone, Default)]
pub struct RoadMap {
    roads: BTreeMap<String, Vec<Edge>>,
}

impl RoadMap {
    pub fn add(&mut self, from: &str, to: &str, cost: f64) {
        let edge = Edge { to: to.to_string(), cost };
        self.roads.entry(from.to_string()).or_default().push(edge);
    }

    /// The same roads, all in the opposite direction.
    pub fn reversed(&self) -> RoadMap {
        let mut back = RoadMap::default();
        for (from, edges) in &self.roads {
            for edge in edges {
                back.add(&edge.to, from, edge.cost);
            }
        }
        back
    }

    pub fn edges(&self, from: &str) -> &[Edge] {
        self.roads.get(from).map_or(&[], Vec::as_slice)
    }

    /// Checks that nothing gets lost when the map is reversed twice.
    pub fn check(&self) {
        let again = self.reversed().reversed();
        for (from, edges) in &self.roads {
            assert_eq!(again.edges(from), edges.as_slice(), "roads from {from}");
        }
    }
}
==== tests
#[test]
fn reversing() {
    let mut m = RoadMap::default();
    m.add("Ulm", "Bern", 3.5);
    m.add("Ulm", "Graz", 4.0);
    let r = m.reversed();
    assert_eq!(r.edges("Bern").len(), 1);
    assert_eq!(r.edges("Bern")[0].to, "Ulm");
    assert_eq!(r.edges("Bern")[0].cost, 3.5);
    assert!(r.edges("Ulm").is_empty());
    m.check();
}

#[test]
#[should_panic]
fn edge_order_matters() {
    let mut m = RoadMap::default();
    m.add("a", "z", 1.0);
    m.add("a", "b", 1.0);
    m.check();
}
