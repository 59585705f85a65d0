---
code: E0277
---
pub trait Implement {
    fn width_cm(&self) -> u32;
    fn name(&self) -> String;
    fn needs_power_shaft(&self) -> bool {
        false
    }
}

pub struct Plough {
    pub shares: u32,
}

pub struct Mower;

impl Implement for Plough {
    fn width_cm(&self) -> u32 {
        self.shares * 45
    }
    fn name(&self) -> String {
        format!("{}-share plough", self.shares)
    }
}

impl Implement for Mower {
    fn width_cm(&self) -> u32 {
        310
    }
    fn name(&self) -> String {
        "mower".to_string()
    }
    fn needs_power_shaft(&self) -> bool {
        true
    }
}

/// How many lanes an implement needs for a field of the given width.
pub fn lanes(tool: dyn Implement, field_cm: u32) -> u32 {
    field_cm.div_ceil(tool.width_cm())
}

/// Names the implement with the fewest lanes; of equal ones the first.
pub fn fastest(tools: &[Box<dyn Implement>], field_cm: u32, shaft: bool) -> Option<String> {
    tools
        .iter()
        .filter(|tool| shaft || !tool.needs_power_shaft())
        .min_by_key(|tool| lanes(***tool, field_cm))
        .map(|tool| tool.name())
}
==== fixed
pub trait Implement {
    fn width_cm(&self) -> u32;
    fn name(&self) -> String;
    fn needs_power_shaft(&self) -> bool {
        false
    }
}

pub struct Plough {
    pub shares: u32,
}

pub struct Mower;

impl Implement for Plough {
    fn width_cm(&self) -> u32 {
        self.shares * 45
    }
    fn name(&self) -> String {
        format!("{}-share plough", self.shares)
    }
}

impl Implement for Mower {
    fn width_cm(&self) -> u32 {
        310
    }
    fn name(&self) -> String {
        "mower".to_string()
    }
    fn needs_power_shaft(&self) -> bool {
        true
    }
}

/// How many lanes an implement needs for a field of the given width.
pub fn lanes(tool: &dyn Implement, field_cm: u32) -> u32 {
    field_cm.div_ceil(tool.width_cm())
}

/// Names the implement with the fewest lanes; of equal ones the first.
pub fn fastest(tools: &[Box<dyn Implement>], field_cm: u32, shaft: bool) -> Option<String> {
    tools
        .iter()
        .filter(|tool| shaft || !tool.needs_power_shaft())
        .min_by_key(|tool| lanes(tool.as_ref(), field_cm))
        .map(|tool| tool.name())
}
==== tests
fn barn() -> Vec<Box<dyn Implement>> {
    vec![Box::new(Plough { shares: 3 }), Box::new(Mower), Box::new(Plough { shares: 5 })]
}

#[test]
fn widest_wins() {
    assert_eq!(fastest(&barn(), 4000, true), Some("mower".to_string()));
    assert_eq!(fastest(&barn(), 4000, false), Some("5-share plough".to_string()));
}

#[test]
fn ties_and_empty_barns() {
    assert_eq!(fastest(&barn(), 100, true), Some("3-share plough".to_string()));
    assert_eq!(fastest(&[], 100, true), None);
    let only: Vec<Box<dyn Implement>> = vec![Box::new(Mower)];
    assert_eq!(fastest(&only, 100, false), None);
}
