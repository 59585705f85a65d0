---
code: E0382
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    pub currency: String,
    pub cents: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    pub price: Price,
    pub steps: Vec<String>,
}

fn discounted(price: Price, percent: u64) -> Price {
    Price {
        currency: price.currency,
        cents: price.cents - price.cents * percent / 100,
    }
}

fn show(price: &Price) -> String {
    format!("{}.{:02} {}", price.cents / 100, price.cents % 100, price.currency)
}

impl Offer {
    /// Applies the discounts one after another and notes each as "old -> new".
    pub fn build(price: Price, discounts: &[u64]) -> Offer {
        let mut price = price;
        let mut steps = Vec::new();
        for percent in discounts {
            let lower = discounted(price, *percent);
            steps.push(format!("{} -> {}", show(&price), show(&lower)));
            price = lower;
        }
        Offer { price, steps }
    }

    pub fn describe(&self) -> String {
        if self.steps.is_empty() {
            return show(&self.price);
        }
        format!("{} ({})", show(&self.price), self.steps.join(", "))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    pub currency: String,
    pub cents: u64,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    pub price: Price,
    pub steps: Vec<String>,
}

fn discounted(price: &Price, percent: u64) -> Price {
    Price {
        currency: price.currency.clone(),
        cents: price.cents - price.cents * percent / 100,
    }
}

fn show(price: &Price) -> String {
    format!("{}.{:02} {}", price.cents / 100, price.cents % 100, price.currency)
}

impl Offer {
    /// Applies the discounts one after another and notes each as "old -> new".
    pub fn build(price: Price, discounts: &[u64]) -> Offer {
        let mut price = price;
        let mut steps = Vec::new();
        for percent in discounts {
            let lower = discounted(&price, *percent);
            steps.push(format!("{} -> {}", show(&price), show(&lower)));
            price = lower;
        }
        Offer { price, steps }
    }

    pub fn describe(&self) -> String {
        if self.steps.is_empty() {
            return show(&self.price);
        }
        format!("{} ({})", show(&self.price), self.steps.join(", "))
    }
}
==== tests
fn price(cents: u64) -> Price {
    Price { currency: "EUR".into(), cents }
}

#[test]
fn steps_are_noted() {
    let o = Offer::build(price(10000), &[10, 50]);
    assert_eq!(o.price, price(4500));
    assert_eq!(o.steps, ["100.00 EUR -> 90.00 EUR", "90.00 EUR -> 45.00 EUR"]);
}

#[test]
fn text() {
    assert_eq!(Offer::build(price(1205), &[]).describe(), "12.05 EUR");
    assert_eq!(Offer::build(price(200), &[25]).describe(), "1.50 EUR (2.00 EUR -> 1.50 EUR)");
}
