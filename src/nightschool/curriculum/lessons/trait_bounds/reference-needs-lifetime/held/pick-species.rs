---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Species {
    pub latin: String,
    pub common: String,
}

pub struct Catalogue {
    species: Vec<Species>,
}

impl Catalogue {
    pub fn new(names: &[(&str, &str)]) -> Self {
        let species = names
            .iter()
            .map(|(latin, common)| Species { latin: latin.to_string(), common: common.to_string() })
            .collect();
        Catalogue { species }
    }

    pub fn all(&self) -> &[Species] {
        &self.species
    }
}

/// The species whose common name is on the gardener's label, if we grow it.
pub fn identify(species: &[Species], label: &str) -> Option<&Species> {
    let wanted = label.trim().to_lowercase();
    species.iter().find(|s| s.common.to_lowercase() == wanted)
}

/// Latin names for all labels that are known.
pub fn latin_names<'a>(catalogue: &'a Catalogue, labels: &[String]) -> Vec<&'a str> {
    labels
        .iter()
        .filter_map(|label| identify(catalogue.all(), label))
        .map(|s| s.latin.as_str())
        .collect()
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Species {
    pub latin: String,
    pub common: String,
}

pub struct Catalogue {
    species: Vec<Species>,
}

impl Catalogue {
    pub fn new(names: &[(&str, &str)]) -> Self {
        let species = names
            .iter()
            .map(|(latin, common)| Species { latin: latin.to_string(), common: common.to_string() })
            .collect();
        Catalogue { species }
    }

    pub fn all(&self) -> &[Species] {
        &self.species
    }
}

/// The species whose common name is on the gardener's label, if we grow it.
pub fn identify<'a>(species: &'a [Species], label: &str) -> Option<&'a Species> {
    let wanted = label.trim().to_lowercase();
    species.iter().find(|s| s.common.to_lowercase() == wanted)
}

/// Latin names for all labels that are known.
pub fn latin_names<'a>(catalogue: &'a Catalogue, labels: &[String]) -> Vec<&'a str> {
    labels
        .iter()
        .filter_map(|label| identify(catalogue.all(), label))
        .map(|s| s.latin.as_str())
        .collect()
}
==== tests
fn cat() -> Catalogue {
    Catalogue::new(&[("Bellis perennis", "Daisy"), ("Salvia officinalis", "Sage")])
}
#[test]
fn label_may_die_first() {
    let cat = cat();
    let found = {
        let label = String::from(" sage ");
        identify(cat.all(), &label)
    };
    assert_eq!(found.map(|s| s.latin.clone()), Some("Salvia officinalis".to_string()));
}
#[test]
fn names_of_known_labels() {
    let cat = cat();
    let labels = ["DAISY".to_string(), "yew".to_string()];
    assert_eq!(latin_names(&cat, &labels), ["Bellis perennis"]);
}
