---
code: E0507
---
#[derive(Debug, PartialEq)]
pub struct Part {
    pub serial: String,
    pub grams: u32,
}

#[derive(Debug)]
pub struct Gripper {
    held: Option<Part>,
    max_grams: u32,
}

impl Gripper {
    pub fn new(max_grams: u32) -> Self {
        Gripper { held: None, max_grams }
    }

    pub fn grip(&mut self, part: Part) -> Result<(), Part> {
        if self.held.is_some() || part.grams > self.max_grams {
            return Err(part);
        }
        self.held = Some(part);
        Ok(())
    }

    /// How far the arm may be stretched with its load, in percent. Only looks at the part.
    pub fn reach_percent(&self) -> u32 {
        if self.held.is_none() {
            return 100;
        }
        let part = self.held.unwrap();
        100 - 60 * part.grams / self.max_grams
    }

    pub fn release(&mut self) -> Option<Part> {
        self.held.take()
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Part {
    pub serial: String,
    pub grams: u32,
}

#[derive(Debug)]
pub struct Gripper {
    held: Option<Part>,
    max_grams: u32,
}

impl Gripper {
    pub fn new(max_grams: u32) -> Self {
        Gripper { held: None, max_grams }
    }

    pub fn grip(&mut self, part: Part) -> Result<(), Part> {
        if self.held.is_some() || part.grams > self.max_grams {
            return Err(part);
        }
        self.held = Some(part);
        Ok(())
    }

    /// How far the arm may be stretched with its load, in percent. Only looks at the part.
    pub fn reach_percent(&self) -> u32 {
        if self.held.is_none() {
            return 100;
        }
        let part = self.held.as_ref().unwrap();
        100 - 60 * part.grams / self.max_grams
    }

    pub fn release(&mut self) -> Option<Part> {
        self.held.take()
    }
}
==== tests
fn part(serial: &str, grams: u32) -> Part {
    Part { serial: serial.to_string(), grams }
}

#[test]
fn reach_depends_on_the_load() {
    let mut g = Gripper::new(600);
    assert_eq!(g.reach_percent(), 100);
    g.grip(part("p1", 300)).unwrap();
    assert_eq!(g.reach_percent(), 70);
}

#[test]
fn the_part_is_still_held_afterwards() {
    let mut g = Gripper::new(600);
    g.grip(part("p1", 600)).unwrap();
    assert_eq!(g.reach_percent(), 40);
    assert_eq!(g.reach_percent(), 40);
    assert_eq!(g.grip(part("p2", 1)), Err(part("p2", 1)));
    assert_eq!(g.release(), Some(part("p1", 600)));
}
