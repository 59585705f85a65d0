---
code: E0505
---
//! Dough that rests in a bakery: batches are fed, divided and baked.

#[derive(Debug, PartialEq)]
pub struct Dough {
    pub flour: String,
    pub grams: u32,
    pub feedings: u32,
}

/// What is cloned is a cutting: a spoonful that was never fed.
impl Clone for Dough {
    fn clone(&self) -> Self {
        Dough { flour: self.flour.clone(), grams: 20, feedings: 0 }
    }
}

impl Dough {
    pub fn new(flour: &str, grams: u32) -> Self {
        Dough { flour: flour.to_string(), grams, feedings: 0 }
    }

    pub fn feed(&mut self, grams: u32) {
        self.grams += grams;
        self.feedings += 1;
    }
}

#[derive(Debug, Default)]
pub struct Oven {
    pub loaves: Vec<Dough>,
    pub log: Vec<String>,
}

impl Oven {
    /// Bakes the whole dough. The log has the number of the loaf and its flour.
    /// A cutting of the dough is handed back to start the next batch with.
    pub fn bake(&mut self, dough: Dough) -> Dough {
        let source = &dough;
        self.loaves.push(dough);
        self.log.push(format!("loaf {}: {}", self.loaves.len(), source.flour));
        source.clone()
    }

    pub fn grams(&self) -> u32 {
        self.loaves.iter().map(|loaf| loaf.grams).sum()
    }
}
==== fixed
//! Dough that rests in a bakery: batches are fed, divided and baked.

#[derive(Debug, PartialEq)]
pub struct Dough {
    pub flour: String,
    pub grams: u32,
    pub feedings: u32,
}

/// What is cloned is a cutting: a spoonful that was never fed.
impl Clone for Dough {
    fn clone(&self) -> Self {
        Dough { flour: self.flour.clone(), grams: 20, feedings: 0 }
    }
}

impl Dough {
    pub fn new(flour: &str, grams: u32) -> Self {
        Dough { flour: flour.to_string(), grams, feedings: 0 }
    }

    pub fn feed(&mut self, grams: u32) {
        self.grams += grams;
        self.feedings += 1;
    }
}

#[derive(Debug, Default)]
pub struct Oven {
    pub loaves: Vec<Dough>,
    pub log: Vec<String>,
}

impl Oven {
    /// Bakes the whole dough. The log has the number of the loaf and its flour.
    /// A cutting of the dough is handed back to start the next batch with.
    pub fn bake(&mut self, dough: Dough) -> Dough {
        let source = dough.clone();
        self.loaves.push(dough);
        self.log.push(format!("loaf {}: {}", self.loaves.len(), source.flour));
        source
    }

    pub fn grams(&self) -> u32 {
        self.loaves.iter().map(|loaf| loaf.grams).sum()
    }
}
==== tests
#[test]
fn the_whole_dough_is_baked() {
    let mut oven = Oven::default();
    let mut dough = Dough::new("rye", 300);
    dough.feed(200);
    dough.feed(100);
    let cutting = oven.bake(dough);
    assert_eq!(oven.grams(), 600);
    assert_eq!(oven.loaves[0].feedings, 2);
    assert_eq!((cutting.grams, cutting.feedings), (20, 0));
    assert_eq!(cutting.flour, "rye");
}

#[test]
fn loaves_are_numbered_in_the_log() {
    let mut oven = Oven::default();
    let mut cutting = oven.bake(Dough::new("rye", 300));
    cutting.feed(400);
    oven.bake(cutting);
    oven.bake(Dough::new("spelt", 50));
    assert_eq!(oven.log, ["loaf 1: rye", "loaf 2: rye", "loaf 3: spelt"]);
    assert_eq!(oven.grams(), 770);
}
