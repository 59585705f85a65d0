---
code: E0053
---
//! Land parcels in square centimetres; large ones go beyond 32 bits.

pub trait Parcel {
    fn area(&self) -> u64;
    fn owner(&self) -> &str;
}

pub struct Lot {
    pub owner: String,
    pub width: u32,
    pub depth: u32,
}

pub struct Strip {
    pub owner: String,
    pub pieces: Vec<u32>,
}

impl Parcel for Lot {
    fn area(&self) -> u32 {
        self.width * self.depth
    }

    fn owner(&self) -> &str {
        &self.owner
    }
}

impl Parcel for Strip {
    fn area(&self) -> u32 {
        self.pieces.iter().sum()
    }

    fn owner(&self) -> &str {
        &self.owner
    }
}

pub fn owned_by(parcels: &[Box<dyn Parcel>], owner: &str) -> u64 {
    parcels
        .iter()
        .filter(|parcel| parcel.owner() == owner)
        .map(|parcel| parcel.area())
        .sum()
}
==== fixed
//! Land parcels in square centimetres; large ones go beyond 32 bits.

pub trait Parcel {
    fn area(&self) -> u64;
    fn owner(&self) -> &str;
}

pub struct Lot {
    pub owner: String,
    pub width: u32,
    pub depth: u32,
}

pub struct Strip {
    pub owner: String,
    pub pieces: Vec<u32>,
}

impl Parcel for Lot {
    fn area(&self) -> u64 {
        u64::from(self.width) * u64::from(self.depth)
    }

    fn owner(&self) -> &str {
        &self.owner
    }
}

impl Parcel for Strip {
    fn area(&self) -> u64 {
        self.pieces.iter().map(|&piece| u64::from(piece)).sum()
    }

    fn owner(&self) -> &str {
        &self.owner
    }
}

pub fn owned_by(parcels: &[Box<dyn Parcel>], owner: &str) -> u64 {
    parcels
        .iter()
        .filter(|parcel| parcel.owner() == owner)
        .map(|parcel| parcel.area())
        .sum()
}
==== tests
fn lot(owner: &str, width: u32, depth: u32) -> Box<dyn Parcel> {
    Box::new(Lot { owner: owner.to_string(), width, depth })
}

fn strip(owner: &str, pieces: &[u32]) -> Box<dyn Parcel> {
    Box::new(Strip { owner: owner.to_string(), pieces: pieces.to_vec() })
}

#[test]
fn small_parcels() {
    let parcels = [lot("ann", 30, 20), lot("bo", 5, 5), strip("ann", &[7, 8])];
    assert_eq!(owned_by(&parcels, "ann"), 615);
}

#[test]
fn large_parcels_do_not_overflow() {
    let parcels = [lot("ann", 100_000, 100_000), strip("ann", &[4_000_000_000, 4_000_000_000])];
    assert_eq!(owned_by(&parcels, "ann"), 18_000_000_000);
}
