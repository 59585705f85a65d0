---
code: E0277
---
#[derive(Debug, PartialEq)]
pub enum SheetError {
    Missing(&'static str),
    Invalid { field: &'static str, text: String },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Vehicle {
    pub power_kw: u32,
    pub age: u32,
}

fn field(sheet: &str, name: &'static str) -> Result<u32, SheetError> {
    let text = sheet
        .split(';')
        .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
        .ok_or(SheetError::Missing(name))?;
    text.parse().map_err(|_| SheetError::Invalid {
        field: name,
        text: text.to_string(),
    })
}

/// Reads a sheet like `kw=75; age=3`.
pub fn read_vehicle(sheet: &str) -> Vehicle {
    Vehicle {
        power_kw: field(sheet, "kw")?,
        age: field(sheet, "age")?,
    }
}

/// Says what a motor policy costs, or what is wrong with the sheet.
pub fn premium(sheet: &str) -> Result<u32, SheetError> {
    let vehicle = read_vehicle(sheet);
    let surcharge = if vehicle.age > 10 { 60 } else { 0 };
    Ok(vehicle.power_kw * 4 + surcharge)
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum SheetError {
    Missing(&'static str),
    Invalid { field: &'static str, text: String },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Vehicle {
    pub power_kw: u32,
    pub age: u32,
}

fn field(sheet: &str, name: &'static str) -> Result<u32, SheetError> {
    let text = sheet
        .split(';')
        .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
        .ok_or(SheetError::Missing(name))?;
    text.parse().map_err(|_| SheetError::Invalid {
        field: name,
        text: text.to_string(),
    })
}

/// Reads a sheet like `kw=75; age=3`.
pub fn read_vehicle(sheet: &str) -> Result<Vehicle, SheetError> {
    Ok(Vehicle {
        power_kw: field(sheet, "kw")?,
        age: field(sheet, "age")?,
    })
}

/// Says what a motor policy costs, or what is wrong with the sheet.
pub fn premium(sheet: &str) -> Result<u32, SheetError> {
    let vehicle = read_vehicle(sheet)?;
    let surcharge = if vehicle.age > 10 { 60 } else { 0 };
    Ok(vehicle.power_kw * 4 + surcharge)
}
==== tests
#[test]
fn premium_of_a_good_sheet() {
    assert_eq!(premium("kw=75; age=3"), Ok(300));
    assert_eq!(premium("age=11;kw=50"), Ok(260));
}

#[test]
fn faults_are_reported() {
    assert_eq!(premium("kw=75"), Err(SheetError::Missing("age")));
    assert_eq!(premium("age=old"), Err(SheetError::Missing("kw")));
    assert_eq!(
        premium("kw=5;age=old"),
        Err(SheetError::Invalid { field: "age", text: "old".into() })
    );
}
