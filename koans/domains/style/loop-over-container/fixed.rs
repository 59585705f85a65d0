#[derive(Debug, Default)]
pub struct Basket {
    lines: Vec<(String, u32)>,
    pub coupon: Option<u32>,
}

impl Basket {
    pub fn put(&mut self, name: &str, cents: u32) -> &mut Self {
        self.lines.push((name.to_string(), cents));
        self
    }

    pub fn total(&self) -> u32 {
        let mut total = 0;
        for (_, cents) in &self.lines {
            total += cents;
        }
        total - self.coupon.map_or(0, |coupon| coupon.min(total / 2))
    }

    pub fn dearest(&self) -> Option<&str> {
        self.lines.iter().max_by_key(|(_, cents)| *cents).map(|(name, _)| name.as_str())
    }
}
