---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    pub sku: String,
    pub units: u32,
}

#[derive(Debug, PartialEq)]
pub struct Receipt {
    pub reference: String,
    pub units: u32,
}

#[derive(Default)]
pub struct GoodsIn {
    ledger: Vec<Delivery>,
}

impl GoodsIn {
    pub fn new() -> Self {
        Self::default()
    }

    /// Books a delivery into the ledger. The receipt's reference is the SKU followed by the
    /// position the delivery took in the ledger, counting from one.
    pub fn receive(&mut self, delivery: Delivery) -> Receipt {
        self.ledger.push(delivery);
        Receipt {
            reference: format!("{}-{}", delivery.sku, self.ledger.len()),
            units: delivery.units,
        }
    }

    pub fn units_of(&self, sku: &str) -> u32 {
        self.ledger
            .iter()
            .filter(|d| d.sku == sku)
            .map(|d| d.units)
            .sum()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    pub sku: String,
    pub units: u32,
}

#[derive(Debug, PartialEq)]
pub struct Receipt {
    pub reference: String,
    pub units: u32,
}

#[derive(Default)]
pub struct GoodsIn {
    ledger: Vec<Delivery>,
}

impl GoodsIn {
    pub fn new() -> Self {
        Self::default()
    }

    /// Books a delivery into the ledger. The receipt's reference is the SKU followed by the
    /// position the delivery took in the ledger, counting from one.
    pub fn receive(&mut self, delivery: Delivery) -> Receipt {
        self.ledger.push(delivery.clone());
        Receipt {
            reference: format!("{}-{}", delivery.sku, self.ledger.len()),
            units: delivery.units,
        }
    }

    pub fn units_of(&self, sku: &str) -> u32 {
        self.ledger
            .iter()
            .filter(|d| d.sku == sku)
            .map(|d| d.units)
            .sum()
    }
}
==== tests
fn d(sku: &str, units: u32) -> Delivery {
    Delivery { sku: sku.to_string(), units }
}

#[test]
fn reference_counts_from_one() {
    let mut g = GoodsIn::new();
    assert_eq!(g.receive(d("BOLT", 40)), Receipt { reference: "BOLT-1".into(), units: 40 });
    assert_eq!(g.receive(d("NUT", 7)), Receipt { reference: "NUT-2".into(), units: 7 });
}

#[test]
fn ledger_keeps_everything() {
    let mut g = GoodsIn::new();
    g.receive(d("BOLT", 40));
    g.receive(d("NUT", 5));
    g.receive(d("BOLT", 2));
    assert_eq!(g.units_of("BOLT"), 42);
    assert_eq!(g.units_of("NUT"), 5);
}
