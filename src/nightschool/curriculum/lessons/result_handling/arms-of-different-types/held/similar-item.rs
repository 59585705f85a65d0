---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub name: String,
    pub tags: Vec<String>,
}

#[derive(Default)]
pub struct Catalogue {
    products: Vec<Product>,
    pinned: HashMap<String, usize>,
}

impl Catalogue {
    pub fn add(&mut self, name: &str, tags: &[&str]) -> usize {
        self.products.push(Product {
            name: name.to_string(),
            tags: tags.iter().map(|t| t.to_string()).collect(),
        });
        self.products.len() - 1
    }

    pub fn pin(&mut self, name: &str, target: usize) {
        self.pinned.insert(name.to_string(), target);
    }

    fn most_alike(&self, product: &Product) -> Option<&Product> {
        let common = |p: &Product| p.tags.iter().filter(|t| product.tags.contains(t)).count();
        self.products
            .iter()
            .filter(|p| p.name != product.name && common(p) > 0)
            .max_by_key(|p| common(p))
    }

    /// What to show beside a product: the pinned one if any, else the most alike.
    /// `None` if the product is not known, is pinned to nothing that exists, or resembles nothing.
    pub fn beside(&self, name: &str) -> Option<&str> {
        let product = self.products.iter().find(|p| p.name == name)?;
        let shown = match self.pinned.get(name) {
            Some(index) => self.products.get(*index),
            None => self.most_alike(product)?,
        };
        Some(shown.name.as_str())
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub name: String,
    pub tags: Vec<String>,
}

#[derive(Default)]
pub struct Catalogue {
    products: Vec<Product>,
    pinned: HashMap<String, usize>,
}

impl Catalogue {
    pub fn add(&mut self, name: &str, tags: &[&str]) -> usize {
        self.products.push(Product {
            name: name.to_string(),
            tags: tags.iter().map(|t| t.to_string()).collect(),
        });
        self.products.len() - 1
    }

    pub fn pin(&mut self, name: &str, target: usize) {
        self.pinned.insert(name.to_string(), target);
    }

    fn most_alike(&self, product: &Product) -> Option<&Product> {
        let common = |p: &Product| p.tags.iter().filter(|t| product.tags.contains(t)).count();
        self.products
            .iter()
            .filter(|p| p.name != product.name && common(p) > 0)
            .max_by_key(|p| common(p))
    }

    /// What to show beside a product: the pinned one if any, else the most alike.
    /// `None` if the product is not known, is pinned to nothing that exists, or resembles nothing.
    pub fn beside(&self, name: &str) -> Option<&str> {
        let product = self.products.iter().find(|p| p.name == name)?;
        let shown = match self.pinned.get(name) {
            Some(index) => self.products.get(*index)?,
            None => self.most_alike(product)?,
        };
        Some(shown.name.as_str())
    }
}
==== tests
fn catalogue() -> Catalogue {
    let mut c = Catalogue::default();
    c.add("tent", &["camp", "sleep"]);
    c.add("bag", &["camp", "sleep", "warm"]);
    c.add("stove", &["camp"]);
    c.add("pen", &["desk"]);
    c
}

#[test]
fn alike_or_pinned() {
    let mut c = catalogue();
    assert_eq!(c.beside("tent"), Some("bag"));
    c.pin("tent", 3);
    assert_eq!(c.beside("tent"), Some("pen"));
}

#[test]
fn nothing_to_show() {
    let mut c = catalogue();
    assert_eq!(c.beside("pen"), None);
    assert_eq!(c.beside("car"), None);
    c.pin("bag", 17);
    assert_eq!(c.beside("bag"), None);
}
