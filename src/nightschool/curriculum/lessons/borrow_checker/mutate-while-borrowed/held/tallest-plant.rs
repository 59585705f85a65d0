---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Plant {
    pub name: String,
    pub height_cm: u32,
}

#[derive(Default)]
pub struct Bed {
    plants: Vec<Plant>,
    log: Vec<String>,
}

impl Bed {
    pub fn plant(&mut self, name: &str, height_cm: u32) {
        self.plants.push(Plant { name: name.to_string(), height_cm });
    }

    fn tallest(&self) -> Option<&Plant> {
        self.plants.iter().max_by_key(|p| p.height_cm)
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }

    /// Cuts every plant that is taller than `limit` down to it and notes which
    /// plant had been the tallest before the cut.
    pub fn trim(&mut self, limit: u32) {
        let Some(tallest) = self.tallest() else { return };
        for plant in &mut self.plants {
            plant.height_cm = plant.height_cm.min(limit);
        }
        self.note(format!("tallest was {} at {} cm", tallest.name, tallest.height_cm));
    }

    pub fn heights(&self) -> Vec<u32> {
        self.plants.iter().map(|p| p.height_cm).collect()
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Plant {
    pub name: String,
    pub height_cm: u32,
}

#[derive(Default)]
pub struct Bed {
    plants: Vec<Plant>,
    log: Vec<String>,
}

impl Bed {
    pub fn plant(&mut self, name: &str, height_cm: u32) {
        self.plants.push(Plant { name: name.to_string(), height_cm });
    }

    fn tallest(&self) -> Option<&Plant> {
        self.plants.iter().max_by_key(|p| p.height_cm)
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }

    /// Cuts every plant that is taller than `limit` down to it and notes which
    /// plant had been the tallest before the cut.
    pub fn trim(&mut self, limit: u32) {
        let Some(tallest) = self.tallest().cloned() else { return };
        for plant in &mut self.plants {
            plant.height_cm = plant.height_cm.min(limit);
        }
        self.note(format!("tallest was {} at {} cm", tallest.name, tallest.height_cm));
    }

    pub fn heights(&self) -> Vec<u32> {
        self.plants.iter().map(|p| p.height_cm).collect()
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }
}
==== tests
#[test]
fn notes_height_before_the_cut() {
    let mut bed = Bed::default();
    bed.plant("fennel", 90);
    bed.plant("hollyhock", 210);
    bed.plant("thyme", 20);
    bed.trim(80);
    assert_eq!(bed.heights(), [80, 80, 20]);
    assert_eq!(bed.log(), ["tallest was hollyhock at 210 cm"]);
}
#[test]
fn empty_bed_notes_nothing() {
    let mut bed = Bed::default();
    bed.trim(10);
    assert!(bed.log().is_empty());
}
