---
code: E0204
---
//! The menu of a bar and what guests have ordered.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drink {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Bar {
    pub menu: Vec<Drink>,
    pub orders: Vec<Drink>,
}

impl Bar {
    pub fn offer(&mut self, name: &str, cents: u32) {
        self.menu.push(Drink { name: name.to_string(), cents });
    }

    /// Orders a drink by its number on the menu. In the happy hour it
    /// costs half; the menu keeps its prices.
    pub fn order(&mut self, number: usize, happy_hour: bool) -> Option<u32> {
        if number >= self.menu.len() {
            return None;
        }
        let mut drink = self.menu[number];
        if happy_hour {
            drink.cents /= 2;
        }
        let cents = drink.cents;
        self.orders.push(drink);
        Some(cents)
    }

    pub fn bill(&self) -> u32 {
        self.orders.iter().map(|drink| drink.cents).sum()
    }
}
==== fixed
//! The menu of a bar and what guests have ordered.

#[derive(Debug, Clone, PartialEq)]
pub struct Drink {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Bar {
    pub menu: Vec<Drink>,
    pub orders: Vec<Drink>,
}

impl Bar {
    pub fn offer(&mut self, name: &str, cents: u32) {
        self.menu.push(Drink { name: name.to_string(), cents });
    }

    /// Orders a drink by its number on the menu. In the happy hour it
    /// costs half; the menu keeps its prices.
    pub fn order(&mut self, number: usize, happy_hour: bool) -> Option<u32> {
        if number >= self.menu.len() {
            return None;
        }
        let mut drink = self.menu[number].clone();
        if happy_hour {
            drink.cents /= 2;
        }
        let cents = drink.cents;
        self.orders.push(drink);
        Some(cents)
    }

    pub fn bill(&self) -> u32 {
        self.orders.iter().map(|drink| drink.cents).sum()
    }
}
==== tests
fn bar() -> Bar {
    let mut bar = Bar::default();
    bar.offer("cider", 500);
    bar.offer("tea", 300);
    bar
}

#[test]
fn the_menu_keeps_its_prices() {
    let mut bar = bar();
    assert_eq!(bar.order(0, true), Some(250));
    assert_eq!(bar.order(0, false), Some(500));
    assert_eq!(bar.bill(), 750);
    assert_eq!(bar.menu.len(), 2);
    assert_eq!(bar.menu[0].cents, 500);
}

#[test]
fn orders_know_their_drink() {
    let mut bar = bar();
    assert_eq!(bar.order(1, false), Some(300));
    assert_eq!(bar.order(2, false), None);
    assert_eq!(bar.orders.len(), 1);
    assert_eq!(bar.orders[0].name, "tea");
    assert_eq!(bar.menu[1].name, "tea");
}
