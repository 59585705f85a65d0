---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wind {
    Calm,
    Breeze(u32),
    Storm(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    pub number: usize,
    pub text: String,
}

fn wind(kmh: u32) -> Wind {
    match kmh {
        0..=5 => Wind::Calm,
        6..=74 => Wind::Breeze(kmh),
        _ => Wind::Storm(kmh),
    }
}

fn parse_line(number: usize, line: &str) -> Result<(String, Wind), BadLine> {
    let bad = || BadLine { number, text: line.to_string() };
    let (place, speed) = line.rsplit_once(' ').ok_or_else(bad)?;
    let kmh = speed.parse::<u32>().map_err(|_| bad())?;
    Ok((place.to_string(), wind(kmh)))
}

/// One `place speed` per line; a bad line is reported, and nothing is returned but it.
pub fn wind_map(text: &str) -> Result<BTreeMap<String, Wind>, BadLine> {
    let map = text
        .lines()
        .enumerate()
        .map(|(i, line)| parse_line(i + 1, line))
        .collect::<BTreeMap<String, Wind>>();
    Ok(map)
}

pub fn storms(text: &str) -> Result<Vec<String>, BadLine> {
    let map = wind_map(text)?;
    Ok(map
        .into_iter()
        .filter(|(_, w)| matches!(w, Wind::Storm(_)))
        .map(|(place, _)| place)
        .collect())
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wind {
    Calm,
    Breeze(u32),
    Storm(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    pub number: usize,
    pub text: String,
}

fn wind(kmh: u32) -> Wind {
    match kmh {
        0..=5 => Wind::Calm,
        6..=74 => Wind::Breeze(kmh),
        _ => Wind::Storm(kmh),
    }
}

fn parse_line(number: usize, line: &str) -> Result<(String, Wind), BadLine> {
    let bad = || BadLine { number, text: line.to_string() };
    let (place, speed) = line.rsplit_once(' ').ok_or_else(bad)?;
    let kmh = speed.parse::<u32>().map_err(|_| bad())?;
    Ok((place.to_string(), wind(kmh)))
}

/// One `place speed` per line; a bad line is reported, and nothing is returned but it.
pub fn wind_map(text: &str) -> Result<BTreeMap<String, Wind>, BadLine> {
    let map = text
        .lines()
        .enumerate()
        .map(|(i, line)| parse_line(i + 1, line))
        .collect::<Result<BTreeMap<String, Wind>, BadLine>>()?;
    Ok(map)
}

pub fn storms(text: &str) -> Result<Vec<String>, BadLine> {
    let map = wind_map(text)?;
    Ok(map
        .into_iter()
        .filter(|(_, w)| matches!(w, Wind::Storm(_)))
        .map(|(place, _)| place)
        .collect())
}
==== tests
#[test]
fn reads_the_map() {
    let m = wind_map("Cape Horn 120\nKiel 30\nUlm 2").unwrap();
    assert_eq!(m["Cape Horn"], Wind::Storm(120));
    assert_eq!(m["Kiel"], Wind::Breeze(30));
    assert_eq!(storms("Cape Horn 120\nKiel 30\nBrest 75"), Ok(vec!["Brest".into(), "Cape Horn".into()]));
}

#[test]
fn first_bad_line() {
    assert_eq!(wind_map("Kiel 30\nUlm fast\nX"), Err(BadLine { number: 2, text: "Ulm fast".into() }));
    assert_eq!(storms("Ulm"), Err(BadLine { number: 1, text: "Ulm".into() }));
}
