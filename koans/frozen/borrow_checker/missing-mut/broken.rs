use std::collections::HashMap;

#[derive(Default)]
pub struct Race {
    best: HashMap<String, u32>,
}

impl Race {
    /// Records a lap in milliseconds; only the runner's best counts.
    pub fn lap(&mut self, runner: &str, millis: u32) {
        let best = self.best.entry(runner.to_string()).or_insert(millis);
        *best = millis.min(*best);
    }

    /// The three fastest runners, equal times in alphabetical order.
    pub fn podium(&self) -> Vec<(&str, u32)> {
        let ranking: Vec<(&str, u32)> = self.best.iter().map(|(name, t)| (name.as_str(), *t)).collect();
        ranking.sort_by_key(|(name, millis)| (*millis, *name));
        ranking.truncate(3);
        ranking
    }
}
