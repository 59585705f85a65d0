pub trait Discount {
    /// Cents taken off a basket worth `total` cents.
    fn off(&self, total: u64) -> u64;
}

pub struct Percent(pub u64);
pub struct Voucher {
    pub cents: u64,
    pub minimum: u64,
}

impl Discount for Percent {
    fn off(&self, total: u64) -> u64 {
        total * self.0 / 100
    }
}

impl Discount for Voucher {
    fn off(&self, total: u64) -> u64 {
        if total < self.minimum {
            return 0;
        }
        self.cents.min(total)
    }
}

pub struct Checkout {
    pub rules: Vec<Box<dyn Discount>>,
}

impl Checkout {
    /// Applies the rules one after the other.
    pub fn price(&self, mut total: u64) -> u64 {
        for rule in &self.rules {
            total -= rule.off(total);
        }
        total
    }
}
