---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub title: String,
    pub hops_g: u32,
}

impl Recipe {
    pub fn label(&self) -> String {
        self.title.to_uppercase()
    }
}

#[derive(Default)]
pub struct Brewery {
    recipes: HashMap<u16, Recipe>,
    tanks: HashMap<String, u16>,
}

impl Brewery {
    pub fn add_recipe(&mut self, number: u16, title: &str, hops_g: u32) {
        self.recipes.insert(number, Recipe { title: title.to_string(), hops_g });
    }

    pub fn fill(&mut self, tank: &str, number: u16) {
        self.tanks.insert(tank.to_string(), number);
    }

    fn recipe_in(&self, tank: &str) -> Option<&Recipe> {
        let number = self.tanks.get(tank)?;
        self.recipes.get(number)
    }

    /// The label on the tank's door: the recipe's title in capitals, `EMPTY` without one.
    pub fn door_label(&self, tank: &str) -> String {
        self.recipe_in(tank)
            .label()
    }

    pub fn hops_needed(&self, tanks: &[&str]) -> u32 {
        tanks.iter().filter_map(|t| self.recipe_in(t)).map(|r| r.hops_g).sum()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub title: String,
    pub hops_g: u32,
}

impl Recipe {
    pub fn label(&self) -> String {
        self.title.to_uppercase()
    }
}

#[derive(Default)]
pub struct Brewery {
    recipes: HashMap<u16, Recipe>,
    tanks: HashMap<String, u16>,
}

impl Brewery {
    pub fn add_recipe(&mut self, number: u16, title: &str, hops_g: u32) {
        self.recipes.insert(number, Recipe { title: title.to_string(), hops_g });
    }

    pub fn fill(&mut self, tank: &str, number: u16) {
        self.tanks.insert(tank.to_string(), number);
    }

    fn recipe_in(&self, tank: &str) -> Option<&Recipe> {
        let number = self.tanks.get(tank)?;
        self.recipes.get(number)
    }

    /// The label on the tank's door: the recipe's title in capitals, `EMPTY` without one.
    pub fn door_label(&self, tank: &str) -> String {
        self.recipe_in(tank)
            .map(Recipe::label)
            .unwrap_or_else(|| "EMPTY".to_string())
    }

    pub fn hops_needed(&self, tanks: &[&str]) -> u32 {
        tanks.iter().filter_map(|t| self.recipe_in(t)).map(|r| r.hops_g).sum()
    }
}
==== tests
#[test]
fn label_of_a_full_tank() {
    let mut b = Brewery::default();
    b.add_recipe(7, "Red Ale", 300);
    b.fill("north", 7);
    assert_eq!(b.door_label("north"), "RED ALE");
    assert_eq!(b.hops_needed(&["north", "south"]), 300);
}

#[test]
fn label_of_an_empty_tank() {
    let mut b = Brewery::default();
    b.fill("odd", 99);
    assert_eq!(b.door_label("south"), "EMPTY");
    assert_eq!(b.door_label("odd"), "EMPTY");
}
