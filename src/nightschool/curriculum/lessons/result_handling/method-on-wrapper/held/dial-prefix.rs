---
code: E0599
---
use std::collections::BTreeMap;

/// Longest-prefix routing for outgoing calls.
#[derive(Default)]
pub struct Router {
    trunks: BTreeMap<String, String>,
    home_country: Option<String>,
}

impl Router {
    pub fn with_home(country: &str) -> Self {
        Router { trunks: BTreeMap::new(), home_country: Some(country.to_string()) }
    }

    pub fn add_trunk(&mut self, prefix: &str, trunk: &str) {
        self.trunks.insert(prefix.to_string(), trunk.to_string());
    }

    /// Turns `0…` into an international number; without a home country the number stays as dialled.
    pub fn normalise(&self, dialled: &str) -> String {
        let Some(local) = dialled.strip_prefix('0') else {
            return dialled.to_string();
        };
        match &self.home_country {
            Some(country) => format!("+{country}{local}"),
            None => dialled.to_string(),
        }
    }

    fn best_prefix(&self, number: &str) -> Option<&String> {
        self.trunks
            .keys()
            .filter(|p| number.starts_with(p.as_str()))
            .max_by_key(|p| p.len())
    }

    /// What is left of the number after its routing prefix, or `None` where no trunk serves it.
    pub fn subscriber_part(&self, dialled: &str) -> Option<String> {
        let number = self.normalise(dialled);
        let skip = self.best_prefix(&number).as_str().len();
        Some(number[skip..].to_string())
    }

    pub fn trunk_for(&self, dialled: &str) -> Option<&str> {
        let number = self.normalise(dialled);
        self.best_prefix(&number).map(|p| self.trunks[p].as_str())
    }
}
==== fixed
use std::collections::BTreeMap;

/// Longest-prefix routing for outgoing calls.
#[derive(Default)]
pub struct Router {
    trunks: BTreeMap<String, String>,
    home_country: Option<String>,
}

impl Router {
    pub fn with_home(country: &str) -> Self {
        Router { trunks: BTreeMap::new(), home_country: Some(country.to_string()) }
    }

    pub fn add_trunk(&mut self, prefix: &str, trunk: &str) {
        self.trunks.insert(prefix.to_string(), trunk.to_string());
    }

    /// Turns `0…` into an international number; without a home country the number stays as dialled.
    pub fn normalise(&self, dialled: &str) -> String {
        let Some(local) = dialled.strip_prefix('0') else {
            return dialled.to_string();
        };
        match &self.home_country {
            Some(country) => format!("+{country}{local}"),
            None => dialled.to_string(),
        }
    }

    fn best_prefix(&self, number: &str) -> Option<&String> {
        self.trunks
            .keys()
            .filter(|p| number.starts_with(p.as_str()))
            .max_by_key(|p| p.len())
    }

    /// What is left of the number after its routing prefix, or `None` where no trunk serves it.
    pub fn subscriber_part(&self, dialled: &str) -> Option<String> {
        let number = self.normalise(dialled);
        let skip = self.best_prefix(&number)?.as_str().len();
        Some(number[skip..].to_string())
    }

    pub fn trunk_for(&self, dialled: &str) -> Option<&str> {
        let number = self.normalise(dialled);
        self.best_prefix(&number).map(|p| self.trunks[p].as_str())
    }
}
==== tests
#[test]
fn longest_prefix_is_cut() {
    let mut r = Router::with_home("44");
    r.add_trunk("+44", "uk");
    r.add_trunk("+4420", "london");
    assert_eq!(r.subscriber_part("02071234"), Some("71234".to_string()));
    assert_eq!(r.subscriber_part("0161555"), Some("161555".to_string()));
    assert_eq!(r.trunk_for("02071234"), Some("london"));
}

#[test]
fn unserved_numbers_give_none() {
    let mut r = Router::default();
    r.add_trunk("+49", "de");
    assert_eq!(r.subscriber_part("0301"), None);
    assert_eq!(r.subscriber_part("+331"), None);
}
