---
code: E0106
---
#[derive(Debug, Clone, PartialEq)]
pub struct Migration {
    pub version: u32,
    pub title: String,
}

pub struct Catalogue {
    pub available: Vec<Migration>,
}

impl Catalogue {
    pub fn new(items: &[(u32, &str)]) -> Self {
        Catalogue {
            available: items
                .iter()
                .map(|(version, title)| Migration {
                    version: *version,
                    title: title.to_string(),
                })
                .collect(),
        }
    }
}

/// The migrations of the catalogue whose version was not applied yet, oldest
/// first. Callers drop the list of applied versions right away.
pub fn pending(catalogue: &Catalogue, applied: &[u32]) -> Vec<&Migration> {
    let mut open: Vec<&Migration> = catalogue
        .available
        .iter()
        .filter(|m| !applied.contains(&m.version))
        .collect();
    open.sort_by_key(|m| m.version);
    open
}

/// Parses the stored versions and lists what is still to be done.
pub fn todo<'c>(catalogue: &'c Catalogue, stored: &str) -> Vec<&'c Migration> {
    let applied: Vec<u32> = stored.split(',').filter_map(|v| v.trim().parse().ok()).collect();
    pending(catalogue, &applied)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Migration {
    pub version: u32,
    pub title: String,
}

pub struct Catalogue {
    pub available: Vec<Migration>,
}

impl Catalogue {
    pub fn new(items: &[(u32, &str)]) -> Self {
        Catalogue {
            available: items
                .iter()
                .map(|(version, title)| Migration {
                    version: *version,
                    title: title.to_string(),
                })
                .collect(),
        }
    }
}

/// The migrations of the catalogue whose version was not applied yet, oldest
/// first. Callers drop the list of applied versions right away.
pub fn pending<'c>(catalogue: &'c Catalogue, applied: &[u32]) -> Vec<&'c Migration> {
    let mut open: Vec<&Migration> = catalogue
        .available
        .iter()
        .filter(|m| !applied.contains(&m.version))
        .collect();
    open.sort_by_key(|m| m.version);
    open
}

/// Parses the stored versions and lists what is still to be done.
pub fn todo<'c>(catalogue: &'c Catalogue, stored: &str) -> Vec<&'c Migration> {
    let applied: Vec<u32> = stored.split(',').filter_map(|v| v.trim().parse().ok()).collect();
    pending(catalogue, &applied)
}
==== tests
    fn titles(list: &[&Migration]) -> Vec<String> {
        list.iter().map(|m| m.title.clone()).collect()
    }
    #[test]
    fn oldest_first() {
        let c = Catalogue::new(&[(3, "c"), (1, "a"), (2, "b")]);
        assert_eq!(titles(&todo(&c, "2")), vec!["a", "c"]);
        assert_eq!(titles(&todo(&c, "")), vec!["a", "b", "c"]);
    }
    #[test]
    fn all_done() {
        let c = Catalogue::new(&[(1, "a")]);
        assert!(todo(&c, "1, 9").is_empty());
    }
