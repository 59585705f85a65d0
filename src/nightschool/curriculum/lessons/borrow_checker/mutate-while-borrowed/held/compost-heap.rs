---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub material: String,
    pub litres: u32,
}

/// Layers of a compost heap, the bottom one first.
#[derive(Debug, Default)]
pub struct Heap {
    layers: Vec<Layer>,
}

impl Heap {
    /// Adds material; more of what is on top already only makes that layer thicker.
    pub fn add(&mut self, material: &str, litres: u32) {
        match self.layers.last_mut() {
            Some(top) if top.material == material => top.litres += litres,
            _ => self.layers.push(Layer { material: material.to_string(), litres }),
        }
    }

    /// Turns the heap: the bottom layer comes to the top, where it is joined
    /// with the layer there if both are of the same material.
    pub fn turn(&mut self) {
        if let Some(bottom) = self.layers.first() {
            self.layers.remove(0);
            self.add(&bottom.material, bottom.litres);
        }
    }

    pub fn layers(&self) -> Vec<(&str, u32)> {
        self.layers.iter().map(|l| (l.material.as_str(), l.litres)).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub material: String,
    pub litres: u32,
}

/// Layers of a compost heap, the bottom one first.
#[derive(Debug, Default)]
pub struct Heap {
    layers: Vec<Layer>,
}

impl Heap {
    /// Adds material; more of what is on top already only makes that layer thicker.
    pub fn add(&mut self, material: &str, litres: u32) {
        match self.layers.last_mut() {
            Some(top) if top.material == material => top.litres += litres,
            _ => self.layers.push(Layer { material: material.to_string(), litres }),
        }
    }

    /// Turns the heap: the bottom layer comes to the top, where it is joined
    /// with the layer there if both are of the same material.
    pub fn turn(&mut self) {
        if !self.layers.is_empty() {
            let bottom = self.layers.remove(0);
            self.add(&bottom.material, bottom.litres);
        }
    }

    pub fn layers(&self) -> Vec<(&str, u32)> {
        self.layers.iter().map(|l| (l.material.as_str(), l.litres)).collect()
    }
}
==== tests
#[test]
fn bottom_to_top() {
    let mut h = Heap::default();
    h.add("leaves", 5);
    h.add("grass", 3);
    h.add("grass", 1);
    h.turn();
    assert_eq!(h.layers(), [("grass", 4), ("leaves", 5)]);
}
#[test]
fn joins_equal_layers() {
    let mut h = Heap::default();
    h.add("leaves", 5);
    h.add("grass", 3);
    h.add("leaves", 2);
    h.turn();
    assert_eq!(h.layers(), [("grass", 3), ("leaves", 7)]);
}
#[test]
fn nothing_to_turn() {
    let mut h = Heap::default();
    h.turn();
    assert!(h.layers().is_empty());
}
