---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt::Display;

/// One row of a table, cells apart by bars.
pub fn row<T: Display>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| c.to_string()).collect();
    format!("| {} |", cells.join(" | "))
}

/// A glossary whose terms carry values of any kind.
pub struct Glossary<V> {
    terms: BTreeMap<String, Vec<V>>,
}

impl<V> Default for Glossary<V> {
    fn default() -> Self {
        Glossary { terms: BTreeMap::new() }
    }
}

impl<V> Glossary<V> {
    pub fn note(&mut self, term: &str, value: V) {
        self.terms.entry(term.to_string()).or_default().push(value);
    }

    pub fn values(&self, term: &str) -> &[V] {
        self.terms.get(term).map_or(&[], |v| v)
    }

    /// The values of each term as a row, with the term before it: `term: | 1 | 2 |`.
    pub fn export(&self) -> String {
        let rows = self.terms.iter().map(|(term, values)| format!("{term}: {}", row(values)));
        rows.collect::<Vec<_>>().join("\n")
    }
}
==== fixed
use std::collections::BTreeMap;
use std::fmt::Display;

/// One row of a table, cells apart by bars.
pub fn row<T: Display>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| c.to_string()).collect();
    format!("| {} |", cells.join(" | "))
}

/// A glossary whose terms carry values of any kind.
pub struct Glossary<V> {
    terms: BTreeMap<String, Vec<V>>,
}

impl<V> Default for Glossary<V> {
    fn default() -> Self {
        Glossary { terms: BTreeMap::new() }
    }
}

impl<V> Glossary<V> {
    pub fn note(&mut self, term: &str, value: V) {
        self.terms.entry(term.to_string()).or_default().push(value);
    }

    pub fn values(&self, term: &str) -> &[V] {
        self.terms.get(term).map_or(&[], |v| v)
    }

    /// The values of each term as a row, with the term before it: `term: | 1 | 2 |`.
    pub fn export(&self) -> String
    where
        V: Display,
    {
        let rows = self.terms.iter().map(|(term, values)| format!("{term}: {}", row(values)));
        rows.collect::<Vec<_>>().join("\n")
    }
}
==== tests
#[test]
fn export_makes_rows() {
    let mut g = Glossary::default();
    g.note("tab", 8);
    g.note("line", 1);
    g.note("tab", 4);
    assert_eq!(g.export(), "line: | 1 |\ntab: | 8 | 4 |");
}

#[test]
fn values_keep_their_order() {
    let mut g = Glossary::default();
    g.note("x", "b");
    g.note("x", "a");
    assert_eq!(g.values("x"), ["b", "a"]);
    assert!(g.values("y").is_empty());
}
