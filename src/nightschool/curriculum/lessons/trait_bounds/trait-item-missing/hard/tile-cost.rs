---
code: E0046
---
//! Costs of moving over the tiles of a map, for a path finder.

pub trait Terrain {
    fn passable(&self) -> bool;
    /// Steps that entering the tile takes, as it lies today.
    fn cost(&self) -> u32;
}

pub struct Road;

/// Soft ground; each hour of rain makes it worse.
pub struct Swamp {
    pub depth: u32,
    pub rain_hours: u32,
}

impl Swamp {
    pub fn steps(&self) -> u32 {
        2 + self.depth + self.rain_hours / 3
    }

    pub fn steps_when_dry(&self) -> u32 {
        2 + self.depth
    }
}

impl Terrain for Road {
    fn passable(&self) -> bool {
        true
    }

    fn cost(&self) -> u32 {
        1
    }
}

impl Terrain for Swamp {
    fn passable(&self) -> bool {
        self.depth < 6
    }
}

/// The steps for a way over the tiles, `None` where one is not passable.
pub fn way(tiles: &[&dyn Terrain]) -> Option<u32> {
    let mut steps = 0;
    for tile in tiles {
        if !tile.passable() {
            return None;
        }
        steps += tile.cost();
    }
    Some(steps)
}
==== fixed
//! Costs of moving over the tiles of a map, for a path finder.

pub trait Terrain {
    fn passable(&self) -> bool;
    /// Steps that entering the tile takes, as it lies today.
    fn cost(&self) -> u32;
}

pub struct Road;

/// Soft ground; each hour of rain makes it worse.
pub struct Swamp {
    pub depth: u32,
    pub rain_hours: u32,
}

impl Swamp {
    pub fn steps(&self) -> u32 {
        2 + self.depth + self.rain_hours / 3
    }

    pub fn steps_when_dry(&self) -> u32 {
        2 + self.depth
    }
}

impl Terrain for Road {
    fn passable(&self) -> bool {
        true
    }

    fn cost(&self) -> u32 {
        1
    }
}

impl Terrain for Swamp {
    fn passable(&self) -> bool {
        self.depth < 6
    }

    fn cost(&self) -> u32 {
        self.steps()
    }
}

/// The steps for a way over the tiles, `None` where one is not passable.
pub fn way(tiles: &[&dyn Terrain]) -> Option<u32> {
    let mut steps = 0;
    for tile in tiles {
        if !tile.passable() {
            return None;
        }
        steps += tile.cost();
    }
    Some(steps)
}
==== tests
#[test]
fn rain_slows_the_way() {
    let swamp = Swamp { depth: 3, rain_hours: 7 };
    assert_eq!(way(&[&Road, &swamp, &Road]), Some(9));
    assert_eq!(swamp.steps_when_dry(), 5);
}

#[test]
fn dry_and_deep_swamps() {
    assert_eq!(way(&[&Swamp { depth: 1, rain_hours: 2 }]), Some(3));
    assert_eq!(way(&[&Road, &Swamp { depth: 6, rain_hours: 0 }]), None);
}
