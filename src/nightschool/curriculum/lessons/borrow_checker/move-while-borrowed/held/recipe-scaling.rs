---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Malt {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Grist {
    pub malts: Vec<Malt>,
}

impl Grist {
    pub fn main_malt(&self) -> Option<&str> {
        self.malts.iter().max_by_key(|m| m.grams).map(|m| m.name.as_str())
    }

    /// The grist for another batch size, in percent of this one.
    fn scaled(self, percent: u32) -> Grist {
        let malts = self
            .malts
            .into_iter()
            .map(|m| Malt { grams: m.grams * percent / 100, ..m })
            .filter(|m| m.grams > 0)
            .collect();
        Grist { malts }
    }

    fn grams(&self) -> u32 {
        self.malts.iter().map(|m| m.grams).sum()
    }
}

/// The order for the mill: the total of the scaled grist and the main malt of the
/// *original* recipe, which may be lost in a small batch.
pub fn mill_order(recipe: Grist, percent: u32) -> String {
    let main = recipe.main_malt().unwrap_or("no malt");
    let scaled = recipe.scaled(percent);
    format!("{} g, {} malts, mostly {main}", scaled.grams(), scaled.malts.len())
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Malt {
    pub name: String,
    pub grams: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Grist {
    pub malts: Vec<Malt>,
}

impl Grist {
    pub fn main_malt(&self) -> Option<&str> {
        self.malts.iter().max_by_key(|m| m.grams).map(|m| m.name.as_str())
    }

    /// The grist for another batch size, in percent of this one.
    fn scaled(self, percent: u32) -> Grist {
        let malts = self
            .malts
            .into_iter()
            .map(|m| Malt { grams: m.grams * percent / 100, ..m })
            .filter(|m| m.grams > 0)
            .collect();
        Grist { malts }
    }

    fn grams(&self) -> u32 {
        self.malts.iter().map(|m| m.grams).sum()
    }
}

/// The order for the mill: the total of the scaled grist and the main malt of the
/// *original* recipe, which may be lost in a small batch.
pub fn mill_order(recipe: Grist, percent: u32) -> String {
    let main = recipe.main_malt().unwrap_or("no malt").to_string();
    let scaled = recipe.scaled(percent);
    format!("{} g, {} malts, mostly {main}", scaled.grams(), scaled.malts.len())
}
==== tests
fn recipe() -> Grist {
    let m = |name: &str, grams| Malt { name: name.to_string(), grams };
    Grist { malts: vec![m("Munich", 900), m("Pilsner", 4000), m("Roast", 40)] }
}

#[test]
fn scaled_orders() {
    assert_eq!(mill_order(recipe(), 50), "2470 g, 3 malts, mostly Pilsner");
    assert_eq!(mill_order(recipe(), 2), "98 g, 2 malts, mostly Pilsner");
}

#[test]
fn nothing_left_or_nothing_there() {
    assert_eq!(mill_order(recipe(), 0), "0 g, 0 malts, mostly Pilsner");
    assert_eq!(mill_order(Grist { malts: vec![] }, 100), "0 g, 0 malts, mostly no malt");
}
