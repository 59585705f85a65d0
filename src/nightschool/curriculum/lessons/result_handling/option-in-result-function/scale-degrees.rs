---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum ScaleError {
    UnknownMode(String),
    NoSuchDegree { mode: String, degree: usize },
}

pub struct Modes {
    steps: HashMap<String, Vec<u8>>,
}

impl Modes {
    pub fn standard() -> Self {
        let mut steps = HashMap::new();
        steps.insert("major".to_string(), vec![0, 2, 4, 5, 7, 9, 11]);
        steps.insert("minor".to_string(), vec![0, 2, 3, 5, 7, 8, 10]);
        steps.insert("pentatonic".to_string(), vec![0, 2, 4, 7, 9]);
        Modes { steps }
    }

    /// Semitones above the tonic of the given degree; degrees count from 1.
    pub fn semitones(&self, mode: &str, degree: usize) -> Result<u8, ScaleError> {
        let steps = self
            .steps
            .get(mode)?;
        let missing = ScaleError::NoSuchDegree {
            mode: mode.to_string(),
            degree,
        };
        if degree == 0 {
            return Err(missing);
        }
        steps.get(degree - 1).copied().ok_or(missing)
    }

    pub fn melody(&self, mode: &str, degrees: &[usize]) -> Result<Vec<u8>, ScaleError> {
        degrees.iter().map(|&d| self.semitones(mode, d)).collect()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum ScaleError {
    UnknownMode(String),
    NoSuchDegree { mode: String, degree: usize },
}

pub struct Modes {
    steps: HashMap<String, Vec<u8>>,
}

impl Modes {
    pub fn standard() -> Self {
        let mut steps = HashMap::new();
        steps.insert("major".to_string(), vec![0, 2, 4, 5, 7, 9, 11]);
        steps.insert("minor".to_string(), vec![0, 2, 3, 5, 7, 8, 10]);
        steps.insert("pentatonic".to_string(), vec![0, 2, 4, 7, 9]);
        Modes { steps }
    }

    /// Semitones above the tonic of the given degree; degrees count from 1.
    pub fn semitones(&self, mode: &str, degree: usize) -> Result<u8, ScaleError> {
        let steps = self
            .steps
            .get(mode)
            .ok_or_else(|| ScaleError::UnknownMode(mode.to_string()))?;
        let missing = ScaleError::NoSuchDegree {
            mode: mode.to_string(),
            degree,
        };
        if degree == 0 {
            return Err(missing);
        }
        steps.get(degree - 1).copied().ok_or(missing)
    }

    pub fn melody(&self, mode: &str, degrees: &[usize]) -> Result<Vec<u8>, ScaleError> {
        degrees.iter().map(|&d| self.semitones(mode, d)).collect()
    }
}
==== tests
#[test]
fn melodies() {
    let modes = Modes::standard();
    assert_eq!(modes.melody("minor", &[1, 3, 5]), Ok(vec![0, 3, 7]));
    assert_eq!(modes.melody("pentatonic", &[5, 4]), Ok(vec![9, 7]));
}

#[test]
fn unknown_mode_is_named() {
    let modes = Modes::standard();
    assert_eq!(modes.semitones("dorian", 1), Err(ScaleError::UnknownMode("dorian".to_string())));
    assert_eq!(modes.semitones("dorian", 0), Err(ScaleError::UnknownMode("dorian".to_string())));
}

#[test]
fn missing_degree() {
    let missing = |degree| Err(ScaleError::NoSuchDegree { mode: "pentatonic".to_string(), degree });
    let modes = Modes::standard();
    assert_eq!(modes.semitones("pentatonic", 6), missing(6));
    assert_eq!(modes.semitones("pentatonic", 0), missing(0));
}
