---
code: E0004
---
//! Orders at a bakery counter.

#[derive(Debug, Default, PartialEq)]
pub struct Shelf {
    pub loaves: u32,
    /// Loaves promised to customers, to be baked tomorrow.
    pub promised: u32,
}

impl Shelf {
    /// Sells `wanted` loaves and tells how many the customer carries home.
    /// If the shelf holds too few, it is emptied and the rest is promised.
    pub fn sell(&mut self, wanted: u32) -> u32 {
        match self.loaves.checked_sub(wanted) {
            Some(left) => {
                self.loaves = left;
                wanted
            }
        }
    }

    /// The morning delivery serves the promises first.
    pub fn deliver(&mut self, baked: u32) {
        let served = baked.min(self.promised);
        self.promised -= served;
        self.loaves += baked - served;
    }
}
==== fixed
//! Orders at a bakery counter.

#[derive(Debug, Default, PartialEq)]
pub struct Shelf {
    pub loaves: u32,
    /// Loaves promised to customers, to be baked tomorrow.
    pub promised: u32,
}

impl Shelf {
    /// Sells `wanted` loaves and tells how many the customer carries home.
    /// If the shelf holds too few, it is emptied and the rest is promised.
    pub fn sell(&mut self, wanted: u32) -> u32 {
        match self.loaves.checked_sub(wanted) {
            Some(left) => {
                self.loaves = left;
                wanted
            }
            None => {
                let sold = std::mem::take(&mut self.loaves);
                self.promised += wanted - sold;
                sold
            }
        }
    }

    /// The morning delivery serves the promises first.
    pub fn deliver(&mut self, baked: u32) {
        let served = baked.min(self.promised);
        self.promised -= served;
        self.loaves += baked - served;
    }
}
==== tests
#[test]
fn sells_from_the_shelf() {
    let mut shelf = Shelf { loaves: 5, promised: 0 };
    assert_eq!(shelf.sell(5), 5);
    assert_eq!(shelf, Shelf { loaves: 0, promised: 0 });
}

#[test]
fn promises_the_rest() {
    let mut shelf = Shelf { loaves: 5, promised: 1 };
    assert_eq!(shelf.sell(8), 5);
    assert_eq!(shelf, Shelf { loaves: 0, promised: 4 });
    shelf.deliver(10);
    assert_eq!(shelf, Shelf { loaves: 6, promised: 0 });
}
