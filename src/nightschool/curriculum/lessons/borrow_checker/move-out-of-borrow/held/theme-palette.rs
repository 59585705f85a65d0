---
code: E0507
---
#[derive(Debug, PartialEq, Eq)]
pub struct Swatch {
    pub name: String,
    pub hex: String,
    pub aliases: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Palette {
    swatches: Vec<Swatch>,
    fallback: String,
}

impl Palette {
    pub fn new(fallback: &str) -> Palette {
        Palette { swatches: Vec::new(), fallback: fallback.to_string() }
    }

    pub fn add(&mut self, name: &str, hex: &str, aliases: &[&str]) {
        self.swatches.push(Swatch {
            name: name.to_string(),
            hex: hex.to_string(),
            aliases: aliases.iter().map(|a| a.to_string()).collect(),
        });
    }

    fn find(&self, name: &str) -> Option<&Swatch> {
        self.swatches
            .iter()
            .find(|s| s.name == name || s.aliases.iter().any(|a| a == name))
    }

    /// The hex value of a colour by name or alias, or the fallback.
    pub fn hex(&self, name: &str) -> String {
        match self.find(name) {
            Some(swatch) => swatch.hex,
            None => self.fallback,
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.swatches.iter().map(|s| s.name.as_str()).collect()
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub struct Swatch {
    pub name: String,
    pub hex: String,
    pub aliases: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Palette {
    swatches: Vec<Swatch>,
    fallback: String,
}

impl Palette {
    pub fn new(fallback: &str) -> Palette {
        Palette { swatches: Vec::new(), fallback: fallback.to_string() }
    }

    pub fn add(&mut self, name: &str, hex: &str, aliases: &[&str]) {
        self.swatches.push(Swatch {
            name: name.to_string(),
            hex: hex.to_string(),
            aliases: aliases.iter().map(|a| a.to_string()).collect(),
        });
    }

    fn find(&self, name: &str) -> Option<&Swatch> {
        self.swatches
            .iter()
            .find(|s| s.name == name || s.aliases.iter().any(|a| a == name))
    }

    /// The hex value of a colour by name or alias, or the fallback.
    pub fn hex(&self, name: &str) -> String {
        match self.find(name) {
            Some(swatch) => swatch.hex.clone(),
            None => self.fallback.clone(),
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.swatches.iter().map(|s| s.name.as_str()).collect()
    }
}
==== tests
fn palette() -> Palette {
    let mut p = Palette::new("#000000");
    p.add("sky", "#87ceeb", &["light", "azure"]);
    p.add("moss", "#8a9a5b", &[]);
    p
}

#[test]
fn names_and_aliases() {
    let p = palette();
    assert_eq!(p.hex("sky"), "#87ceeb");
    assert_eq!(p.hex("azure"), "#87ceeb");
    assert_eq!(p.hex("moss"), "#8a9a5b");
    assert_eq!(p.hex("sky"), "#87ceeb");
}

#[test]
fn fallback_every_time() {
    let p = palette();
    assert_eq!(p.hex("plum"), "#000000");
    assert_eq!(p.hex("plum"), "#000000");
    assert_eq!(p.names(), ["sky", "moss"]);
}
