#[derive(Debug, Clone)]
pub struct Shipment {
    pub weight_grams: u64,
    pub express: bool,
}

pub struct Tariff {
    pub base: u64,
    pub per_kilo: u64,
}

impl Tariff {
    pub fn price(&self, shipment: &Shipment) -> u64 {
        let kilos = shipment.weight_grams.div_ceil(1000);
        let price = self.base + kilos * self.per_kilo;
        if shipment.express { price * 2 } else { price }
    }
}

pub fn heaviest(shipments: &[Shipment]) -> Option<u64> {
    shipments.iter().map(|shipment| shipment.weight_grams).max()
}
