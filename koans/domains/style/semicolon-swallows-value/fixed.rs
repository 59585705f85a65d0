pub struct Histogram {
    bounds: Vec<u32>,
    counts: Vec<usize>,
}

impl Histogram {
    pub fn new(bounds: &[u32]) -> Self {
        Histogram { bounds: bounds.to_vec(), counts: vec![0; bounds.len() + 1] }
    }

    pub fn add(&mut self, value: u32) -> usize {
        let slot = self.bounds.iter().take_while(|bound| **bound <= value).count();
        self.counts[slot] += 1;
        slot
    }

    pub fn busiest(&self) -> Option<usize> {
        let most = *self.counts.iter().max()?;
        self.counts.iter().position(|count| *count == most)
    }
}
