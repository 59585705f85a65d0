---
code: E0277
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum AxleError {
    Garbled(String),
    Overload(u32),
}

impl fmt::Display for AxleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AxleError::Garbled(s) => write!(f, "cannot read axle load {s:?}"),
            AxleError::Overload(kg) => write!(f, "axle load of {kg} kg is too high"),
        }
    }
}

pub const MAX_AXLE_KG: u32 = 22_500;

fn parse_axle(cell: &str) -> Result<u32, AxleError> {
    let kg: u32 = cell
        .trim()
        .parse()
        .map_err(|_| AxleError::Garbled(cell.trim().to_string()))?;
    if kg > MAX_AXLE_KG {
        return Err(AxleError::Overload(kg));
    }
    Ok(kg)
}

/// Reads the weighbridge line of one wagon. The first bad axle fails the whole wagon.
pub fn wagon_axles(line: &str) -> Result<Vec<u32>, AxleError> {
    let axles: Vec<u32> = line.split(';').map(parse_axle).collect();
    Ok(axles)
}

/// Gross weight of the wagon in kilograms.
pub fn gross_weight(line: &str) -> Result<u32, AxleError> {
    Ok(wagon_axles(line)?.iter().sum())
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum AxleError {
    Garbled(String),
    Overload(u32),
}

impl fmt::Display for AxleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AxleError::Garbled(s) => write!(f, "cannot read axle load {s:?}"),
            AxleError::Overload(kg) => write!(f, "axle load of {kg} kg is too high"),
        }
    }
}

pub const MAX_AXLE_KG: u32 = 22_500;

fn parse_axle(cell: &str) -> Result<u32, AxleError> {
    let kg: u32 = cell
        .trim()
        .parse()
        .map_err(|_| AxleError::Garbled(cell.trim().to_string()))?;
    if kg > MAX_AXLE_KG {
        return Err(AxleError::Overload(kg));
    }
    Ok(kg)
}

/// Reads the weighbridge line of one wagon. The first bad axle fails the whole wagon.
pub fn wagon_axles(line: &str) -> Result<Vec<u32>, AxleError> {
    let axles: Vec<u32> = line.split(';').map(parse_axle).collect::<Result<_, _>>()?;
    Ok(axles)
}

/// Gross weight of the wagon in kilograms.
pub fn gross_weight(line: &str) -> Result<u32, AxleError> {
    Ok(wagon_axles(line)?.iter().sum())
}
==== tests
#[test]
fn reads_all_axles_in_order() {
    assert_eq!(wagon_axles("18000; 17500;19000"), Ok(vec![18000, 17500, 19000]));
    assert_eq!(gross_weight("18000; 17500"), Ok(35500));
}

#[test]
fn first_bad_axle_is_reported() {
    assert_eq!(wagon_axles("100;x7;99999"), Err(AxleError::Garbled("x7".to_string())));
    assert_eq!(wagon_axles("100;99999;x7"), Err(AxleError::Overload(99999)));
}
