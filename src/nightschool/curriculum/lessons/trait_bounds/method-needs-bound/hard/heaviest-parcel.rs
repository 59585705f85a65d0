---
code: E0599
---
//! Parcels and the vans that carry them.

/// Things that cost postage.
pub trait Priced {
    /// The postage in cents.
    fn total(&self) -> u32;
}

/// Things that weigh on a van.
pub trait Loaded {
    /// The weight in grams, packaging included.
    fn total(&self) -> u32;
}

pub struct Parcel {
    pub to: String,
    pub grams: u32,
    pub express: bool,
}

impl Priced for Parcel {
    fn total(&self) -> u32 {
        if self.express { 900 } else { 400 }
    }
}

impl Loaded for Parcel {
    fn total(&self) -> u32 {
        self.grams + 50
    }
}

/// Splits the goods into those a van with `capacity` grams left can still
/// take, in order, and those that must wait for the next van.
pub fn load_van<T>(goods: Vec<T>, capacity: u32) -> (Vec<T>, Vec<T>) {
    let mut left = capacity;
    let (mut taken, mut waiting) = (Vec::new(), Vec::new());
    for item in goods {
        if item.total() <= left {
            left -= item.total();
            taken.push(item);
        } else {
            waiting.push(item);
        }
    }
    (taken, waiting)
}
==== fixed
//! Parcels and the vans that carry them.

/// Things that cost postage.
pub trait Priced {
    /// The postage in cents.
    fn total(&self) -> u32;
}

/// Things that weigh on a van.
pub trait Loaded {
    /// The weight in grams, packaging included.
    fn total(&self) -> u32;
}

pub struct Parcel {
    pub to: String,
    pub grams: u32,
    pub express: bool,
}

impl Priced for Parcel {
    fn total(&self) -> u32 {
        if self.express { 900 } else { 400 }
    }
}

impl Loaded for Parcel {
    fn total(&self) -> u32 {
        self.grams + 50
    }
}

/// Splits the goods into those a van with `capacity` grams left can still
/// take, in order, and those that must wait for the next van.
pub fn load_van<T: Loaded>(goods: Vec<T>, capacity: u32) -> (Vec<T>, Vec<T>) {
    let mut left = capacity;
    let (mut taken, mut waiting) = (Vec::new(), Vec::new());
    for item in goods {
        if item.total() <= left {
            left -= item.total();
            taken.push(item);
        } else {
            waiting.push(item);
        }
    }
    (taken, waiting)
}
==== tests
fn parcel(to: &str, grams: u32, express: bool) -> Parcel {
    Parcel { to: to.to_string(), grams, express }
}

fn names(parcels: &[Parcel]) -> Vec<&str> {
    parcels.iter().map(|p| p.to.as_str()).collect()
}

#[test]
fn the_van_fills_up_by_weight() {
    let goods = vec![parcel("oslo", 700, false), parcel("bern", 300, true), parcel("rome", 150, true)];
    let (taken, waiting) = load_van(goods, 1000);
    assert_eq!(names(&taken), ["oslo", "rome"]);
    assert_eq!(names(&waiting), ["bern"]);
}

#[test]
fn express_postage_does_not_weigh() {
    let (taken, waiting) = load_van(vec![parcel("kiel", 50, true)], 100);
    assert_eq!(names(&taken), ["kiel"]);
    assert!(waiting.is_empty());
}
