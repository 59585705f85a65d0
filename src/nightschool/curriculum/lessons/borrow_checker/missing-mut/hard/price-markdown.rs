---
code: E0596
---
//! Shelf prices of a grocery.

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub name: String,
    pub cents: u32,
    pub days_left: u32,
}

impl Product {
    fn reduce(&mut self, percent: u32) {
        self.cents -= self.cents * percent / 100;
    }
}

pub struct Shelf {
    pub products: Vec<Product>,
}

impl Shelf {
    /// Marks down what must be sold within a day; says how many products.
    pub fn mark_down(&mut self, percent: u32) -> usize {
        let mut count = 0;
        for product in self.products.iter().filter(|p| p.days_left <= 1) {
            product.reduce(percent);
            count += 1;
        }
        count
    }

    pub fn dearest(&self) -> Option<&Product> {
        self.products.iter().max_by_key(|product| product.cents)
    }
}
==== fixed
//! Shelf prices of a grocery.

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub name: String,
    pub cents: u32,
    pub days_left: u32,
}

impl Product {
    fn reduce(&mut self, percent: u32) {
        self.cents -= self.cents * percent / 100;
    }
}

pub struct Shelf {
    pub products: Vec<Product>,
}

impl Shelf {
    /// Marks down what must be sold within a day; says how many products.
    pub fn mark_down(&mut self, percent: u32) -> usize {
        let mut count = 0;
        for product in self.products.iter_mut().filter(|p| p.days_left <= 1) {
            product.reduce(percent);
            count += 1;
        }
        count
    }

    pub fn dearest(&self) -> Option<&Product> {
        self.products.iter().max_by_key(|product| product.cents)
    }
}
==== tests
fn shelf() -> Shelf {
    let product = |name: &str, cents, days_left| Product { name: name.to_string(), cents, days_left };
    Shelf { products: vec![product("milk", 200, 1), product("rice", 180, 300), product("fish", 900, 0)] }
}

#[test]
fn marks_down_what_is_due() {
    let mut shelf = shelf();
    assert_eq!(shelf.mark_down(50), 2);
    let cents: Vec<u32> = shelf.products.iter().map(|p| p.cents).collect();
    assert_eq!(cents, [100, 180, 450]);
    assert_eq!(shelf.dearest().unwrap().name, "fish");
}

#[test]
fn twice_marks_down_twice() {
    let mut shelf = shelf();
    shelf.mark_down(50);
    shelf.mark_down(50);
    assert_eq!(shelf.products[2].cents, 225);
    assert_eq!(shelf.products.len(), 3);
}
