---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum FormulaError {
    UnknownElement(String),
    BadCount(String),
}

pub struct Masses {
    by_symbol: HashMap<&'static str, f64>,
}

impl Masses {
    pub fn common() -> Self {
        Masses {
            by_symbol: HashMap::from([("H", 1.0), ("C", 12.0), ("N", 14.0), ("O", 16.0), ("Na", 23.0)]),
        }
    }

    /// Mass of one term such as `C*6`; a term without a count counts once.
    fn term(&self, term: &str) -> Result<f64, FormulaError> {
        let (symbol, count) = term.split_once('*').unwrap_or((term, "1"));
        let mass = self
            .by_symbol
            .get(symbol)
            .ok_or_else(|| FormulaError::UnknownElement(symbol.to_string()))?;
        let count: u32 = count
            .parse()
            .map_err(|_| FormulaError::BadCount(count.to_string()))?;
        Ok(mass * f64::from(count))
    }

    /// Molar mass of a formula such as `C*6 H*12 O*6`. The first term that
    /// cannot be read is the error.
    pub fn molar_mass(&self, formula: &str) -> Result<f64, FormulaError> {
        let total: f64 = formula
            .split_whitespace()
            .map(|term| self.term(term))
            .sum();
        Ok(total)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum FormulaError {
    UnknownElement(String),
    BadCount(String),
}

pub struct Masses {
    by_symbol: HashMap<&'static str, f64>,
}

impl Masses {
    pub fn common() -> Self {
        Masses {
            by_symbol: HashMap::from([("H", 1.0), ("C", 12.0), ("N", 14.0), ("O", 16.0), ("Na", 23.0)]),
        }
    }

    /// Mass of one term such as `C*6`; a term without a count counts once.
    fn term(&self, term: &str) -> Result<f64, FormulaError> {
        let (symbol, count) = term.split_once('*').unwrap_or((term, "1"));
        let mass = self
            .by_symbol
            .get(symbol)
            .ok_or_else(|| FormulaError::UnknownElement(symbol.to_string()))?;
        let count: u32 = count
            .parse()
            .map_err(|_| FormulaError::BadCount(count.to_string()))?;
        Ok(mass * f64::from(count))
    }

    /// Molar mass of a formula such as `C*6 H*12 O*6`. The first term that
    /// cannot be read is the error.
    pub fn molar_mass(&self, formula: &str) -> Result<f64, FormulaError> {
        formula
            .split_whitespace()
            .map(|term| self.term(term))
            .sum()
    }
}
==== tests
#[test]
fn known_substances() {
    let masses = Masses::common();
    assert_eq!(masses.molar_mass("C*6 H*12 O*6"), Ok(180.0));
    assert_eq!(masses.molar_mass("Na O H"), Ok(40.0));
    assert_eq!(masses.molar_mass(""), Ok(0.0));
}

#[test]
fn first_error_is_reported() {
    let masses = Masses::common();
    assert_eq!(masses.molar_mass("C*x Q H*4"), Err(FormulaError::BadCount("x".to_string())));
    assert_eq!(masses.molar_mass("C Q H*y"), Err(FormulaError::UnknownElement("Q".to_string())));
}
