---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum VatError {
    UnknownCountry(String),
    NoReducedRate(String),
}

#[derive(Debug, Clone, Copy)]
struct Rates {
    standard: u32,
    reduced: Option<u32>,
}

pub struct VatBook {
    rates: HashMap<String, Rates>,
}

impl VatBook {
    pub fn new() -> Self {
        VatBook { rates: HashMap::new() }
    }

    pub fn add(&mut self, country: &str, standard: u32, reduced: Option<u32>) {
        self.rates.insert(country.to_string(), Rates { standard, reduced });
    }

    /// The VAT in percent. Asking for a reduced rate where there is none is an error.
    pub fn percent(&self, country: &str, reduced: bool) -> Result<u32, VatError> {
        let rates = self
            .rates
            .get(country)
            .ok_or_else(|| VatError::UnknownCountry(country.to_string()))?;
        if reduced {
            rates.reduced
        } else {
            Ok(rates.standard)
        }
    }

    pub fn gross(&self, country: &str, net: u32, reduced: bool) -> Result<u32, VatError> {
        Ok(net + net * self.percent(country, reduced)? / 100)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum VatError {
    UnknownCountry(String),
    NoReducedRate(String),
}

#[derive(Debug, Clone, Copy)]
struct Rates {
    standard: u32,
    reduced: Option<u32>,
}

pub struct VatBook {
    rates: HashMap<String, Rates>,
}

impl VatBook {
    pub fn new() -> Self {
        VatBook { rates: HashMap::new() }
    }

    pub fn add(&mut self, country: &str, standard: u32, reduced: Option<u32>) {
        self.rates.insert(country.to_string(), Rates { standard, reduced });
    }

    /// The VAT in percent. Asking for a reduced rate where there is none is an error.
    pub fn percent(&self, country: &str, reduced: bool) -> Result<u32, VatError> {
        let rates = self
            .rates
            .get(country)
            .ok_or_else(|| VatError::UnknownCountry(country.to_string()))?;
        if reduced {
            rates
                .reduced
                .ok_or_else(|| VatError::NoReducedRate(country.to_string()))
        } else {
            Ok(rates.standard)
        }
    }

    pub fn gross(&self, country: &str, net: u32, reduced: bool) -> Result<u32, VatError> {
        Ok(net + net * self.percent(country, reduced)? / 100)
    }
}
==== tests
fn book() -> VatBook {
    let mut b = VatBook::new();
    b.add("AT", 20, Some(10));
    b.add("DK", 25, None);
    b
}

#[test]
fn rates() {
    assert_eq!(book().gross("AT", 200, false), Ok(240));
    assert_eq!(book().gross("AT", 200, true), Ok(220));
    assert_eq!(book().gross("DK", 200, false), Ok(250));
}

#[test]
fn errors() {
    assert_eq!(book().gross("DK", 200, true), Err(VatError::NoReducedRate("DK".into())));
    assert_eq!(book().gross("XX", 1, true), Err(VatError::UnknownCountry("XX".into())));
}
