---
code: E0277
---
//! A strip of lights whose parts are turned and dimmed in place.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light(pub u8, pub u8, pub u8);

impl Light {
    fn dimmed(self, percent: u16) -> Light {
        let part = |value: u8| (u16::from(value) * percent / 100) as u8;
        Light(part(self.0), part(self.1), part(self.2))
    }
}

#[derive(Debug, Clone)]
pub struct Strip {
    pub lights: Vec<Light>,
}

impl Strip {
    pub fn new(lights: &[Light]) -> Self {
        Strip { lights: lights.to_vec() }
    }

    /// Moves the lights of a part of the strip on by one and dims them to
    /// the given percentage. Nothing happens where the part is not on the strip.
    pub fn roll(&mut self, from: usize, to: usize, percent: u16) -> bool {
        if from >= to || to > self.lights.len() {
            return false;
        }
        let mut part = self.lights[from..to];
        part.rotate_right(1);
        for light in part.iter_mut() {
            *light = light.dimmed(percent);
        }
        true
    }
}
==== fixed
//! A strip of lights whose parts are turned and dimmed in place.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light(pub u8, pub u8, pub u8);

impl Light {
    fn dimmed(self, percent: u16) -> Light {
        let part = |value: u8| (u16::from(value) * percent / 100) as u8;
        Light(part(self.0), part(self.1), part(self.2))
    }
}

#[derive(Debug, Clone)]
pub struct Strip {
    pub lights: Vec<Light>,
}

impl Strip {
    pub fn new(lights: &[Light]) -> Self {
        Strip { lights: lights.to_vec() }
    }

    /// Moves the lights of a part of the strip on by one and dims them to
    /// the given percentage. Nothing happens where the part is not on the strip.
    pub fn roll(&mut self, from: usize, to: usize, percent: u16) -> bool {
        if from >= to || to > self.lights.len() {
            return false;
        }
        let part = &mut self.lights[from..to];
        part.rotate_right(1);
        for light in part.iter_mut() {
            *light = light.dimmed(percent);
        }
        true
    }
}
==== tests
fn strip() -> Strip {
    Strip::new(&[Light(10, 0, 0), Light(20, 0, 0), Light(30, 0, 0), Light(40, 0, 0)])
}

#[test]
fn the_strip_itself_changes() {
    let mut strip = strip();
    assert!(strip.roll(1, 4, 50));
    let reds: Vec<u8> = strip.lights.iter().map(|light| light.0).collect();
    assert_eq!(reds, [10, 20, 10, 15]);
}

#[test]
fn bad_parts_do_nothing() {
    let mut strip = strip();
    let before = strip.lights.clone();
    assert!(!strip.roll(2, 5, 50));
    assert!(!strip.roll(2, 2, 50));
    assert_eq!(strip.lights, before);
}
