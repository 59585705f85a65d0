---
code: E0515
---
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Graph {
    needs: BTreeMap<String, Vec<String>>,
}

impl Graph {
    pub fn needs(&mut self, package: &str, dependency: &str) {
        self.needs
            .entry(package.to_string())
            .or_default()
            .push(dependency.to_string());
    }

    fn visit<'g>(&'g self, name: &'g str, seen: &mut BTreeSet<&'g str>, order: &mut Vec<&'g str>) {
        if !seen.insert(name) {
            return;
        }
        if let Some(dependencies) = self.needs.get(name) {
            for dependency in dependencies {
                self.visit(dependency, seen, order);
            }
        }
        order.push(name);
    }

    /// Packages to install for `root`, each after everything it needs.
    pub fn order<'g>(&'g self, root: &'g str) -> &'g [&'g str] {
        let mut seen = BTreeSet::new();
        let mut order = Vec::new();
        self.visit(root, &mut seen, &mut order);
        &order
    }
}

pub fn install_line(graph: &Graph, root: &str) -> String {
    graph.order(root).join(" ")
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Graph {
    needs: BTreeMap<String, Vec<String>>,
}

impl Graph {
    pub fn needs(&mut self, package: &str, dependency: &str) {
        self.needs
            .entry(package.to_string())
            .or_default()
            .push(dependency.to_string());
    }

    fn visit<'g>(&'g self, name: &'g str, seen: &mut BTreeSet<&'g str>, order: &mut Vec<&'g str>) {
        if !seen.insert(name) {
            return;
        }
        if let Some(dependencies) = self.needs.get(name) {
            for dependency in dependencies {
                self.visit(dependency, seen, order);
            }
        }
        order.push(name);
    }

    /// Packages to install for `root`, each after everything it needs.
    pub fn order<'g>(&'g self, root: &'g str) -> Vec<&'g str> {
        let mut seen = BTreeSet::new();
        let mut order = Vec::new();
        self.visit(root, &mut seen, &mut order);
        order
    }
}

pub fn install_line(graph: &Graph, root: &str) -> String {
    graph.order(root).join(" ")
}
==== tests
    #[test]
    fn dependencies_come_first() {
        let mut g = Graph::default();
        g.needs("app", "web");
        g.needs("app", "log");
        g.needs("web", "log");
        g.needs("web", "tls");
        assert_eq!(install_line(&g, "app"), "log tls web app");
        assert_eq!(install_line(&g, "web"), "log tls web");
    }
    #[test]
    fn cycles_and_leaves() {
        let mut g = Graph::default();
        g.needs("a", "b");
        g.needs("b", "a");
        assert_eq!(install_line(&g, "a"), "b a");
        assert_eq!(install_line(&g, "z"), "z");
    }
