---
code: E0277
---
use std::collections::BTreeMap;

/// A place that packages are fetched from.
pub trait Source {
    fn name(&self) -> &str;
    fn versions(&self, package: &str) -> Vec<u32>;
}

pub struct Mirror {
    name: String,
    index: BTreeMap<String, Vec<u32>>,
}

impl Mirror {
    pub fn new(name: &str, index: &[(&str, &[u32])]) -> Self {
        Mirror {
            name: name.to_string(),
            index: index
                .iter()
                .map(|(p, v)| (p.to_string(), v.to_vec()))
                .collect(),
        }
    }
}

impl Source for Mirror {
    fn name(&self) -> &str {
        &self.name
    }
    fn versions(&self, package: &str) -> Vec<u32> {
        self.index.get(package).cloned().unwrap_or_default()
    }
}

fn newest<S: Source>(source: &S, package: &str) -> Option<u32> {
    source.versions(package).into_iter().max()
}

/// The source that has the highest version of a package; the first one wins
/// a tie.
pub fn best_source(sources: &[Box<dyn Source>], package: &str) -> Option<(String, u32)> {
    let mut best: Option<(String, u32)> = None;
    for source in sources {
        let source = source.as_ref();
        let Some(top) = newest(source, package) else {
            continue;
        };
        if best.as_ref().map_or(true, |(_, version)| top > *version) {
            best = Some((source.name().to_string(), top));
        }
    }
    best
}
==== fixed
use std::collections::BTreeMap;

/// A place that packages are fetched from.
pub trait Source {
    fn name(&self) -> &str;
    fn versions(&self, package: &str) -> Vec<u32>;
}

pub struct Mirror {
    name: String,
    index: BTreeMap<String, Vec<u32>>,
}

impl Mirror {
    pub fn new(name: &str, index: &[(&str, &[u32])]) -> Self {
        Mirror {
            name: name.to_string(),
            index: index
                .iter()
                .map(|(p, v)| (p.to_string(), v.to_vec()))
                .collect(),
        }
    }
}

impl Source for Mirror {
    fn name(&self) -> &str {
        &self.name
    }
    fn versions(&self, package: &str) -> Vec<u32> {
        self.index.get(package).cloned().unwrap_or_default()
    }
}

fn newest<S: Source + ?Sized>(source: &S, package: &str) -> Option<u32> {
    source.versions(package).into_iter().max()
}

/// The source that has the highest version of a package; the first one wins
/// a tie.
pub fn best_source(sources: &[Box<dyn Source>], package: &str) -> Option<(String, u32)> {
    let mut best: Option<(String, u32)> = None;
    for source in sources {
        let source = source.as_ref();
        let Some(top) = newest(source, package) else {
            continue;
        };
        if best.as_ref().map_or(true, |(_, version)| top > *version) {
            best = Some((source.name().to_string(), top));
        }
    }
    best
}
==== tests
    #[test]
    fn highest_version_wins() {
        let s: Vec<Box<dyn Source>> = vec![
            Box::new(Mirror::new("near", &[("log", &[1, 3])])),
            Box::new(Mirror::new("far", &[("log", &[4, 2]), ("zip", &[1])])),
            Box::new(Mirror::new("old", &[("log", &[4])])),
        ];
        assert_eq!(best_source(&s, "log"), Some(("far".to_string(), 4)));
        assert_eq!(best_source(&s, "zip"), Some(("far".to_string(), 1)));
    }
    #[test]
    fn nowhere() {
        assert_eq!(best_source(&[Box::new(Mirror::new("x", &[]))], "log"), None);
    }
