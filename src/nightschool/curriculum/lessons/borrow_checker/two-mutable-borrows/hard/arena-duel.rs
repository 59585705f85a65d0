---
code: E0499
---
//! Duels between the units of a strategy game.

#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    pub name: String,
    pub health: i32,
    pub strength: i32,
    pub wins: u32,
}

impl Unit {
    pub fn new(name: &str, health: i32, strength: i32) -> Self {
        Unit { name: name.to_string(), health, strength, wins: 0 }
    }

    /// Takes a blow; tells whether it was the last one.
    pub fn suffer(&mut self, strength: i32) -> bool {
        self.health = (self.health - strength).max(0);
        self.health == 0
    }
}

#[derive(Debug, Default)]
pub struct Arena {
    pub units: Vec<Unit>,
}

impl Arena {
    /// Lets one unit strike another. A unit that fells its opponent wins, and a win
    /// makes it stronger by one for the blows to come.
    pub fn strike(&mut self, attacker: usize, target: usize) -> bool {
        let hitter = &mut self.units[attacker];
        let victim = &mut self.units[target];
        let felled = victim.suffer(hitter.strength);
        if felled {
            hitter.wins += 1;
            hitter.strength += 1;
        }
        felled
    }

    pub fn champion(&self) -> Option<&Unit> {
        self.units.iter().max_by_key(|unit| unit.wins)
    }
}
==== fixed
//! Duels between the units of a strategy game.

#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    pub name: String,
    pub health: i32,
    pub strength: i32,
    pub wins: u32,
}

impl Unit {
    pub fn new(name: &str, health: i32, strength: i32) -> Self {
        Unit { name: name.to_string(), health, strength, wins: 0 }
    }

    /// Takes a blow; tells whether it was the last one.
    pub fn suffer(&mut self, strength: i32) -> bool {
        self.health = (self.health - strength).max(0);
        self.health == 0
    }
}

#[derive(Debug, Default)]
pub struct Arena {
    pub units: Vec<Unit>,
}

impl Arena {
    /// Lets one unit strike another. A unit that fells its opponent wins, and a win
    /// makes it stronger by one for the blows to come.
    pub fn strike(&mut self, attacker: usize, target: usize) -> bool {
        let strength = self.units[attacker].strength;
        let felled = self.units[target].suffer(strength);
        if felled {
            let hitter = &mut self.units[attacker];
            hitter.wins += 1;
            hitter.strength += 1;
        }
        felled
    }

    pub fn champion(&self) -> Option<&Unit> {
        self.units.iter().max_by_key(|unit| unit.wins)
    }
}
==== tests
fn arena() -> Arena {
    Arena { units: vec![Unit::new("ogre", 9, 4), Unit::new("elf", 4, 5), Unit::new("imp", 5, 1)] }
}

#[test]
fn a_felled_opponent_makes_stronger() {
    let mut arena = arena();
    assert!(arena.strike(0, 1));
    assert_eq!((arena.units[0].wins, arena.units[0].strength), (1, 5));
    assert_eq!(arena.units[1].health, 0);
    assert!(arena.strike(0, 2));
    assert_eq!((arena.units[0].wins, arena.units[0].strength), (2, 6));
    assert_eq!(arena.champion().unwrap().name, "ogre");
}

#[test]
fn a_blow_that_does_not_fell_only_hurts() {
    let mut arena = arena();
    assert!(!arena.strike(2, 0));
    assert!(!arena.strike(1, 0));
    assert_eq!(arena.units[0].health, 3);
    assert!(arena.units.iter().all(|unit| unit.wins == 0));
    assert_eq!((arena.units[2].strength, arena.units[1].strength), (1, 5));
}
