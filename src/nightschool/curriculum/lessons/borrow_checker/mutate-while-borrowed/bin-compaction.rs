---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    pub label: String,
    pub pieces: u32,
}

pub struct Rack {
    bins: Vec<Bin>,
    history: Vec<String>,
}

impl Rack {
    pub fn new(bins: &[(&str, u32)]) -> Self {
        Rack {
            bins: bins
                .iter()
                .map(|(label, pieces)| Bin { label: label.to_string(), pieces: *pieces })
                .collect(),
            history: Vec::new(),
        }
    }

    /// Tips the contents of the last bin into the first one and drops the last bin.
    /// With fewer than two bins nothing happens.
    pub fn merge_last(&mut self) -> Option<u32> {
        if self.bins.len() < 2 {
            return None;
        }
        let first = &self.bins[0];
        let last = self.bins.pop()?;
        let sum = first.pieces + last.pieces;
        self.history.push(format!("{} into {}: {}", last.label, first.label, sum));
        self.bins[0].pieces = sum;
        Some(sum)
    }

    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    pub fn history(&self) -> &[String] {
        &self.history
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    pub label: String,
    pub pieces: u32,
}

pub struct Rack {
    bins: Vec<Bin>,
    history: Vec<String>,
}

impl Rack {
    pub fn new(bins: &[(&str, u32)]) -> Self {
        Rack {
            bins: bins
                .iter()
                .map(|(label, pieces)| Bin { label: label.to_string(), pieces: *pieces })
                .collect(),
            history: Vec::new(),
        }
    }

    /// Tips the contents of the last bin into the first one and drops the last bin.
    /// With fewer than two bins nothing happens.
    pub fn merge_last(&mut self) -> Option<u32> {
        if self.bins.len() < 2 {
            return None;
        }
        let last = self.bins.pop()?;
        let first = &self.bins[0];
        let sum = first.pieces + last.pieces;
        self.history.push(format!("{} into {}: {}", last.label, first.label, sum));
        self.bins[0].pieces = sum;
        Some(sum)
    }

    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    pub fn history(&self) -> &[String] {
        &self.history
    }
}
==== tests
#[test]
fn merges_last_into_first() {
    let mut r = Rack::new(&[("a", 4), ("b", 3), ("c", 9)]);
    assert_eq!(r.merge_last(), Some(13));
    assert_eq!(r.bins(), [Bin { label: "a".into(), pieces: 13 }, Bin { label: "b".into(), pieces: 3 }]);
    assert_eq!(r.merge_last(), Some(16));
    assert_eq!(r.history(), ["c into a: 13", "b into a: 16"]);
}

#[test]
fn single_bin_stays() {
    let mut r = Rack::new(&[("a", 4)]);
    assert_eq!(r.merge_last(), None);
    assert_eq!(r.bins().len(), 1);
    assert!(r.history().is_empty());
}
