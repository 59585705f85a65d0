---
code: E0106
---
#[derive(Debug, Clone, PartialEq)]
pub struct Isotope {
    pub symbol: String,
    pub mass: f64,
    pub half_life_years: Option<f64>,
}

impl Isotope {
    pub fn is_stable(&self) -> bool {
        self.half_life_years.is_none()
    }
}

/// The longest-lived isotope whose symbol starts with `element`; a stable one
/// outlives all others.
pub fn longest_lived(table: &[Isotope], element: &str) -> Option<&Isotope> {
    table
        .iter()
        .filter(|isotope| isotope.symbol.starts_with(element))
        .max_by(|a, b| {
            let life = |i: &Isotope| i.half_life_years.unwrap_or(f64::INFINITY);
            life(a).total_cmp(&life(b))
        })
}

/// Symbols of the longest-lived isotopes, one for each element found.
pub fn representatives(table: &[Isotope], elements: &str) -> Vec<String> {
    elements
        .split(',')
        .filter_map(|element| longest_lived(table, &element.trim().to_uppercase()))
        .map(|isotope| isotope.symbol.clone())
        .collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Isotope {
    pub symbol: String,
    pub mass: f64,
    pub half_life_years: Option<f64>,
}

impl Isotope {
    pub fn is_stable(&self) -> bool {
        self.half_life_years.is_none()
    }
}

/// The longest-lived isotope whose symbol starts with `element`; a stable one
/// outlives all others.
pub fn longest_lived<'a>(table: &'a [Isotope], element: &str) -> Option<&'a Isotope> {
    table
        .iter()
        .filter(|isotope| isotope.symbol.starts_with(element))
        .max_by(|a, b| {
            let life = |i: &Isotope| i.half_life_years.unwrap_or(f64::INFINITY);
            life(a).total_cmp(&life(b))
        })
}

/// Symbols of the longest-lived isotopes, one for each element found.
pub fn representatives(table: &[Isotope], elements: &str) -> Vec<String> {
    elements
        .split(',')
        .filter_map(|element| longest_lived(table, &element.trim().to_uppercase()))
        .map(|isotope| isotope.symbol.clone())
        .collect()
}
==== tests
fn table() -> Vec<Isotope> {
    let isotope = |symbol: &str, mass, half_life_years| Isotope { symbol: symbol.to_string(), mass, half_life_years };
    vec![
        isotope("C-14", 14.0, Some(5730.0)),
        isotope("C-12", 12.0, None),
        isotope("U-235", 235.0, Some(7.04e8)),
        isotope("U-238", 238.0, Some(4.47e9)),
    ]
}

#[test]
fn representatives_by_element() {
    assert_eq!(representatives(&table(), "c, u, x"), vec!["C-12", "U-238"]);
}

#[test]
fn result_outlives_the_search_text() {
    let table = table();
    let found = {
        let element = String::from("U");
        longest_lived(&table, &element).unwrap()
    };
    assert_eq!(found.mass, 238.0);
    assert!(!found.is_stable());
}
