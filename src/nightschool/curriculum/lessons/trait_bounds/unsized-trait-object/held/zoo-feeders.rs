---
code: E0277
---
pub trait Resident {
    fn name(&self) -> String;
    fn meals(&self) -> u32;
}

pub struct Lion;
pub struct Tortoise {
    pub age: u32,
}

impl Resident for Lion {
    fn name(&self) -> String {
        "lion".to_string()
    }
    fn meals(&self) -> u32 {
        1
    }
}

impl Resident for Tortoise {
    fn name(&self) -> String {
        format!("tortoise ({} years)", self.age)
    }
    fn meals(&self) -> u32 {
        if self.age > 100 { 2 } else { 3 }
    }
}

#[derive(Default)]
pub struct House {
    residents: Vec<dyn Resident>,
}

impl House {
    pub fn new() -> Self {
        House::default()
    }

    pub fn move_in(&mut self, resident: Box<dyn Resident>) {
        self.residents.push(resident);
    }

    /// One line per resident, in the order they moved in.
    pub fn plan(&self) -> Vec<String> {
        self.residents.iter().map(|r| format!("{}: {}", r.name(), r.meals())).collect()
    }
}
==== fixed
pub trait Resident {
    fn name(&self) -> String;
    fn meals(&self) -> u32;
}

pub struct Lion;
pub struct Tortoise {
    pub age: u32,
}

impl Resident for Lion {
    fn name(&self) -> String {
        "lion".to_string()
    }
    fn meals(&self) -> u32 {
        1
    }
}

impl Resident for Tortoise {
    fn name(&self) -> String {
        format!("tortoise ({} years)", self.age)
    }
    fn meals(&self) -> u32 {
        if self.age > 100 { 2 } else { 3 }
    }
}

#[derive(Default)]
pub struct House {
    residents: Vec<Box<dyn Resident>>,
}

impl House {
    pub fn new() -> Self {
        House::default()
    }

    pub fn move_in(&mut self, resident: Box<dyn Resident>) {
        self.residents.push(resident);
    }

    /// One line per resident, in the order they moved in.
    pub fn plan(&self) -> Vec<String> {
        self.residents.iter().map(|r| format!("{}: {}", r.name(), r.meals())).collect()
    }
}
==== tests
#[test]
fn plan_in_order() {
    let mut h = House::new();
    h.move_in(Box::new(Tortoise { age: 120 }));
    h.move_in(Box::new(Lion));
    h.move_in(Box::new(Tortoise { age: 4 }));
    assert_eq!(h.plan(), ["tortoise (120 years): 2", "lion: 1", "tortoise (4 years): 3"]);
}
#[test]
fn empty_house() {
    assert!(House::new().plan().is_empty());
}
