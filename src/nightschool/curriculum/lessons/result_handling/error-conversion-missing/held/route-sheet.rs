---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct AddressError {
    pub reason: String,
}

/// What the depot sees when a delivery sheet cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetError {
    /// Counted from 1.
    pub line: usize,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    pub street: String,
    pub number: u32,
}

pub fn parse_address(text: &str) -> Result<Address, AddressError> {
    let fail = |reason: &str| AddressError { reason: reason.to_string() };
    let (street, number) = text.rsplit_once(' ').ok_or_else(|| fail("no house number"))?;
    let number = number.parse().map_err(|_| fail("bad house number"))?;
    Ok(Address { street: street.trim().to_string(), number })
}

/// The addresses of a sheet, one on each line; empty lines are allowed.
pub fn parse_sheet(sheet: &str) -> Result<Vec<Address>, SheetError> {
    let mut addresses = Vec::new();
    for (index, text) in sheet.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        addresses.push(parse_address(text)?);
    }
    Ok(addresses)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct AddressError {
    pub reason: String,
}

/// What the depot sees when a delivery sheet cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetError {
    /// Counted from 1.
    pub line: usize,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    pub street: String,
    pub number: u32,
}

pub fn parse_address(text: &str) -> Result<Address, AddressError> {
    let fail = |reason: &str| AddressError { reason: reason.to_string() };
    let (street, number) = text.rsplit_once(' ').ok_or_else(|| fail("no house number"))?;
    let number = number.parse().map_err(|_| fail("bad house number"))?;
    Ok(Address { street: street.trim().to_string(), number })
}

/// The addresses of a sheet, one on each line; empty lines are allowed.
pub fn parse_sheet(sheet: &str) -> Result<Vec<Address>, SheetError> {
    let mut addresses = Vec::new();
    for (index, text) in sheet.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let address = parse_address(text)
            .map_err(|error| SheetError { line: index + 1, reason: error.reason })?;
        addresses.push(address);
    }
    Ok(addresses)
}
==== tests
#[test]
fn reads_sheet() {
    let list = parse_sheet("Elm Street 4\n\nDorf 12").unwrap();
    assert_eq!(list[0], Address { street: "Elm Street".into(), number: 4 });
    assert_eq!(list.len(), 2);
}
#[test]
fn names_line_and_reason() {
    assert_eq!(parse_sheet("Elm Street 4\n\nDorf x"), Err(SheetError { line: 3, reason: "bad house number".into() }));
    assert_eq!(parse_sheet("Dorf"), Err(SheetError { line: 1, reason: "no house number".into() }));
}
