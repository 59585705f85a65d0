pub struct Price {
    pub cents: u32,
    pub currency: &'static str,
}

impl Price {
    pub fn display(&self, compact: bool) -> String {
        let mut digits = format!("{}.{:02}", self.cents / 100, self.cents % 100);
        if compact && self.cents % 100 == 0 {
            digits = (self.cents / 100).to_string();
        }
        match self.currency {
            "EUR" => format!("{digits} €"),
            "USD" => format!("${digits}"),
            other => format!("{digits} {other}"),
        }
    }
}

pub fn price_list(prices: &[Price]) -> String {
    prices.iter().map(|price| price.display(true)).collect::<Vec<_>>().join(" | ")
}
