pub struct Track {
    samples: Vec<i32>,
    window: usize,
}

impl Track {
    pub fn new(window: usize) -> Self {
        Track { samples: Vec::new(), window }
    }

    pub fn starts(&self) -> impl Iterator<Item = usize> {
        let step = self.window;
        (0..self.samples.len()).step_by(step)
    }

    pub fn pad(&mut self) -> usize {
        let starts = self.starts();
        while self.samples.len() % self.window != 0 || self.samples.is_empty() {
            self.samples.push(0);
        }
        starts.count()
    }

    pub fn push(&mut self, value: i32) -> usize {
        self.samples.push(value);
        self.samples.len()
    }
}
