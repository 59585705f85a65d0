---
code: E0373
---
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub id: u32,
    pub postcode: String,
    pub grams: u32,
}

/// A delivery round takes the parcels of a postcode area up to a weight.
#[derive(Debug, Clone)]
pub struct Round {
    pub area: String,
    pub max_grams: u32,
}

impl Round {
    pub fn new(area: &str, max_grams: u32) -> Self {
        Round { area: area.to_string(), max_grams }
    }
}

fn within(round: &Round) -> impl Fn(&Parcel) -> bool {
    let area = round.area.trim_end_matches('*').to_string();
    let limit = round.max_grams;
    |parcel| parcel.postcode.starts_with(&area) && parcel.grams <= limit
}

/// Splits the parcels into those of the round and the rest, both in the order given.
pub fn sort_for(round: &Round, parcels: Vec<Parcel>) -> (Vec<Parcel>, Vec<Parcel>) {
    parcels.into_iter().partition(within(round))
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub id: u32,
    pub postcode: String,
    pub grams: u32,
}

/// A delivery round takes the parcels of a postcode area up to a weight.
#[derive(Debug, Clone)]
pub struct Round {
    pub area: String,
    pub max_grams: u32,
}

impl Round {
    pub fn new(area: &str, max_grams: u32) -> Self {
        Round { area: area.to_string(), max_grams }
    }
}

fn within(round: &Round) -> impl Fn(&Parcel) -> bool {
    let area = round.area.trim_end_matches('*').to_string();
    let limit = round.max_grams;
    move |parcel| parcel.postcode.starts_with(&area) && parcel.grams <= limit
}

/// Splits the parcels into those of the round and the rest, both in the order given.
pub fn sort_for(round: &Round, parcels: Vec<Parcel>) -> (Vec<Parcel>, Vec<Parcel>) {
    parcels.into_iter().partition(within(round))
}
==== tests
fn parcel(id: u32, postcode: &str, grams: u32) -> Parcel {
    Parcel { id, postcode: postcode.into(), grams }
}
#[test]
fn partitions() {
    let parcels = vec![parcel(1, "8004", 900), parcel(2, "3000", 10), parcel(3, "8001", 5000), parcel(4, "8050", 1000)];
    let (mine, rest) = sort_for(&Round::new("80*", 1000), parcels);
    assert_eq!(mine.iter().map(|p| p.id).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(rest.iter().map(|p| p.id).collect::<Vec<_>>(), [2, 3]);
}
#[test]
fn exact_area() {
    let (mine, rest) = sort_for(&Round::new("3000", 10), vec![parcel(2, "3000", 10), parcel(5, "3001", 1)]);
    assert_eq!((mine.len(), rest.len()), (1, 1));
}
