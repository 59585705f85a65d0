---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Bed {
    pub name: String,
    pub thirst: u32,
}

pub struct Garden {
    pub beds: Vec<Bed>,
}

/// A round with the watering can: visits beds from the thirstiest to the least thirsty.
pub struct Round {
    order: Vec<&Bed>,
    litres: u32,
}

impl Garden {
    pub fn round(&self, litres: u32) -> Round {
        let mut order: Vec<&Bed> = self.beds.iter().collect();
        order.sort_by_key(|bed| bed.thirst);
        Round { order, litres }
    }

    /// Beds that get their full share, in the order of the round.
    pub fn watered(&self, litres: u32) -> Vec<&str> {
        let mut round = self.round(litres);
        let mut names = Vec::new();
        while let Some(bed) = round.order.pop() {
            if bed.thirst > round.litres {
                break;
            }
            round.litres -= bed.thirst;
            names.push(bed.name.as_str());
        }
        names
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Bed {
    pub name: String,
    pub thirst: u32,
}

pub struct Garden {
    pub beds: Vec<Bed>,
}

/// A round with the watering can: visits beds from the thirstiest to the least thirsty.
pub struct Round<'a> {
    order: Vec<&'a Bed>,
    litres: u32,
}

impl Garden {
    pub fn round(&self, litres: u32) -> Round<'_> {
        let mut order: Vec<&Bed> = self.beds.iter().collect();
        order.sort_by_key(|bed| bed.thirst);
        Round { order, litres }
    }

    /// Beds that get their full share, in the order of the round.
    pub fn watered(&self, litres: u32) -> Vec<&str> {
        let mut round = self.round(litres);
        let mut names = Vec::new();
        while let Some(bed) = round.order.pop() {
            if bed.thirst > round.litres {
                break;
            }
            round.litres -= bed.thirst;
            names.push(bed.name.as_str());
        }
        names
    }
}
==== tests
fn garden() -> Garden {
    let bed = |n: &str, thirst| Bed { name: n.into(), thirst };
    Garden { beds: vec![bed("herbs", 2), bed("squash", 9), bed("roses", 5)] }
}
#[test]
fn thirstiest_first() {
    assert_eq!(garden().watered(20), ["squash", "roses", "herbs"]);
}
#[test]
fn can_runs_dry() {
    assert_eq!(garden().watered(13), ["squash"]);
    assert!(garden().watered(8).is_empty());
}
