---
code: E0053
---
use std::collections::BTreeMap;

pub trait Source {
    fn lookup(&self, section: &str, key: &str) -> Option<String>;
    /// Notes that a value was asked for; returns how often that has happened so far.
    fn record_use(&mut self, section: &str, key: &str) -> usize;
}

#[derive(Default)]
pub struct IniSource {
    values: BTreeMap<(String, String), String>,
    uses: BTreeMap<(String, String), usize>,
}

impl IniSource {
    pub fn parse(text: &str) -> IniSource {
        let mut source = IniSource::default();
        let mut section = String::new();
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name.to_string();
            } else if let Some((key, value)) = line.split_once('=') {
                let id = (section.clone(), key.trim().to_string());
                source.values.insert(id, value.trim().to_string());
            }
        }
        source
    }
}

impl Source for IniSource {
    fn lookup(&self, section: &str, key: &str) -> Option<&str> {
        let id = (section.to_string(), key.to_string());
        self.values.get(&id).map(String::as_str)
    }

    fn record_use(&self, section: &str, key: &str) -> usize {
        let id = (section.to_string(), key.to_string());
        let count = self.uses.entry(id).or_default();
        *count += 1;
        *count
    }
}

/// The value and how often it was asked for by now.
pub fn fetch(source: &mut dyn Source, section: &str, key: &str) -> Option<(String, usize)> {
    let value = source.lookup(section, key)?;
    Some((value, source.record_use(section, key)))
}
==== fixed
use std::collections::BTreeMap;

pub trait Source {
    fn lookup(&self, section: &str, key: &str) -> Option<String>;
    /// Notes that a value was asked for; returns how often that has happened so far.
    fn record_use(&mut self, section: &str, key: &str) -> usize;
}

#[derive(Default)]
pub struct IniSource {
    values: BTreeMap<(String, String), String>,
    uses: BTreeMap<(String, String), usize>,
}

impl IniSource {
    pub fn parse(text: &str) -> IniSource {
        let mut source = IniSource::default();
        let mut section = String::new();
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name.to_string();
            } else if let Some((key, value)) = line.split_once('=') {
                let id = (section.clone(), key.trim().to_string());
                source.values.insert(id, value.trim().to_string());
            }
        }
        source
    }
}

impl Source for IniSource {
    fn lookup(&self, section: &str, key: &str) -> Option<String> {
        let id = (section.to_string(), key.to_string());
        self.values.get(&id).cloned()
    }

    fn record_use(&mut self, section: &str, key: &str) -> usize {
        let id = (section.to_string(), key.to_string());
        let count = self.uses.entry(id).or_default();
        *count += 1;
        *count
    }
}

/// The value and how often it was asked for by now.
pub fn fetch(source: &mut dyn Source, section: &str, key: &str) -> Option<(String, usize)> {
    let value = source.lookup(section, key)?;
    Some((value, source.record_use(section, key)))
}
==== tests
#[test]
fn values_of_sections() {
    let mut s = IniSource::parse("color = red\n[net]\nport = 80\ncolor = blue\n");
    assert_eq!(fetch(&mut s, "net", "port"), Some(("80".to_string(), 1)));
    assert_eq!(fetch(&mut s, "", "color"), Some(("red".to_string(), 1)));
    assert_eq!(fetch(&mut s, "net", "color"), Some(("blue".to_string(), 1)));
}
#[test]
fn uses_are_counted() {
    let mut s = IniSource::parse("[net]\nport = 80\n");
    assert_eq!(fetch(&mut s, "net", "host"), None);
    fetch(&mut s, "net", "port");
    assert_eq!(fetch(&mut s, "net", "port"), Some(("80".to_string(), 2)));
    assert_eq!(s.record_use("net", "host"), 1);
}
