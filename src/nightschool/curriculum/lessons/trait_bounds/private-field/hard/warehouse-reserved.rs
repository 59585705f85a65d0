---
code: E0616
---
//! Sells from a warehouse where pieces can be reserved.

pub mod stock {
    #[derive(Debug, Clone)]
    pub struct Item {
        name: String,
        pieces: u32,
        reserved: u32,
    }

    impl Item {
        pub fn new(name: &str, pieces: u32) -> Self {
            Item { name: name.to_string(), pieces, reserved: 0 }
        }

        pub fn name(&self) -> &str {
            &self.name
        }

        /// Pieces that nobody has reserved; only these may be promised.
        pub fn available(&self) -> u32 {
            self.pieces - self.reserved
        }

        /// Sets pieces aside; false if there are not enough.
        pub fn reserve(&mut self, count: u32) -> bool {
            let enough = count <= self.available();
            if enough {
                self.reserved += count;
            }
            enough
        }
    }
}

use stock::Item;

/// The answer to a customer who asks for some pieces.
pub fn answer(item: &Item, wanted: u32) -> String {
    let left = item.pieces;
    if wanted <= left {
        format!("{wanted} x {} ready", item.name())
    } else {
        format!("only {left} x {} to promise", item.name())
    }
}
==== fixed
//! Sells from a warehouse where pieces can be reserved.

pub mod stock {
    #[derive(Debug, Clone)]
    pub struct Item {
        name: String,
        pieces: u32,
        reserved: u32,
    }

    impl Item {
        pub fn new(name: &str, pieces: u32) -> Self {
            Item { name: name.to_string(), pieces, reserved: 0 }
        }

        pub fn name(&self) -> &str {
            &self.name
        }

        /// Pieces that nobody has reserved; only these may be promised.
        pub fn available(&self) -> u32 {
            self.pieces - self.reserved
        }

        /// Sets pieces aside; false if there are not enough.
        pub fn reserve(&mut self, count: u32) -> bool {
            let enough = count <= self.available();
            if enough {
                self.reserved += count;
            }
            enough
        }
    }
}

use stock::Item;

/// The answer to a customer who asks for some pieces.
pub fn answer(item: &Item, wanted: u32) -> String {
    let left = item.available();
    if wanted <= left {
        format!("{wanted} x {} ready", item.name())
    } else {
        format!("only {left} x {} to promise", item.name())
    }
}
==== tests
#[test]
fn reserved_pieces_are_not_promised() {
    let mut lamp = Item::new("lamp", 10);
    assert!(lamp.reserve(7));
    assert_eq!(answer(&lamp, 4), "only 3 x lamp to promise");
    assert_eq!(answer(&lamp, 3), "3 x lamp ready");
    assert!(!lamp.reserve(4));
}

#[test]
fn nothing_reserved() {
    let rug = Item::new("rug", 2);
    assert_eq!(answer(&rug, 2), "2 x rug ready");
    assert_eq!(answer(&rug, 3), "only 2 x rug to promise");
}
