---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Hopper {
    pub crop: String,
    pub grams: u32,
}

#[derive(Debug)]
pub struct Drill {
    pub hoppers: Vec<Hopper>,
    pub wasted: u32,
}

impl Drill {
    pub fn new(fill: &[(&str, u32)]) -> Self {
        let hoppers = fill.iter().map(|(c, g)| Hopper { crop: c.to_string(), grams: *g }).collect();
        Drill { hoppers, wasted: 0 }
    }

    fn hopper(&mut self, index: usize) -> &mut Hopper {
        &mut self.hoppers[index]
    }

    /// Evens out two hoppers so that both hold the same; an odd gram goes into the
    /// first of them. Hoppers of different crops are never mixed.
    pub fn level(&mut self, first: usize, second: usize) -> bool {
        if first == second || self.hoppers[first].crop != self.hoppers[second].crop {
            return false;
        }
        let a = self.hopper(first);
        let b = self.hopper(second);
        let sum = a.grams + b.grams;
        a.grams = sum - sum / 2;
        b.grams = sum / 2;
        true
    }

    pub fn sow(&mut self, index: usize, grams: u32) -> u32 {
        let hopper = self.hopper(index);
        let sown = grams.min(hopper.grams);
        hopper.grams -= sown;
        sown
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Hopper {
    pub crop: String,
    pub grams: u32,
}

#[derive(Debug)]
pub struct Drill {
    pub hoppers: Vec<Hopper>,
    pub wasted: u32,
}

impl Drill {
    pub fn new(fill: &[(&str, u32)]) -> Self {
        let hoppers = fill.iter().map(|(c, g)| Hopper { crop: c.to_string(), grams: *g }).collect();
        Drill { hoppers, wasted: 0 }
    }

    fn hopper(&mut self, index: usize) -> &mut Hopper {
        &mut self.hoppers[index]
    }

    /// Evens out two hoppers so that both hold the same; an odd gram goes into the
    /// first of them. Hoppers of different crops are never mixed.
    pub fn level(&mut self, first: usize, second: usize) -> bool {
        if first == second || self.hoppers[first].crop != self.hoppers[second].crop {
            return false;
        }
        let sum = self.hopper(first).grams + self.hopper(second).grams;
        self.hopper(first).grams = sum - sum / 2;
        self.hopper(second).grams = sum / 2;
        true
    }

    pub fn sow(&mut self, index: usize, grams: u32) -> u32 {
        let hopper = self.hopper(index);
        let sown = grams.min(hopper.grams);
        hopper.grams -= sown;
        sown
    }
}
==== tests
fn grams(d: &Drill) -> Vec<u32> {
    d.hoppers.iter().map(|h| h.grams).collect()
}

#[test]
fn levels_both_ways() {
    let mut d = Drill::new(&[("oats", 10), ("oats", 101), ("peas", 7)]);
    assert!(d.level(0, 1));
    assert_eq!(grams(&d), [56, 55, 7]);
    assert_eq!(d.sow(0, 6), 6);
    assert!(d.level(1, 0));
    assert_eq!(grams(&d), [52, 53, 7]);
}

#[test]
fn crops_are_not_mixed() {
    let mut d = Drill::new(&[("oats", 10), ("peas", 7)]);
    assert!(!d.level(0, 1));
    assert!(!d.level(1, 1));
    assert_eq!(grams(&d), [10, 7]);
    assert_eq!(d.sow(1, 9), 7);
}
