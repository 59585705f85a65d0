---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    Celsius,
    Fahrenheit,
    Kelvin,
}

type Formula = fn(f64) -> f64;

/// Formulas from one scale of temperature to another.
pub struct Converter {
    formulas: HashMap<(Scale, Scale), Formula>,
}

impl Converter {
    pub fn standard() -> Self {
        let formulas: [((Scale, Scale), Formula); 4] = [
            ((Scale::Celsius, Scale::Kelvin), |c| c + 273.15),
            ((Scale::Kelvin, Scale::Celsius), |k| k - 273.15),
            ((Scale::Celsius, Scale::Fahrenheit), |c| c * 1.8 + 32.0),
            ((Scale::Fahrenheit, Scale::Celsius), |f| (f - 32.0) / 1.8),
        ];
        Converter { formulas: HashMap::from(formulas) }
    }

    /// Converts by the formula for the pair, or else by way of Celsius.
    pub fn convert(&self, value: f64, from: Scale, to: Scale) -> Option<f64> {
        if from == to {
            return Some(value);
        }
        if let Some(formula) = self.formulas.get(&(from, to)) {
            return Some(formula(value));
        }
        let inward = self.formulas.get(&(from, Scale::Celsius))?;
        let outward = self.formulas.get(&(Scale::Celsius, to))?;
        Some(outward(inward(value)))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    Celsius,
    Fahrenheit,
    Kelvin,
}

type Formula = fn(f64) -> f64;

/// Formulas from one scale of temperature to another.
pub struct Converter {
    formulas: HashMap<(Scale, Scale), Formula>,
}

impl Converter {
    pub fn standard() -> Self {
        let formulas: [((Scale, Scale), Formula); 4] = [
            ((Scale::Celsius, Scale::Kelvin), |c| c + 273.15),
            ((Scale::Kelvin, Scale::Celsius), |k| k - 273.15),
            ((Scale::Celsius, Scale::Fahrenheit), |c| c * 1.8 + 32.0),
            ((Scale::Fahrenheit, Scale::Celsius), |f| (f - 32.0) / 1.8),
        ];
        Converter { formulas: HashMap::from(formulas) }
    }

    /// Converts by the formula for the pair, or else by way of Celsius.
    pub fn convert(&self, value: f64, from: Scale, to: Scale) -> Option<f64> {
        if from == to {
            return Some(value);
        }
        if let Some(formula) = self.formulas.get(&(from, to)) {
            return Some(formula(value));
        }
        let inward = self.formulas.get(&(from, Scale::Celsius))?;
        let outward = self.formulas.get(&(Scale::Celsius, to))?;
        Some(outward(inward(value)))
    }
}
==== tests
#[test]
fn direct() {
    let converter = Converter::standard();
    assert_eq!(converter.convert(100.0, Scale::Celsius, Scale::Fahrenheit), Some(212.0));
    assert_eq!(converter.convert(0.0, Scale::Celsius, Scale::Kelvin), Some(273.15));
    assert_eq!(converter.convert(5.0, Scale::Kelvin, Scale::Kelvin), Some(5.0));
}

#[test]
fn by_way_of_celsius() {
    let converter = Converter::standard();
    let kelvin = converter.convert(212.0, Scale::Fahrenheit, Scale::Kelvin).unwrap();
    assert!((kelvin - 373.15).abs() < 1e-9);
    let fahrenheit = converter.convert(273.15, Scale::Kelvin, Scale::Fahrenheit).unwrap();
    assert!((fahrenheit - 32.0).abs() < 1e-9);
}
