---
code: E0106
---
use std::collections::HashMap;

/// Which plants get on with which.
#[derive(Default)]
pub struct Companions {
    good: HashMap<String, Vec<String>>,
}

impl Companions {
    pub fn pair(&mut self, a: &str, b: &str) {
        self.good.entry(a.to_string()).or_default().push(b.to_string());
        self.good.entry(b.to_string()).or_default().push(a.to_string());
    }

    fn like(&self, a: &str, b: &str) -> bool {
        self.good.get(a).is_some_and(|list| list.iter().any(|x| x == b))
    }
}

/// Of two plants, the one that gets on with the neighbour; the first if both do, or neither.
fn better(first: &str, second: &str, likes: impl Fn(&str) -> bool) -> &str {
    if !likes(first) && likes(second) { second } else { first }
}

/// Fills a row: each place is left to one of two plants, with regard to the plant before it.
pub fn plant_row(companions: &Companions, start: &str, places: &[(&str, &str)]) -> String {
    let mut row = vec![start];
    for (first, second) in places {
        let before = row[row.len() - 1];
        row.push(better(first, second, |plant| companions.like(before, plant)));
    }
    row.join(" ")
}
==== fixed
use std::collections::HashMap;

/// Which plants get on with which.
#[derive(Default)]
pub struct Companions {
    good: HashMap<String, Vec<String>>,
}

impl Companions {
    pub fn pair(&mut self, a: &str, b: &str) {
        self.good.entry(a.to_string()).or_default().push(b.to_string());
        self.good.entry(b.to_string()).or_default().push(a.to_string());
    }

    fn like(&self, a: &str, b: &str) -> bool {
        self.good.get(a).is_some_and(|list| list.iter().any(|x| x == b))
    }
}

/// Of two plants, the one that gets on with the neighbour; the first if both do, or neither.
fn better<'a>(first: &'a str, second: &'a str, likes: impl Fn(&str) -> bool) -> &'a str {
    if !likes(first) && likes(second) { second } else { first }
}

/// Fills a row: each place is left to one of two plants, with regard to the plant before it.
pub fn plant_row(companions: &Companions, start: &str, places: &[(&str, &str)]) -> String {
    let mut row = vec![start];
    for (first, second) in places {
        let before = row[row.len() - 1];
        row.push(better(first, second, |plant| companions.like(before, plant)));
    }
    row.join(" ")
}
==== tests
fn companions() -> Companions {
    let mut c = Companions::default();
    c.pair("leek", "carrot");
    c.pair("carrot", "pea");
    c
}
#[test]
fn regards_the_plant_before() {
    let row = plant_row(&companions(), "leek", &[("bean", "carrot"), ("pea", "leek"), ("bean", "mint")]);
    assert_eq!(row, "leek carrot pea bean");
}
#[test]
fn both_or_neither() {
    assert_eq!(plant_row(&companions(), "carrot", &[("leek", "pea")]), "carrot leek");
    assert_eq!(plant_row(&companions(), "dill", &[("leek", "pea")]), "dill leek");
    assert_eq!(plant_row(&companions(), "dill", &[]), "dill");
}
