---
code: E0382
---
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    pub parcels: Vec<String>,
    pub grams: u32,
}

impl Batch {
    fn add(&mut self, name: &str, grams: u32) {
        self.parcels.push(name.to_string());
        self.grams += grams;
    }

    pub fn is_empty(&self) -> bool {
        self.parcels.is_empty()
    }
}

/// Packs parcels in their order into batches for a delivery drone. A batch is
/// closed when the next parcel would exceed the limit; then a new one begins.
pub fn batches(parcels: &[(&str, u32)], limit: u32) -> Vec<Batch> {
    let mut closed = Vec::new();
    let mut open = Batch::default();
    for &(name, grams) in parcels {
        if !open.is_empty() && open.grams + grams > limit {
            closed.push(open);
        }
        open.add(name, grams);
    }
    if !open.is_empty() {
        closed.push(open);
    }
    closed
}

pub fn flights(parcels: &[(&str, u32)], limit: u32) -> usize {
    batches(parcels, limit).len()
}
==== fixed
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    pub parcels: Vec<String>,
    pub grams: u32,
}

impl Batch {
    fn add(&mut self, name: &str, grams: u32) {
        self.parcels.push(name.to_string());
        self.grams += grams;
    }

    pub fn is_empty(&self) -> bool {
        self.parcels.is_empty()
    }
}

/// Packs parcels in their order into batches for a delivery drone. A batch is
/// closed when the next parcel would exceed the limit; then a new one begins.
pub fn batches(parcels: &[(&str, u32)], limit: u32) -> Vec<Batch> {
    let mut closed = Vec::new();
    let mut open = Batch::default();
    for &(name, grams) in parcels {
        if !open.is_empty() && open.grams + grams > limit {
            closed.push(open);
            open = Batch::default();
        }
        open.add(name, grams);
    }
    if !open.is_empty() {
        closed.push(open);
    }
    closed
}

pub fn flights(parcels: &[(&str, u32)], limit: u32) -> usize {
    batches(parcels, limit).len()
}
==== tests
#[test]
fn batches_respect_the_limit() {
    let got = batches(&[("a", 300), ("b", 200), ("c", 100), ("d", 450), ("e", 50)], 500);
    let names: Vec<String> = got.iter().map(|b| b.parcels.join("")).collect();
    assert_eq!(names, ["ab", "c", "de"].map(String::from).to_vec());
    let grams: Vec<u32> = got.iter().map(|b| b.grams).collect();
    assert_eq!(grams, [500, 100, 500]);
}

#[test]
fn large_parcels_fly_alone() {
    assert_eq!(flights(&[("x", 900), ("y", 10), ("z", 900)], 500), 3);
    assert_eq!(flights(&[], 500), 0);
}
