---
code: E0277
---
use std::collections::HashMap;
use std::str::FromStr;

pub type Layer = HashMap<String, String>;

/// A value that is not there and one that cannot be read are the same to a caller: `None`.
fn read<T: FromStr>(layer: &Layer, key: &str) -> Option<T> {
    layer.get(key).and_then(|text| text.trim().parse().ok())
}

/// Layers of configuration; the later ones win.
#[derive(Default)]
pub struct Layers {
    layers: Vec<Layer>,
}

impl Layers {
    pub fn push(&mut self, pairs: &[(&str, &str)]) {
        let layer = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        self.layers.push(layer);
    }

    /// The value in the last layer that has a readable one.
    pub fn get<T>(&self, key: &str) -> Option<T> {
        self.layers.iter().rev().find_map(|layer| read(layer, key))
    }

    pub fn get_or<T>(&self, key: &str, fallback: T) -> T {
        self.get(key).unwrap_or(fallback)
    }
}
==== fixed
use std::collections::HashMap;
use std::str::FromStr;

pub type Layer = HashMap<String, String>;

/// A value that is not there and one that cannot be read are the same to a caller: `None`.
fn read<T: FromStr>(layer: &Layer, key: &str) -> Option<T> {
    layer.get(key).and_then(|text| text.trim().parse().ok())
}

/// Layers of configuration; the later ones win.
#[derive(Default)]
pub struct Layers {
    layers: Vec<Layer>,
}

impl Layers {
    pub fn push(&mut self, pairs: &[(&str, &str)]) {
        let layer = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        self.layers.push(layer);
    }

    /// The value in the last layer that has a readable one.
    pub fn get<T: FromStr>(&self, key: &str) -> Option<T> {
        self.layers.iter().rev().find_map(|layer| read(layer, key))
    }

    pub fn get_or<T: FromStr>(&self, key: &str, fallback: T) -> T {
        self.get(key).unwrap_or(fallback)
    }
}
==== tests
#[test]
fn later_layers_win() {
    let mut l = Layers::default();
    l.push(&[("threads", "4"), ("color", "true")]);
    l.push(&[("threads", " 8 ")]);
    assert_eq!(l.get::<u32>("threads"), Some(8));
    assert_eq!(l.get::<bool>("color"), Some(true));
    assert_eq!(l.get::<String>("missing"), None);
}
#[test]
fn unreadable_falls_through() {
    let mut l = Layers::default();
    l.push(&[("ratio", "0.5")]);
    l.push(&[("ratio", "half")]);
    assert_eq!(l.get::<f64>("ratio"), Some(0.5));
    assert_eq!(l.get_or("width", 80u16), 80);
    assert_eq!(l.get_or("ratio", 2.0), 0.5);
}
