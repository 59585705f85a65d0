---
code: E0599
---
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    pub number: u8,
    pub symbol: &'static str,
    pub electronegativity: Option<f64>,
}

pub const TABLE: [Element; 5] = [
    Element { number: 1, symbol: "H", electronegativity: Some(2.2) },
    Element { number: 2, symbol: "He", electronegativity: None },
    Element { number: 8, symbol: "O", electronegativity: Some(3.44) },
    Element { number: 11, symbol: "Na", electronegativity: Some(0.93) },
    Element { number: 17, symbol: "Cl", electronegativity: Some(3.16) },
];

pub fn find(symbol: &str) -> Option<&'static Element> {
    TABLE.iter().find(|element| element.symbol == symbol)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    Covalent,
    Polar,
    Ionic,
}

/// Kind of the bond between two elements. Unknown symbols and elements that
/// have no electronegativity form no bond.
pub fn bond(a: &str, b: &str) -> Option<Bond> {
    let first = find(a)?.electronegativity?;
    let second = find(b)?.electronegativity;
    let difference = second.max(first) - second.min(first);
    Some(if difference < 0.5 {
        Bond::Covalent
    } else if difference < 1.8 {
        Bond::Polar
    } else {
        Bond::Ionic
    })
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    pub number: u8,
    pub symbol: &'static str,
    pub electronegativity: Option<f64>,
}

pub const TABLE: [Element; 5] = [
    Element { number: 1, symbol: "H", electronegativity: Some(2.2) },
    Element { number: 2, symbol: "He", electronegativity: None },
    Element { number: 8, symbol: "O", electronegativity: Some(3.44) },
    Element { number: 11, symbol: "Na", electronegativity: Some(0.93) },
    Element { number: 17, symbol: "Cl", electronegativity: Some(3.16) },
];

pub fn find(symbol: &str) -> Option<&'static Element> {
    TABLE.iter().find(|element| element.symbol == symbol)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    Covalent,
    Polar,
    Ionic,
}

/// Kind of the bond between two elements. Unknown symbols and elements that
/// have no electronegativity form no bond.
pub fn bond(a: &str, b: &str) -> Option<Bond> {
    let first = find(a)?.electronegativity?;
    let second = find(b)?.electronegativity?;
    let difference = second.max(first) - second.min(first);
    Some(if difference < 0.5 {
        Bond::Covalent
    } else if difference < 1.8 {
        Bond::Polar
    } else {
        Bond::Ionic
    })
}
==== tests
#[test]
fn kinds() {
    assert_eq!(bond("H", "H"), Some(Bond::Covalent));
    assert_eq!(bond("O", "H"), Some(Bond::Polar));
    assert_eq!(bond("Na", "Cl"), Some(Bond::Ionic));
    assert_eq!(bond("Cl", "Na"), Some(Bond::Ionic));
}

#[test]
fn no_bond() {
    assert_eq!(bond("H", "He"), None);
    assert_eq!(bond("He", "H"), None);
    assert_eq!(bond("Xx", "O"), None);
    assert_eq!(bond("O", "Xx"), None);
}
