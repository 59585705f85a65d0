---
code: E0507
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    pub author: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Registry {
    manifests: BTreeMap<String, Manifest>,
}

impl Registry {
    pub fn publish(&mut self, name: &str, author: &str, tags: &[&str]) {
        let manifest = Manifest {
            author: author.to_string(),
            tags: tags.iter().map(|t| t.to_string()).collect(),
        };
        self.manifests.insert(name.to_string(), manifest);
    }

    pub fn author(&self, name: &str) -> Option<&str> {
        self.manifests.get(name).map(|m| m.author.as_str())
    }

    /// All tags in use, each once, in alphabetical order.
    pub fn tags(&self) -> Vec<String> {
        let mut all = Vec::new();
        for manifest in self.manifests.values() {
            all.extend(manifest.tags);
        }
        all.sort();
        all.dedup();
        all
    }

    pub fn tagged(&self, tag: &str) -> Vec<&str> {
        self.manifests
            .iter()
            .filter(|(_, m)| m.tags.iter().any(|t| t == tag))
            .map(|(name, _)| name.as_str())
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    pub author: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Registry {
    manifests: BTreeMap<String, Manifest>,
}

impl Registry {
    pub fn publish(&mut self, name: &str, author: &str, tags: &[&str]) {
        let manifest = Manifest {
            author: author.to_string(),
            tags: tags.iter().map(|t| t.to_string()).collect(),
        };
        self.manifests.insert(name.to_string(), manifest);
    }

    pub fn author(&self, name: &str) -> Option<&str> {
        self.manifests.get(name).map(|m| m.author.as_str())
    }

    /// All tags in use, each once, in alphabetical order.
    pub fn tags(&self) -> Vec<String> {
        let mut all = Vec::new();
        for manifest in self.manifests.values() {
            all.extend(manifest.tags.iter().cloned());
        }
        all.sort();
        all.dedup();
        all
    }

    pub fn tagged(&self, tag: &str) -> Vec<&str> {
        self.manifests
            .iter()
            .filter(|(_, m)| m.tags.iter().any(|t| t == tag))
            .map(|(name, _)| name.as_str())
            .collect()
    }
}
==== tests
fn registry() -> Registry {
    let mut r = Registry::default();
    r.publish("spell", "ann", &["text", "lang"]);
    r.publish("fold", "bo", &["view", "text"]);
    r
}

#[test]
fn tags_once_and_sorted() {
    assert_eq!(registry().tags(), vec!["lang", "text", "view"]);
    assert!(Registry::default().tags().is_empty());
}

#[test]
fn tags_stay_with_their_plugins() {
    let r = registry();
    r.tags();
    assert_eq!(r.tagged("text"), vec!["fold", "spell"]);
    assert_eq!(r.author("fold"), Some("bo"));
    assert_eq!(r.tags().len(), 3);
}
