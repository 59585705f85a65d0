---
code: E0382
---
//! Labels for the trays of a plant nursery.

#[derive(Debug, PartialEq)]
pub struct Label {
    pub plant: String,
    pub footer: String,
    pub tray: usize,
}

#[derive(Debug, Default)]
pub struct Nursery {
    pub name: String,
    pub labels: Vec<Label>,
}

impl Nursery {
    /// Prints one label for each tray; all labels of a sowing carry the same footer.
    /// Returns the number of the last tray.
    pub fn sow(&mut self, plants: &[&str], week: u32) -> usize {
        let footer = format!("{}, sown in week {week}", self.name);
        let first = self.labels.len() + 1;
        for (offset, plant) in plants.iter().enumerate() {
            self.labels.push(Label {
                plant: plant.trim().to_lowercase(),
                footer,
                tray: first + offset,
            });
        }
        self.labels.len()
    }

    pub fn sown_as(&self, footer: &str) -> Vec<&str> {
        self.labels
            .iter()
            .filter(|label| label.footer == footer)
            .map(|label| label.plant.as_str())
            .collect()
    }
}
==== fixed
//! Labels for the trays of a plant nursery.

#[derive(Debug, PartialEq)]
pub struct Label {
    pub plant: String,
    pub footer: String,
    pub tray: usize,
}

#[derive(Debug, Default)]
pub struct Nursery {
    pub name: String,
    pub labels: Vec<Label>,
}

impl Nursery {
    /// Prints one label for each tray; all labels of a sowing carry the same footer.
    /// Returns the number of the last tray.
    pub fn sow(&mut self, plants: &[&str], week: u32) -> usize {
        let footer = format!("{}, sown in week {week}", self.name);
        let first = self.labels.len() + 1;
        for (offset, plant) in plants.iter().enumerate() {
            self.labels.push(Label {
                plant: plant.trim().to_lowercase(),
                footer: footer.clone(),
                tray: first + offset,
            });
        }
        self.labels.len()
    }

    pub fn sown_as(&self, footer: &str) -> Vec<&str> {
        self.labels
            .iter()
            .filter(|label| label.footer == footer)
            .map(|label| label.plant.as_str())
            .collect()
    }
}
==== tests
#[test]
fn all_labels_of_a_sowing_share_the_footer() {
    let mut nursery = Nursery { name: "Greenhill".to_string(), labels: Vec::new() };
    assert_eq!(nursery.sow(&["Basil", " Thyme ", "Sage"], 9), 3);
    assert_eq!(nursery.sow(&["Leek"], 10), 4);
    assert_eq!(nursery.sown_as("Greenhill, sown in week 9"), ["basil", "thyme", "sage"]);
    assert_eq!(nursery.sown_as("Greenhill, sown in week 10"), ["leek"]);
    let trays: Vec<usize> = nursery.labels.iter().map(|label| label.tray).collect();
    assert_eq!(trays, [1, 2, 3, 4]);
}

#[test]
fn sowing_nothing_prints_nothing() {
    let mut nursery = Nursery::default();
    assert_eq!(nursery.sow(&[], 1), 0);
    assert!(nursery.labels.is_empty());
}
