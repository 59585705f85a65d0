---
code: E0308
---
//! The till of a vending machine.

#[derive(Debug, Default)]
pub struct Machine {
    /// Prices in cents, by shelf.
    pub prices: Vec<u32>,
    pub earned: u32,
}

impl Machine {
    /// Sells what lies on a shelf: `Ok` is the change given back, `Err`
    /// the amount that is still missing. Nothing is sold then.
    fn sell(&mut self, shelf: usize, paid: u32) -> Result<u32, u32> {
        let price = self.prices[shelf];
        if paid < price {
            return price - paid;
        }
        self.earned += price;
        paid - price
    }

    /// What the display shows after coins were put in.
    pub fn display(&mut self, shelf: usize, paid: u32) -> String {
        if shelf >= self.prices.len() {
            return "no such shelf".to_string();
        }
        match self.sell(shelf, paid) {
            Ok(0) => "thank you".to_string(),
            Ok(change) => format!("change {change}"),
            Err(missing) => format!("insert {missing}"),
        }
    }
}
==== fixed
//! The till of a vending machine.

#[derive(Debug, Default)]
pub struct Machine {
    /// Prices in cents, by shelf.
    pub prices: Vec<u32>,
    pub earned: u32,
}

impl Machine {
    /// Sells what lies on a shelf: `Ok` is the change given back, `Err`
    /// the amount that is still missing. Nothing is sold then.
    fn sell(&mut self, shelf: usize, paid: u32) -> Result<u32, u32> {
        let price = self.prices[shelf];
        if paid < price {
            return Err(price - paid);
        }
        self.earned += price;
        Ok(paid - price)
    }

    /// What the display shows after coins were put in.
    pub fn display(&mut self, shelf: usize, paid: u32) -> String {
        if shelf >= self.prices.len() {
            return "no such shelf".to_string();
        }
        match self.sell(shelf, paid) {
            Ok(0) => "thank you".to_string(),
            Ok(change) => format!("change {change}"),
            Err(missing) => format!("insert {missing}"),
        }
    }
}
==== tests
fn machine() -> Machine {
    Machine { prices: vec![120, 80], earned: 0 }
}

#[test]
fn sells() {
    let mut machine = machine();
    assert_eq!(machine.display(0, 200), "change 80");
    assert_eq!(machine.display(1, 80), "thank you");
    assert_eq!(machine.earned, 200);
}

#[test]
fn asks_for_more() {
    let mut machine = machine();
    assert_eq!(machine.display(0, 50), "insert 70");
    assert_eq!(machine.display(5, 50), "no such shelf");
    assert_eq!(machine.earned, 0);
}
