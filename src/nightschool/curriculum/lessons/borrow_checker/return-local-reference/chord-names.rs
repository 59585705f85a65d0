---
code: E0515
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quality {
    Major,
    Minor,
    Diminished,
}

pub struct ChordBook {
    suffixes: HashMap<Quality, &'static str>,
    flats: bool,
}

const SHARPS: [&str; 12] = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const FLATS: [&str; 12] = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];

impl ChordBook {
    pub fn new(flats: bool) -> Self {
        let suffixes = HashMap::from([
            (Quality::Major, ""),
            (Quality::Minor, "m"),
            (Quality::Diminished, "dim"),
        ]);
        ChordBook { suffixes, flats }
    }

    fn root(&self, pitch: usize) -> &'static str {
        if self.flats {
            FLATS[pitch % 12]
        } else {
            SHARPS[pitch % 12]
        }
    }

    /// The chord's symbol, such as `Bbm`.
    pub fn symbol(&self, pitch: usize, quality: Quality) -> &str {
        let mut symbol = self.root(pitch).to_string();
        symbol.push_str(self.suffixes[&quality]);
        &symbol
    }

    pub fn progression(&self, chords: &[(usize, Quality)]) -> String {
        let mut line = String::new();
        for &(pitch, quality) in chords {
            if !line.is_empty() {
                line.push_str(" | ");
            }
            line.push_str(self.symbol(pitch, quality));
        }
        line
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quality {
    Major,
    Minor,
    Diminished,
}

pub struct ChordBook {
    suffixes: HashMap<Quality, &'static str>,
    flats: bool,
}

const SHARPS: [&str; 12] = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const FLATS: [&str; 12] = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];

impl ChordBook {
    pub fn new(flats: bool) -> Self {
        let suffixes = HashMap::from([
            (Quality::Major, ""),
            (Quality::Minor, "m"),
            (Quality::Diminished, "dim"),
        ]);
        ChordBook { suffixes, flats }
    }

    fn root(&self, pitch: usize) -> &'static str {
        if self.flats {
            FLATS[pitch % 12]
        } else {
            SHARPS[pitch % 12]
        }
    }

    /// The chord's symbol, such as `Bbm`.
    pub fn symbol(&self, pitch: usize, quality: Quality) -> String {
        let mut symbol = self.root(pitch).to_string();
        symbol.push_str(self.suffixes[&quality]);
        symbol
    }

    pub fn progression(&self, chords: &[(usize, Quality)]) -> String {
        let mut line = String::new();
        for &(pitch, quality) in chords {
            if !line.is_empty() {
                line.push_str(" | ");
            }
            line.push_str(&self.symbol(pitch, quality));
        }
        line
    }
}
==== tests
#[test]
fn sharps_and_flats() {
    let chords = [(10, Quality::Minor), (3, Quality::Major), (11, Quality::Diminished)];
    assert_eq!(ChordBook::new(true).progression(&chords), "Bbm | Eb | Bdim");
    assert_eq!(ChordBook::new(false).progression(&chords), "A#m | D# | Bdim");
}

#[test]
fn wraps_at_the_octave() {
    assert_eq!(ChordBook::new(false).progression(&[(12, Quality::Major)]), "C");
    assert_eq!(ChordBook::new(false).progression(&[]), "");
}

#[test]
fn one_symbol() {
    assert_eq!(ChordBook::new(true).symbol(1, Quality::Minor).to_string(), "Dbm");
}
