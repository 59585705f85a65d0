---
code: E0053
---
/// What a tile of the level does to the one who steps on it.
pub trait Tile {
    fn glyph(&self) -> char;
    /// Changes the hero's health and returns whether the tile is used up.
    fn step(&mut self, health: &mut i32) -> bool;
}

pub struct Spikes {
    pub damage: i32,
}

pub struct Spring {
    pub sips: u32,
}

impl Tile for Spikes {
    fn glyph(&self) -> char {
        '^'
    }

    fn step(&mut self, health: &mut i32) -> bool {
        *health -= self.damage;
        false
    }
}

impl Tile for Spring {
    fn glyph(&self) -> char {
        'o'
    }

    /// Each sip heals three points.
    fn step(&mut self, mut health: i32) -> bool {
        if self.sips > 0 {
            self.sips -= 1;
            health += 3;
        }
        self.sips == 0
    }
}

pub fn walk(path: &mut [Box<dyn Tile>], mut health: i32) -> (i32, String) {
    let mut left = String::new();
    for tile in path.iter_mut() {
        if !tile.step(&mut health) {
            left.push(tile.glyph());
        }
    }
    (health, left)
}
==== fixed
/// What a tile of the level does to the one who steps on it.
pub trait Tile {
    fn glyph(&self) -> char;
    /// Changes the hero's health and returns whether the tile is used up.
    fn step(&mut self, health: &mut i32) -> bool;
}

pub struct Spikes {
    pub damage: i32,
}

pub struct Spring {
    pub sips: u32,
}

impl Tile for Spikes {
    fn glyph(&self) -> char {
        '^'
    }

    fn step(&mut self, health: &mut i32) -> bool {
        *health -= self.damage;
        false
    }
}

impl Tile for Spring {
    fn glyph(&self) -> char {
        'o'
    }

    /// Each sip heals three points.
    fn step(&mut self, health: &mut i32) -> bool {
        if self.sips > 0 {
            self.sips -= 1;
            *health += 3;
        }
        self.sips == 0
    }
}

pub fn walk(path: &mut [Box<dyn Tile>], mut health: i32) -> (i32, String) {
    let mut left = String::new();
    for tile in path.iter_mut() {
        if !tile.step(&mut health) {
            left.push(tile.glyph());
        }
    }
    (health, left)
}
==== tests
#[test]
fn walks() {
    let mut path: Vec<Box<dyn Tile>> = vec![
        Box::new(Spikes { damage: 4 }),
        Box::new(Spring { sips: 2 }),
        Box::new(Spring { sips: 1 }),
    ];
    assert_eq!(walk(&mut path, 10), (12, "^o".to_string()));
    assert_eq!(walk(&mut path, 10), (9, "^".to_string()));
}
#[test]
fn dry_spring() {
    let mut path: Vec<Box<dyn Tile>> = vec![Box::new(Spring { sips: 0 })];
    assert_eq!(walk(&mut path, 5), (5, String::new()));
}
