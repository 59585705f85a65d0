#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub metric: &'static str,
    pub value: f64,
}

pub struct Batcher {
    capacity: usize,
    pending: Vec<Sample>,
}

impl Batcher {
    pub fn new(capacity: usize) -> Self {
        Batcher { capacity, pending: Vec::new() }
    }

    /// Queues a sample; a full batch is handed to the caller and a new one begins.
    pub fn offer(&mut self, sample: Sample) -> Option<Vec<Sample>> {
        self.pending.push(sample);
        if self.pending.len() < self.capacity {
            return None;
        }
        let batch = std::mem::take(&mut self.pending);
        Some(batch)
    }

    pub fn waiting(&self) -> usize {
        self.pending.len()
    }
}
