---
code: E0502
---
use std::collections::BTreeMap;

/// Licence names and the canonical names that they stand for.
#[derive(Debug, Default)]
pub struct Aliases {
    canonical: BTreeMap<String, String>,
    uses: BTreeMap<String, u32>,
    misses: u32,
}

impl Aliases {
    pub fn alias(&mut self, name: &str, canonical: &str) {
        self.canonical.insert(name.to_lowercase(), canonical.to_string());
    }

    fn canonical(&self, name: &str) -> Option<&str> {
        self.canonical.get(&name.to_lowercase()).map(String::as_str)
    }

    fn count(&mut self, canonical: &str) {
        *self.uses.entry(canonical.to_string()).or_insert(0) += 1;
    }

    /// Resolves a name and counts the use of its canonical licence. Unknown
    /// names are returned as they are and counted as misses.
    pub fn resolve(&mut self, name: &str) -> String {
        match self.canonical(name) {
            Some(canonical) => {
                self.count(canonical);
                canonical.to_string()
            }
            None => {
                self.misses += 1;
                name.to_string()
            }
        }
    }

    pub fn uses(&self, canonical: &str) -> u32 {
        self.uses.get(canonical).copied().unwrap_or(0)
    }

    pub fn misses(&self) -> u32 {
        self.misses
    }
}
==== fixed
use std::collections::BTreeMap;

/// Licence names and the canonical names that they stand for.
#[derive(Debug, Default)]
pub struct Aliases {
    canonical: BTreeMap<String, String>,
    uses: BTreeMap<String, u32>,
    misses: u32,
}

impl Aliases {
    pub fn alias(&mut self, name: &str, canonical: &str) {
        self.canonical.insert(name.to_lowercase(), canonical.to_string());
    }

    fn canonical(&self, name: &str) -> Option<&str> {
        self.canonical.get(&name.to_lowercase()).map(String::as_str)
    }

    fn count(&mut self, canonical: &str) {
        *self.uses.entry(canonical.to_string()).or_insert(0) += 1;
    }

    /// Resolves a name and counts the use of its canonical licence. Unknown
    /// names are returned as they are and counted as misses.
    pub fn resolve(&mut self, name: &str) -> String {
        match self.canonical(name).map(str::to_string) {
            Some(canonical) => {
                self.count(&canonical);
                canonical
            }
            None => {
                self.misses += 1;
                name.to_string()
            }
        }
    }

    pub fn uses(&self, canonical: &str) -> u32 {
        self.uses.get(canonical).copied().unwrap_or(0)
    }

    pub fn misses(&self) -> u32 {
        self.misses
    }
}
==== tests
    #[test]
    fn counts_canonical_names() {
        let mut a = Aliases::default();
        a.alias("expat", "MIT");
        a.alias("mit", "MIT");
        assert_eq!(a.resolve("Expat"), "MIT");
        assert_eq!(a.resolve("MIT"), "MIT");
        assert_eq!((a.uses("MIT"), a.uses("expat"), a.misses()), (2, 0, 0));
    }
    #[test]
    fn unknown_names() {
        let mut a = Aliases::default();
        assert_eq!(a.resolve("Beerware"), "Beerware");
        assert_eq!((a.uses("Beerware"), a.misses()), (0, 1));
    }
