---
code: E0277
---
pub trait Monster {
    fn name(&self) -> String;
    fn strength(&self) -> u32;
}

pub struct Goblin;

pub struct Troll {
    pub heads: u32,
}

impl Monster for Goblin {
    fn name(&self) -> String {
        "goblin".to_string()
    }

    fn strength(&self) -> u32 {
        2
    }
}

impl Monster for Troll {
    fn name(&self) -> String {
        format!("{}-headed troll", self.heads)
    }

    fn strength(&self) -> u32 {
        5 * self.heads
    }
}

/// Of two monsters the stronger one has the say, the first if they are equal.
fn stronger(a: dyn Monster, b: dyn Monster) -> String {
    if b.strength() > a.strength() {
        b.name()
    } else {
        a.name()
    }
}

/// Who leads a band of a goblin and a troll with so many heads.
pub fn leader(heads: u32) -> String {
    let troll = Troll { heads };
    stronger(&Goblin, &troll)
}
==== fixed
pub trait Monster {
    fn name(&self) -> String;
    fn strength(&self) -> u32;
}

pub struct Goblin;

pub struct Troll {
    pub heads: u32,
}

impl Monster for Goblin {
    fn name(&self) -> String {
        "goblin".to_string()
    }

    fn strength(&self) -> u32 {
        2
    }
}

impl Monster for Troll {
    fn name(&self) -> String {
        format!("{}-headed troll", self.heads)
    }

    fn strength(&self) -> u32 {
        5 * self.heads
    }
}

/// Of two monsters the stronger one has the say, the first if they are equal.
fn stronger(a: &dyn Monster, b: &dyn Monster) -> String {
    if b.strength() > a.strength() {
        b.name()
    } else {
        a.name()
    }
}

/// Who leads a band of a goblin and a troll with so many heads.
pub fn leader(heads: u32) -> String {
    let troll = Troll { heads };
    stronger(&Goblin, &troll)
}
==== tests
#[test]
fn leaders() {
    assert_eq!(leader(2), "2-headed troll");
    assert_eq!(leader(0), "goblin");
}
#[test]
fn strengths() {
    assert_eq!(Goblin.strength(), 2);
    assert_eq!(Troll { heads: 3 }.strength(), 15);
}
