---
code: E0308
---
//! Recipes that are either written out or taken from a cookbook by name.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub servings: u32,
    pub steps: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    NoServings,
    /// The cookbook has no recipe of this name.
    NotFound(String),
}

pub enum Source<'a> {
    Written(&'a str),
    Named(&'a str),
}

fn read(text: &str) -> Result<Recipe, RecipeError> {
    let mut lines = text.lines();
    let servings = lines
        .next()
        .and_then(|line| line.parse().ok())
        .ok_or(RecipeError::NoServings)?;
    Ok(Recipe { servings, steps: lines.map(str::to_string).collect() })
}

#[derive(Default)]
pub struct Cookbook {
    pub recipes: HashMap<String, Recipe>,
}

impl Cookbook {
    pub fn find(&self, name: &str) -> Option<&Recipe> {
        self.recipes.get(&name.to_lowercase())
    }

    /// The recipe that the source means.
    pub fn resolve(&self, source: &Source) -> Result<Recipe, RecipeError> {
        match source {
            Source::Written(text) => read(text),
            Source::Named(name) => self.find(name).cloned(),
        }
    }
}
==== fixed
//! Recipes that are either written out or taken from a cookbook by name.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    pub servings: u32,
    pub steps: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum RecipeError {
    NoServings,
    /// The cookbook has no recipe of this name.
    NotFound(String),
}

pub enum Source<'a> {
    Written(&'a str),
    Named(&'a str),
}

fn read(text: &str) -> Result<Recipe, RecipeError> {
    let mut lines = text.lines();
    let servings = lines
        .next()
        .and_then(|line| line.parse().ok())
        .ok_or(RecipeError::NoServings)?;
    Ok(Recipe { servings, steps: lines.map(str::to_string).collect() })
}

#[derive(Default)]
pub struct Cookbook {
    pub recipes: HashMap<String, Recipe>,
}

impl Cookbook {
    pub fn find(&self, name: &str) -> Option<&Recipe> {
        self.recipes.get(&name.to_lowercase())
    }

    /// The recipe that the source means.
    pub fn resolve(&self, source: &Source) -> Result<Recipe, RecipeError> {
        match source {
            Source::Written(text) => read(text),
            Source::Named(name) => {
                self.find(name).cloned().ok_or_else(|| RecipeError::NotFound(name.to_string()))
            }
        }
    }
}
==== tests
fn book() -> Cookbook {
    let mut book = Cookbook::default();
    let soup = Recipe { servings: 4, steps: vec!["boil".to_string()] };
    book.recipes.insert("soup".to_string(), soup);
    book
}

#[test]
fn resolves_both_kinds() {
    let written = book().resolve(&Source::Written("2\nmix\nbake")).unwrap();
    assert_eq!(written.steps, ["mix", "bake"]);
    assert_eq!(book().resolve(&Source::Named("Soup")).unwrap().servings, 4);
}

#[test]
fn tells_what_fails() {
    assert_eq!(book().resolve(&Source::Written("mix")), Err(RecipeError::NoServings));
    let missing = RecipeError::NotFound("Stew".to_string());
    assert_eq!(book().resolve(&Source::Named("Stew")), Err(missing));
}
