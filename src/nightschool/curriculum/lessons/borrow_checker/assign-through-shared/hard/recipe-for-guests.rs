---
code: E0594
---
//! Recipes and their quantities.

#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub title: String,
    pub servings: u32,
    pub ingredients: Vec<Ingredient>,
}

impl Recipe {
    /// The same recipe for another number of guests. The cookbook keeps
    /// its own recipe as it is.
    pub fn for_guests(&self, guests: u32) -> Recipe {
        let scaled = self;
        for ingredient in &scaled.ingredients {
            ingredient.grams = ingredient.grams * guests / self.servings;
        }
        scaled.servings = guests;
        scaled.clone()
    }

    pub fn total_grams(&self) -> u32 {
        self.ingredients.iter().map(|ingredient| ingredient.grams).sum()
    }
}
==== fixed
//! Recipes and their quantities.

#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub title: String,
    pub servings: u32,
    pub ingredients: Vec<Ingredient>,
}

impl Recipe {
    /// The same recipe for another number of guests. The cookbook keeps
    /// its own recipe as it is.
    pub fn for_guests(&self, guests: u32) -> Recipe {
        let mut scaled = self.clone();
        for ingredient in &mut scaled.ingredients {
            ingredient.grams = ingredient.grams * guests / self.servings;
        }
        scaled.servings = guests;
        scaled
    }

    pub fn total_grams(&self) -> u32 {
        self.ingredients.iter().map(|ingredient| ingredient.grams).sum()
    }
}
==== tests
fn pancakes() -> Recipe {
    let ingredient = |name: &str, grams| Ingredient { name: name.to_string(), grams };
    Recipe {
        title: "Pancakes".to_string(),
        servings: 4,
        ingredients: vec![ingredient("flour", 250), ingredient("milk", 500)],
    }
}

#[test]
#[allow(unused_mut)]
fn scales_every_ingredient() {
    let mut recipe = pancakes();
    let party = recipe.for_guests(8);
    assert_eq!(party.servings, 8);
    assert_eq!(party.ingredients[0].grams, 500);
    assert_eq!(party.total_grams(), 1500);
}

#[test]
#[allow(unused_mut)]
fn the_cookbook_is_untouched() {
    let mut recipe = pancakes();
    let _ = recipe.for_guests(2);
    assert_eq!(recipe, pancakes());
    assert_eq!(recipe.for_guests(4), pancakes());
}
