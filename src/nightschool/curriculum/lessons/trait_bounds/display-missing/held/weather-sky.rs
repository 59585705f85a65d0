---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sky {
    Clear,
    PartlyCloudy,
    Overcast,
}

impl Sky {
    /// The words that are shown to people.
    fn words(self) -> &'static str {
        match self {
            Sky::Clear => "clear",
            Sky::PartlyCloudy => "partly cloudy",
            Sky::Overcast => "overcast",
        }
    }
}

fn joined<T: ToString>(items: &[T], separator: &str) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(separator)
}

#[derive(Default)]
pub struct Outlook {
    towns: BTreeMap<String, Vec<Sky>>,
}

impl Outlook {
    pub fn report(&mut self, town: &str, sky: Sky) {
        self.towns.entry(town.to_string()).or_default().push(sky);
    }

    /// "Bonn: clear, overcast"
    pub fn line(&self, town: &str) -> Option<String> {
        let skies = self.towns.get(town)?;
        Some(format!("{town}: {}", joined(skies, ", ")))
    }

    pub fn brightest(&self) -> Vec<&str> {
        self.towns
            .iter()
            .filter(|(_, skies)| skies.iter().all(|s| s.words() == "clear"))
            .map(|(town, _)| town.as_str())
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sky {
    Clear,
    PartlyCloudy,
    Overcast,
}

impl Sky {
    /// The words that are shown to people.
    fn words(self) -> &'static str {
        match self {
            Sky::Clear => "clear",
            Sky::PartlyCloudy => "partly cloudy",
            Sky::Overcast => "overcast",
        }
    }
}

impl std::fmt::Display for Sky {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}

fn joined<T: ToString>(items: &[T], separator: &str) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(separator)
}

#[derive(Default)]
pub struct Outlook {
    towns: BTreeMap<String, Vec<Sky>>,
}

impl Outlook {
    pub fn report(&mut self, town: &str, sky: Sky) {
        self.towns.entry(town.to_string()).or_default().push(sky);
    }

    /// "Bonn: clear, overcast"
    pub fn line(&self, town: &str) -> Option<String> {
        let skies = self.towns.get(town)?;
        Some(format!("{town}: {}", joined(skies, ", ")))
    }

    pub fn brightest(&self) -> Vec<&str> {
        self.towns
            .iter()
            .filter(|(_, skies)| skies.iter().all(|s| s.words() == "clear"))
            .map(|(town, _)| town.as_str())
            .collect()
    }
}
==== tests
#[test]
fn words_are_shown() {
    let mut o = Outlook::default();
    o.report("Bonn", Sky::PartlyCloudy);
    o.report("Bonn", Sky::Overcast);
    o.report("Ulm", Sky::Clear);
    assert_eq!(o.line("Bonn").as_deref(), Some("Bonn: partly cloudy, overcast"));
    assert_eq!(o.line("Ulm").as_deref(), Some("Ulm: clear"));
    assert_eq!(o.brightest(), ["Ulm"]);
}

#[test]
fn unknown_town() {
    assert_eq!(Outlook::default().line("Rom"), None);
}
