use std::collections::BTreeMap;

#[derive(Default)]
pub struct Warehouse {
    bins: BTreeMap<String, u32>,
}

impl Warehouse {
    pub fn receive(&mut self, bin: &str, amount: u32) {
        *self.bins.entry(bin.to_string()).or_insert(0) += amount;
    }

    pub fn stock(&self, bin: &str) -> u32 {
        self.bins.get(bin).copied().unwrap_or(0)
    }

    /// Moves stock between bins; false, and nothing moved, if the source holds too little.
    pub fn relocate(&mut self, from: &str, to: &str, amount: u32) -> bool {
        let Some(source) = self.bins.get_mut(from) else {
            return false;
        };
        let target = self.bins.entry(to.to_string()).or_insert(0);
        if *source < amount {
            return false;
        }
        *source -= amount;
        *target += amount;
        true
    }
}
