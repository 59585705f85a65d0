---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Fighter {
    pub name: String,
    pub health: i32,
    pub armour: i32,
}

pub struct Arena {
    pub fighters: Vec<Fighter>,
}

impl Arena {
    /// `attacker` rams `target`: the target loses the attacker's armour as
    /// health, and the attacker's armour is dented by one. Nobody rams himself.
    pub fn ram(&mut self, attacker: usize, target: usize) {
        if attacker == target {
            return;
        }
        let a = &mut self.fighters[attacker];
        let t = &mut self.fighters[target];
        t.health -= a.armour;
        a.armour -= 1;
    }

    pub fn standing(&self) -> Vec<&str> {
        self.fighters.iter().filter(|f| f.health > 0).map(|f| f.name.as_str()).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Fighter {
    pub name: String,
    pub health: i32,
    pub armour: i32,
}

pub struct Arena {
    pub fighters: Vec<Fighter>,
}

impl Arena {
    /// `attacker` rams `target`: the target loses the attacker's armour as
    /// health, and the attacker's armour is dented by one. Nobody rams himself.
    pub fn ram(&mut self, attacker: usize, target: usize) {
        if attacker == target {
            return;
        }
        let a = &mut self.fighters[attacker];
        let force = a.armour;
        a.armour -= 1;
        let t = &mut self.fighters[target];
        t.health -= force;
    }

    pub fn standing(&self) -> Vec<&str> {
        self.fighters.iter().filter(|f| f.health > 0).map(|f| f.name.as_str()).collect()
    }
}
==== tests
fn arena() -> Arena {
    let f = |n: &str, health, armour| Fighter { name: n.into(), health, armour };
    Arena { fighters: vec![f("Ox", 5, 4), f("Cat", 4, 1)] }
}
#[test]
fn rams() {
    let mut a = arena();
    a.ram(0, 1);
    assert_eq!((a.fighters[0].health, a.fighters[0].armour), (5, 3));
    assert_eq!((a.fighters[1].health, a.fighters[1].armour), (0, 1));
    assert_eq!(a.standing(), ["Ox"]);
}
#[test]
fn backwards_and_self() {
    let mut a = arena();
    a.ram(1, 0);
    a.ram(1, 1);
    assert_eq!(a.fighters[0].health, 4);
    assert_eq!((a.fighters[1].health, a.fighters[1].armour), (4, 0));
}
