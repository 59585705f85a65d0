---
code: E0308
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Tree {
    pub kind: String,
    /// A plate with the year of planting, where there is one.
    pub plate: Option<String>,
    pub girth_cm: u32,
}

fn plate_year(plate: &str) -> Result<u32, ParseIntError> {
    plate.trim().trim_start_matches("planted ").parse()
}

/// The year a tree was planted: read from its plate, and estimated from its girth
/// (a year for every two centimetres) when it has none.
pub fn planted(tree: &Tree, this_year: u32) -> Result<u32, ParseIntError> {
    if let Some(plate) = &tree.plate {
        plate_year(plate)
    } else {
        this_year - tree.girth_cm / 2
    }
}

/// The oldest year in the garden.
pub fn oldest(trees: &[Tree], this_year: u32) -> Result<Option<u32>, ParseIntError> {
    let years = trees
        .iter()
        .map(|tree| planted(tree, this_year))
        .collect::<Result<Vec<u32>, _>>()?;
    Ok(years.into_iter().min())
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Tree {
    pub kind: String,
    /// A plate with the year of planting, where there is one.
    pub plate: Option<String>,
    pub girth_cm: u32,
}

fn plate_year(plate: &str) -> Result<u32, ParseIntError> {
    plate.trim().trim_start_matches("planted ").parse()
}

/// The year a tree was planted: read from its plate, and estimated from its girth
/// (a year for every two centimetres) when it has none.
pub fn planted(tree: &Tree, this_year: u32) -> Result<u32, ParseIntError> {
    if let Some(plate) = &tree.plate {
        plate_year(plate)
    } else {
        Ok(this_year - tree.girth_cm / 2)
    }
}

/// The oldest year in the garden.
pub fn oldest(trees: &[Tree], this_year: u32) -> Result<Option<u32>, ParseIntError> {
    let years = trees
        .iter()
        .map(|tree| planted(tree, this_year))
        .collect::<Result<Vec<u32>, _>>()?;
    Ok(years.into_iter().min())
}
==== tests
fn tree(plate: Option<&str>, girth_cm: u32) -> Tree {
    Tree { kind: "oak".into(), plate: plate.map(str::to_string), girth_cm }
}
#[test]
fn plate_or_girth() {
    assert_eq!(planted(&tree(Some("planted 1893"), 10), 2020), Ok(1893));
    assert_eq!(planted(&tree(None, 101), 2020), Ok(1970));
}
#[test]
fn oldest_year() {
    assert_eq!(oldest(&[tree(None, 100), tree(Some("1950"), 1)], 2020), Ok(Some(1950)));
    assert_eq!(oldest(&[], 2020), Ok(None));
    assert!(oldest(&[tree(None, 100), tree(Some("MCM"), 1)], 2020).is_err());
}
