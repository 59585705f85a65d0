---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Soil {
    Dry,
    Moist,
    Wet,
}

#[derive(Debug, PartialEq)]
pub struct SensorError(pub String);

/// The sensor sends `dry`, `moist` or `wet`.
pub fn read_soil(signal: &str) -> Result<Soil, SensorError> {
    match signal {
        "dry" => Ok(Soil::Dry),
        "moist" => Ok(Soil::Moist),
        "wet" => Ok(Soil::Wet),
        other => Err(SensorError(format!("unknown signal {other:?}"))),
    }
}

/// Litres for a bed of `square_metres`: ten per square metre on dry soil, four on moist
/// soil, and none when it is wet.
pub fn litres(signal: &str, square_metres: u32) -> Result<u32, SensorError> {
    let per_metre = match read_soil(signal) {
        Ok(Soil::Dry) => 10,
        Ok(Soil::Moist) => 4,
        Ok(Soil::Wet) => 0,
        Err(error) => Err(error),
    };
    Ok(per_metre * square_metres)
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Soil {
    Dry,
    Moist,
    Wet,
}

#[derive(Debug, PartialEq)]
pub struct SensorError(pub String);

/// The sensor sends `dry`, `moist` or `wet`.
pub fn read_soil(signal: &str) -> Result<Soil, SensorError> {
    match signal {
        "dry" => Ok(Soil::Dry),
        "moist" => Ok(Soil::Moist),
        "wet" => Ok(Soil::Wet),
        other => Err(SensorError(format!("unknown signal {other:?}"))),
    }
}

/// Litres for a bed of `square_metres`: ten per square metre on dry soil, four on moist
/// soil, and none when it is wet.
pub fn litres(signal: &str, square_metres: u32) -> Result<u32, SensorError> {
    let per_metre = match read_soil(signal) {
        Ok(Soil::Dry) => 10,
        Ok(Soil::Moist) => 4,
        Ok(Soil::Wet) => 0,
        Err(error) => return Err(error),
    };
    Ok(per_metre * square_metres)
}
==== tests
#[test]
fn by_soil() {
    assert_eq!(litres("dry", 3), Ok(30));
    assert_eq!(litres("moist", 3), Ok(12));
    assert_eq!(litres("wet", 3), Ok(0));
}
#[test]
fn sensor_error_passes_through() {
    assert_eq!(litres("fog", 3), Err(SensorError("unknown signal \"fog\"".to_string())));
}
