---
code: E0277
---
use std::num::ParseFloatError;

#[derive(Debug, PartialEq)]
pub enum LabelError {
    MissingField(&'static str),
    BadWeight(ParseFloatError),
}

#[derive(Debug, PartialEq)]
pub struct Label {
    pub receiver: String,
    pub postcode: String,
    pub kilos: f64,
}

fn field<'a>(parts: &mut impl Iterator<Item = &'a str>, name: &'static str) -> Result<&'a str, LabelError> {
    match parts.next() {
        Some(text) if !text.trim().is_empty() => Ok(text.trim()),
        _ => Err(LabelError::MissingField(name)),
    }
}

/// Reads `receiver;postcode;kilos`.
pub fn parse_label(line: &str) -> Result<Label, LabelError> {
    let mut parts = line.split(';');
    let receiver = field(&mut parts, "receiver")?.to_string();
    let postcode = field(&mut parts, "postcode")?.to_string();
    let kilos = field(&mut parts, "kilos")?.parse::<f64>()?;
    Ok(Label { receiver, postcode, kilos })
}
==== fixed
use std::num::ParseFloatError;

#[derive(Debug, PartialEq)]
pub enum LabelError {
    MissingField(&'static str),
    BadWeight(ParseFloatError),
}

#[derive(Debug, PartialEq)]
pub struct Label {
    pub receiver: String,
    pub postcode: String,
    pub kilos: f64,
}

fn field<'a>(parts: &mut impl Iterator<Item = &'a str>, name: &'static str) -> Result<&'a str, LabelError> {
    match parts.next() {
        Some(text) if !text.trim().is_empty() => Ok(text.trim()),
        _ => Err(LabelError::MissingField(name)),
    }
}

/// Reads `receiver;postcode;kilos`.
pub fn parse_label(line: &str) -> Result<Label, LabelError> {
    let mut parts = line.split(';');
    let receiver = field(&mut parts, "receiver")?.to_string();
    let postcode = field(&mut parts, "postcode")?.to_string();
    let kilos = field(&mut parts, "kilos")?.parse::<f64>().map_err(LabelError::BadWeight)?;
    Ok(Label { receiver, postcode, kilos })
}
==== tests
#[test]
fn reads() {
    let label = parse_label("Moe; 8001 ;2.5").unwrap();
    assert_eq!(label, Label { receiver: "Moe".into(), postcode: "8001".into(), kilos: 2.5 });
}
#[test]
fn bad_weight_is_kept() {
    assert_eq!(parse_label("Moe;8001;two"), Err(LabelError::BadWeight("two".parse::<f64>().unwrap_err())));
}
#[test]
fn missing() {
    assert_eq!(parse_label("Moe;;1"), Err(LabelError::MissingField("postcode")));
    assert_eq!(parse_label("Moe;8001"), Err(LabelError::MissingField("kilos")));
}
