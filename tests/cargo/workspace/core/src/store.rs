//! Many parts.
use crate::part::Part;
use units::{longest, Millimetres};

/// Parts in the order in which they came.
#[derive(Default)]
pub struct Store {
    parts: Vec<Part>,
}

impl Store {
    /// Take a part in.
    pub fn add(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// The longest part's length.
    pub fn longest(&self) -> Option<Millimetres> {
        let lengths: Vec<Millimetres> = self.parts.iter().map(|part| part.length).collect();
        longest(&lengths)
    }

    /// Names of all parts.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for part in &self.parts {
            names.push(part.name.clone());
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let mut store = Store::default();
        store.add(Part::new("bolt", 40));
        assert_eq!(store.count(), 1);
    }
}
