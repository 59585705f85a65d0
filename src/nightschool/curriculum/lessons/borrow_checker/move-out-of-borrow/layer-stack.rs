---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    Solid(u8),
    Pattern(Vec<u8>),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub name: String,
    pub fill: Fill,
    pub visible: bool,
}

pub struct Picture {
    layers: Vec<Layer>,
    width: usize,
}

impl Picture {
    pub fn new(width: usize, layers: Vec<Layer>) -> Self {
        Picture { layers, width }
    }

    /// One line of pixels as seen from above: the topmost visible layer
    /// decides. Without one, the line is black.
    pub fn line(&self) -> Vec<u8> {
        let top = self.layers.iter().rev().find(|layer| layer.visible);
        match top {
            Some(layer) => match layer.fill {
                Fill::Solid(value) => vec![value; self.width],
                Fill::Pattern(values) => values.iter().copied().cycle().take(self.width).collect(),
            },
            None => vec![0; self.width],
        }
    }

    pub fn hide(&mut self, name: &str) {
        for layer in self.layers.iter_mut().filter(|l| l.name == name) {
            layer.visible = false;
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    Solid(u8),
    Pattern(Vec<u8>),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub name: String,
    pub fill: Fill,
    pub visible: bool,
}

pub struct Picture {
    layers: Vec<Layer>,
    width: usize,
}

impl Picture {
    pub fn new(width: usize, layers: Vec<Layer>) -> Self {
        Picture { layers, width }
    }

    /// One line of pixels as seen from above: the topmost visible layer
    /// decides. Without one, the line is black.
    pub fn line(&self) -> Vec<u8> {
        let top = self.layers.iter().rev().find(|layer| layer.visible);
        match top {
            Some(layer) => match &layer.fill {
                Fill::Solid(value) => vec![*value; self.width],
                Fill::Pattern(values) => values.iter().copied().cycle().take(self.width).collect(),
            },
            None => vec![0; self.width],
        }
    }

    pub fn hide(&mut self, name: &str) {
        for layer in self.layers.iter_mut().filter(|l| l.name == name) {
            layer.visible = false;
        }
    }
}
==== tests
fn picture() -> Picture {
    let layer = |name: &str, fill| Layer { name: name.to_string(), fill, visible: true };
    Picture::new(5, vec![layer("paper", Fill::Solid(9)), layer("dots", Fill::Pattern(vec![1, 2]))])
}

#[test]
fn topmost_visible_layer() {
    let mut picture = picture();
    assert_eq!(picture.line(), vec![1, 2, 1, 2, 1]);
    assert_eq!(picture.line(), vec![1, 2, 1, 2, 1]);
    picture.hide("dots");
    assert_eq!(picture.line(), vec![9; 5]);
}

#[test]
fn all_hidden_is_black() {
    let mut picture = picture();
    picture.hide("paper");
    picture.hide("dots");
    assert_eq!(picture.line(), vec![0; 5]);
}
