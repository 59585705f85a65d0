pub struct Thermostat {
    target: f32,
    band: f32,
    history: Vec<f32>,
}

impl Thermostat {
    pub fn new(target: f32, band: f32) -> Self {
        Thermostat { target, band, history: Vec::new() }
    }

    pub fn record(&mut self, celsius: f32) {
        self.history.push(celsius);
    }

    pub fn heating_needed(&self) -> bool {
        match self.history.last() {
            Some(last) => *last < self.target - self.band,
            None => true,
        }
    }

    pub fn coldest(&self) -> Option<f32> {
        self.history.iter().copied().reduce(f32::min)
    }
}
