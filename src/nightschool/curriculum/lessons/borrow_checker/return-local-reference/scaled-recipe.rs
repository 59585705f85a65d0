---
code: E0515
---
#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone)]
pub struct Recipe {
    pub title: String,
    pub portions: u32,
    pub ingredients: Vec<Ingredient>,
}

impl Recipe {
    /// The recipe for another number of portions.
    pub fn scaled(&self, portions: u32) -> Recipe {
        let mut recipe = self.clone();
        recipe.portions = portions;
        for ingredient in &mut recipe.ingredients {
            ingredient.grams = ingredient.grams * portions / self.portions;
        }
        recipe
    }

    /// The ingredients with the most grams first; the recipe keeps its order.
    pub fn heaviest_first(&self) -> Vec<&Ingredient> {
        let mut sorted = self.ingredients.clone();
        sorted.sort_by(|a, b| b.grams.cmp(&a.grams));
        sorted.iter().collect()
    }

    pub fn shopping_list(&self) -> String {
        self.heaviest_first()
            .iter()
            .map(|i| format!("{} g {}", i.grams, i.name))
            .collect::<Vec<_>>()
            .join("\n")
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone)]
pub struct Recipe {
    pub title: String,
    pub portions: u32,
    pub ingredients: Vec<Ingredient>,
}

impl Recipe {
    /// The recipe for another number of portions.
    pub fn scaled(&self, portions: u32) -> Recipe {
        let mut recipe = self.clone();
        recipe.portions = portions;
        for ingredient in &mut recipe.ingredients {
            ingredient.grams = ingredient.grams * portions / self.portions;
        }
        recipe
    }

    /// The ingredients with the most grams first; the recipe keeps its order.
    pub fn heaviest_first(&self) -> Vec<&Ingredient> {
        let mut sorted: Vec<&Ingredient> = self.ingredients.iter().collect();
        sorted.sort_by(|a, b| b.grams.cmp(&a.grams));
        sorted
    }

    pub fn shopping_list(&self) -> String {
        self.heaviest_first()
            .iter()
            .map(|i| format!("{} g {}", i.grams, i.name))
            .collect::<Vec<_>>()
            .join("\n")
    }
}
==== tests
fn recipe() -> Recipe {
    let i = |name: &str, grams| Ingredient { name: name.into(), grams };
    Recipe {
        title: "bread".into(),
        portions: 2,
        ingredients: vec![i("salt", 10), i("flour", 500), i("water", 350)],
    }
}

#[test]
fn list_is_heaviest_first() {
    let r = recipe();
    assert_eq!(r.shopping_list(), "500 g flour\n350 g water\n10 g salt");
    assert_eq!(r.heaviest_first().len(), 3);
    assert_eq!(r.ingredients[0].name, "salt");
}

#[test]
fn scaled_list() {
    assert_eq!(recipe().scaled(1).shopping_list(), "250 g flour\n175 g water\n5 g salt");
}
