//! What lies in the shelves.

use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub struct Stock {
    counts: BTreeMap<String, u32>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    All(u32),
    Some { taken: u32, missing: u32 },
    Nothing,
}

impl Stock {
    pub fn put(&mut self, name: &str, count: u32) -> u32 {
        let held = self.counts.entry(name.to_string()).or_default();
        *held += count;
        *held
    }

    pub fn take(&mut self, name: &str, count: u32) -> Taken {
        let Some(held) = self.counts.get_mut(name) else {
            return Taken::Nothing;
        };
        if *held >= count {
            *held -= count;
            Taken::All(count)
        } else {
            let taken = *held;
            *held = 0;
            Taken::Some { taken, missing: count - taken }
        }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(|name| name.as_str())
    }

    pub fn average(&self) -> f64 {
        if self.counts.is_empty() {
            return 0.0;
        }
        let sum: u32 = self.counts.values().sum();
        f64::from(sum) / self.counts.len() as f64
    }

    pub fn merge<T>(&mut self, others: T)
    where
        T: IntoIterator<Item = (String, u32)>,
    {
        for (name, count) in others {
            *self.counts.entry(name).or_insert(0) += count;
        }
    }
}
