use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unit {
    Gram,
    Millilitre,
    Piece,
}

impl Unit {
    /// The unit as cooks write it; pieces have none.
    pub fn symbol(self) -> &'static str {
        match self {
            Unit::Gram => "g",
            Unit::Millilitre => "ml",
            Unit::Piece => "",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}

pub fn shopping_list(items: &[(&str, f32, Unit)], persons: f32) -> String {
    let mut list = String::new();
    for (name, amount, unit) in items {
        list.push_str(&format!("- {}{} {}\n", amount * persons, unit, name));
    }
    list
}
