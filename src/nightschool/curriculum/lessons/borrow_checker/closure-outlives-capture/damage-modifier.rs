---
code: E0373
---
/// Turns a base damage into the damage that is dealt.
pub type Modifier = Box<dyn Fn(i32) -> i32>;

/// A rune adds twice its power, but never less than one point.
fn rune_bonus(power: i32) -> Modifier {
    let bonus = (power * 2).max(1);
    Box::new(|damage| damage + bonus)
}

pub struct Weapon {
    pub name: String,
    modifiers: Vec<Modifier>,
}

impl Weapon {
    pub fn new(name: &str) -> Self {
        Weapon { name: name.to_string(), modifiers: Vec::new() }
    }

    pub fn engrave(&mut self, runes: &[i32]) -> &mut Self {
        self.modifiers.extend(runes.iter().map(|rune| rune_bonus(*rune)));
        self
    }

    pub fn temper(&mut self, percent: i32) -> &mut Self {
        self.modifiers.push(Box::new(move |damage| damage * percent / 100));
        self
    }

    pub fn damage(&self, base: i32) -> i32 {
        self.modifiers.iter().fold(base, |damage, modifier| modifier(damage))
    }
}
==== fixed
/// Turns a base damage into the damage that is dealt.
pub type Modifier = Box<dyn Fn(i32) -> i32>;

/// A rune adds twice its power, but never less than one point.
fn rune_bonus(power: i32) -> Modifier {
    let bonus = (power * 2).max(1);
    Box::new(move |damage| damage + bonus)
}

pub struct Weapon {
    pub name: String,
    modifiers: Vec<Modifier>,
}

impl Weapon {
    pub fn new(name: &str) -> Self {
        Weapon { name: name.to_string(), modifiers: Vec::new() }
    }

    pub fn engrave(&mut self, runes: &[i32]) -> &mut Self {
        self.modifiers.extend(runes.iter().map(|rune| rune_bonus(*rune)));
        self
    }

    pub fn temper(&mut self, percent: i32) -> &mut Self {
        self.modifiers.push(Box::new(move |damage| damage * percent / 100));
        self
    }

    pub fn damage(&self, base: i32) -> i32 {
        self.modifiers.iter().fold(base, |damage, modifier| modifier(damage))
    }
}
==== tests
#[test]
fn engraved_then_tempered() {
    let mut w = Weapon::new("axe");
    w.engrave(&[1, 2]).temper(150);
    assert_eq!(w.damage(10), 24);
}
#[test]
fn tempered_then_engraved() {
    let mut w = Weapon::new("axe");
    w.temper(50).engrave(&[3]);
    assert_eq!(w.damage(10), 11);
    assert_eq!(Weapon::new("club").damage(4), 4);
}
