---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    pub row: u8,
    pub letter: char,
}

fn parse_seat(text: &str) -> Option<Seat> {
    let letter = text.chars().last().filter(|c| ('A'..='F').contains(c))?;
    let row = text[..text.len() - 1].parse().ok()?;
    Some(Seat { row, letter })
}

/// One booking as in `12C:Rossi`.
fn parse_booking(entry: &str) -> Result<(Seat, String), String> {
    let (seat, name) = entry
        .split_once(':')
        .ok_or_else(|| format!("no colon in {entry}"))?;
    let seat = parse_seat(seat).ok_or_else(|| format!("no such seat {seat}"))?;
    Ok((seat, name.to_string()))
}

/// The seat map of a plane. A manifest with an unreadable entry is refused:
/// a passenger must never be missing from the map.
pub fn seat_map(manifest: &str) -> Result<BTreeMap<Seat, String>, String> {
    let bookings = manifest
        .split_whitespace()
        .map(parse_booking)
        .collect::<BTreeMap<Seat, String>>();
    Ok(bookings)
}

pub fn window_seats(manifest: &str) -> Result<Vec<String>, String> {
    let map = seat_map(manifest)?;
    Ok(map.into_iter().filter(|(s, _)| matches!(s.letter, 'A' | 'F')).map(|(_, n)| n).collect())
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    pub row: u8,
    pub letter: char,
}

fn parse_seat(text: &str) -> Option<Seat> {
    let letter = text.chars().last().filter(|c| ('A'..='F').contains(c))?;
    let row = text[..text.len() - 1].parse().ok()?;
    Some(Seat { row, letter })
}

/// One booking as in `12C:Rossi`.
fn parse_booking(entry: &str) -> Result<(Seat, String), String> {
    let (seat, name) = entry
        .split_once(':')
        .ok_or_else(|| format!("no colon in {entry}"))?;
    let seat = parse_seat(seat).ok_or_else(|| format!("no such seat {seat}"))?;
    Ok((seat, name.to_string()))
}

/// The seat map of a plane. A manifest with an unreadable entry is refused:
/// a passenger must never be missing from the map.
pub fn seat_map(manifest: &str) -> Result<BTreeMap<Seat, String>, String> {
    manifest
        .split_whitespace()
        .map(parse_booking)
        .collect::<Result<BTreeMap<Seat, String>, String>>()
}

pub fn window_seats(manifest: &str) -> Result<Vec<String>, String> {
    let map = seat_map(manifest)?;
    Ok(map.into_iter().filter(|(s, _)| matches!(s.letter, 'A' | 'F')).map(|(_, n)| n).collect())
}
==== tests
#[test]
fn map_is_sorted_by_seat() {
    let map = seat_map("12C:Rossi 3F:Okoye 12A:Lind").unwrap();
    let names: Vec<String> = map.into_values().collect();
    assert_eq!(names, ["Okoye", "Lind", "Rossi"]);
    assert_eq!(window_seats("12C:Rossi 3F:Okoye"), Ok(vec!["Okoye".to_string()]));
}

#[test]
fn unreadable_entries_refuse_the_manifest() {
    assert_eq!(seat_map("12C:Rossi 3G:Okoye"), Err("no such seat 3G".to_string()));
    assert_eq!(seat_map("12C-Rossi 3G:Okoye"), Err("no colon in 12C-Rossi".to_string()));
    assert!(window_seats("x:Y").is_err());
}
