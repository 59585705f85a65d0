---
code: E0515
---
use std::borrow::Cow;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Danger {
    None,
    Bites,
    Venomous,
}

#[derive(Debug)]
pub struct Cage {
    pub species: String,
    pub danger: Danger,
}

/// The text on the sign: the species alone where there is nothing to fear,
/// and a warning behind it otherwise.
pub fn sign(cage: &Cage) -> Cow<'_, str> {
    let warning = match cage.danger {
        Danger::None => return Cow::Borrowed(&cage.species),
        Danger::Bites => "bites!",
        Danger::Venomous => "venomous, do not touch!",
    };
    let text = format!("{} - {warning}", cage.species);
    Cow::Borrowed(&text)
}

/// Signs of a house, and how many of them carry a warning.
pub fn signs(cages: &[Cage]) -> (Vec<String>, usize) {
    let warnings = cages.iter().filter(|c| c.danger != Danger::None).count();
    (cages.iter().map(|c| sign(c).into_owned()).collect(), warnings)
}
==== fixed
use std::borrow::Cow;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Danger {
    None,
    Bites,
    Venomous,
}

#[derive(Debug)]
pub struct Cage {
    pub species: String,
    pub danger: Danger,
}

/// The text on the sign: the species alone where there is nothing to fear,
/// and a warning behind it otherwise.
pub fn sign(cage: &Cage) -> Cow<'_, str> {
    let warning = match cage.danger {
        Danger::None => return Cow::Borrowed(&cage.species),
        Danger::Bites => "bites!",
        Danger::Venomous => "venomous, do not touch!",
    };
    Cow::Owned(format!("{} - {warning}", cage.species))
}

/// Signs of a house, and how many of them carry a warning.
pub fn signs(cages: &[Cage]) -> (Vec<String>, usize) {
    let warnings = cages.iter().filter(|c| c.danger != Danger::None).count();
    (cages.iter().map(|c| sign(c).into_owned()).collect(), warnings)
}
==== tests
fn cage(species: &str, danger: Danger) -> Cage {
    Cage { species: species.into(), danger }
}
#[test]
fn plain_and_warning() {
    assert_eq!(&*sign(&cage("newt", Danger::None)), "newt");
    assert_eq!(&*sign(&cage("otter", Danger::Bites)), "otter - bites!");
}
#[test]
fn whole_house() {
    let (texts, warnings) = signs(&[cage("asp", Danger::Venomous), cage("newt", Danger::None)]);
    assert_eq!(texts, ["asp - venomous, do not touch!", "newt"]);
    assert_eq!(warnings, 1);
}
