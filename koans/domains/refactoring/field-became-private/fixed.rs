pub mod stock {
    pub struct Bin {
        label: String,
        count: u32,
    }

    impl Bin {
        pub fn new(label: &str, count: u32) -> Bin {
            Bin { label: label.to_uppercase(), count }
        }

        pub fn label(&self) -> &str {
            &self.label
        }

        pub fn count(&self) -> u32 {
            self.count
        }
    }
}

pub fn low_bins(bins: &[stock::Bin], limit: u32) -> Vec<String> {
    bins.iter()
        .filter(|bin| bin.count() < limit)
        .map(|bin| format!("{} ({})", bin.label(), bin.count()))
        .collect()
}
