---
code: E0597
---
use std::collections::HashMap;

/// Configuration texts by name. A line `@include name` stands for another text.
#[derive(Default)]
pub struct Texts {
    by_name: HashMap<String, String>,
}

impl Texts {
    pub fn add(&mut self, name: &str, text: &str) {
        self.by_name.insert(name.to_string(), text.to_string());
    }

    fn included(&self, name: &str) -> Option<String> {
        let text = self.by_name.get(name)?;
        let kept: Vec<&str> = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or("").trim())
            .filter(|line| !line.is_empty())
            .collect();
        Some(kept.join("\n"))
    }

    /// The settings of a text with those of its includes in their place, one level deep.
    /// A key that comes again keeps its place and takes the later value.
    pub fn settings(&self, name: &str) -> Vec<(String, String)> {
        let mut found: Vec<(&str, &str)> = Vec::new();
        for line in self.included(name).unwrap_or_default().lines() {
            let block = match line.strip_prefix("@include ") {
                Some(other) => self.included(other).unwrap_or_default(),
                None => line.to_string(),
            };
            for (key, value) in block.lines().filter_map(|line| line.split_once('=')) {
                match found.iter_mut().find(|(known, _)| *known == key) {
                    Some(pair) => pair.1 = value,
                    None => found.push((key, value)),
                }
            }
        }
        found
            .into_iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect()
    }
}
==== fixed
use std::collections::HashMap;

/// Configuration texts by name. A line `@include name` stands for another text.
#[derive(Default)]
pub struct Texts {
    by_name: HashMap<String, String>,
}

impl Texts {
    pub fn add(&mut self, name: &str, text: &str) {
        self.by_name.insert(name.to_string(), text.to_string());
    }

    fn included(&self, name: &str) -> Option<String> {
        let text = self.by_name.get(name)?;
        let kept: Vec<&str> = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or("").trim())
            .filter(|line| !line.is_empty())
            .collect();
        Some(kept.join("\n"))
    }

    /// The settings of a text with those of its includes in their place, one level deep.
    /// A key that comes again keeps its place and takes the later value.
    pub fn settings(&self, name: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for line in self.included(name).unwrap_or_default().lines() {
            let block = match line.strip_prefix("@include ") {
                Some(other) => self.included(other).unwrap_or_default(),
                None => line.to_string(),
            };
            for (key, value) in block.lines().filter_map(|line| line.split_once('=')) {
                match found.iter_mut().find(|(known, _)| known == key) {
                    Some(pair) => pair.1 = value.to_string(),
                    None => found.push((key.to_string(), value.to_string())),
                }
            }
        }
        found
    }
}
==== tests
fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}
#[test]
fn includes_in_place() {
    let mut t = Texts::default();
    t.add("base", "color=red\nsize=1 # small\n");
    t.add("main", "name=x\n@include base\ncolor=blue\n\n# end\n");
    assert_eq!(
        t.settings("main"),
        pairs(&[("name", "x"), ("color", "blue"), ("size", "1")])
    );
    assert_eq!(t.settings("base"), pairs(&[("color", "red"), ("size", "1")]));
}
#[test]
fn missing_texts_are_empty() {
    let mut t = Texts::default();
    t.add("main", "@include nowhere\na=1\n");
    assert_eq!(t.settings("main"), pairs(&[("a", "1")]));
    assert!(t.settings("other").is_empty());
}
