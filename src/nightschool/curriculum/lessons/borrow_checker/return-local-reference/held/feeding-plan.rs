---
code: E0515
---
use std::collections::BTreeMap;

pub struct Animal {
    pub name: String,
    pub food: String,
    pub kilos: u32,
}

pub struct Enclosure {
    pub animals: Vec<Animal>,
}

impl Enclosure {
    fn totals(&self) -> BTreeMap<&str, u32> {
        let mut totals = BTreeMap::new();
        for animal in &self.animals {
            *totals.entry(animal.food.as_str()).or_insert(0) += animal.kilos;
        }
        totals
    }

    /// The keeper's shopping list: `hay 12 kg, fish 3 kg` in alphabetical order.
    pub fn shopping_list(&self) -> &str {
        let parts: Vec<String> = self
            .totals()
            .into_iter()
            .map(|(food, kilos)| format!("{food} {kilos} kg"))
            .collect();
        let list = parts.join(", ");
        &list
    }
}
==== fixed
use std::collections::BTreeMap;

pub struct Animal {
    pub name: String,
    pub food: String,
    pub kilos: u32,
}

pub struct Enclosure {
    pub animals: Vec<Animal>,
}

impl Enclosure {
    fn totals(&self) -> BTreeMap<&str, u32> {
        let mut totals = BTreeMap::new();
        for animal in &self.animals {
            *totals.entry(animal.food.as_str()).or_insert(0) += animal.kilos;
        }
        totals
    }

    /// The keeper's shopping list: `hay 12 kg, fish 3 kg` in alphabetical order.
    pub fn shopping_list(&self) -> String {
        let parts: Vec<String> = self
            .totals()
            .into_iter()
            .map(|(food, kilos)| format!("{food} {kilos} kg"))
            .collect();
        parts.join(", ")
    }
}
==== tests
fn a(name: &str, food: &str, kilos: u32) -> Animal {
    Animal { name: name.into(), food: food.into(), kilos }
}
#[test]
fn sums_per_food() {
    let e = Enclosure { animals: vec![a("Otto", "hay", 8), a("Pip", "fish", 3), a("Zed", "hay", 4)] };
    assert_eq!(&e.shopping_list()[..], "fish 3 kg, hay 12 kg");
}
#[test]
fn empty_list() {
    let e = Enclosure { animals: vec![] };
    assert_eq!(&e.shopping_list()[..], "");
}
