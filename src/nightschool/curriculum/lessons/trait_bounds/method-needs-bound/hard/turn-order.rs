---
code: E0599
---
//! Turn order for a tabletop game.

/// Whoever can take part in a fight.
pub trait Fighter {
    fn name(&self) -> String;

    /// The higher, the earlier it acts.
    fn speed(&self) -> i32;
}

/// Whatever moves over the map between fights.
pub trait Traveller {
    /// Miles a day.
    fn speed(&self) -> i32;
}

pub struct Hero {
    pub called: &'static str,
    pub reflex: i32,
    pub on_horse: bool,
}

impl Fighter for Hero {
    fn name(&self) -> String {
        self.called.to_string()
    }

    fn speed(&self) -> i32 {
        self.reflex
    }
}

impl Traveller for Hero {
    fn speed(&self) -> i32 {
        if self.on_horse { 40 } else { 24 }
    }
}

/// The miles that a company makes in a day: as many as its slowest member.
pub fn day_march<M>(company: &[M]) -> i32 {
    company.iter().map(|member| member.speed()).min().unwrap_or(0)
}

/// Who acts first, second and so on; ties keep the order of `side`.
pub fn turn_order<M: Fighter>(side: &[M]) -> Vec<String> {
    let mut order: Vec<&M> = side.iter().collect();
    order.sort_by_key(|fighter| std::cmp::Reverse(fighter.speed()));
    order.iter().map(|fighter| fighter.name()).collect()
}
==== fixed
//! Turn order for a tabletop game.

/// Whoever can take part in a fight.
pub trait Fighter {
    fn name(&self) -> String;

    /// The higher, the earlier it acts.
    fn speed(&self) -> i32;
}

/// Whatever moves over the map between fights.
pub trait Traveller {
    /// Miles a day.
    fn speed(&self) -> i32;
}

pub struct Hero {
    pub called: &'static str,
    pub reflex: i32,
    pub on_horse: bool,
}

impl Fighter for Hero {
    fn name(&self) -> String {
        self.called.to_string()
    }

    fn speed(&self) -> i32 {
        self.reflex
    }
}

impl Traveller for Hero {
    fn speed(&self) -> i32 {
        if self.on_horse { 40 } else { 24 }
    }
}

/// The miles that a company makes in a day: as many as its slowest member.
pub fn day_march<M: Traveller>(company: &[M]) -> i32 {
    company.iter().map(|member| member.speed()).min().unwrap_or(0)
}

/// Who acts first, second and so on; ties keep the order of `side`.
pub fn turn_order<M: Fighter>(side: &[M]) -> Vec<String> {
    let mut order: Vec<&M> = side.iter().collect();
    order.sort_by_key(|fighter| std::cmp::Reverse(fighter.speed()));
    order.iter().map(|fighter| fighter.name()).collect()
}
==== tests
fn company() -> Vec<Hero> {
    vec![
        Hero { called: "Runa", reflex: 3, on_horse: true },
        Hero { called: "Odo", reflex: 8, on_horse: true },
        Hero { called: "Pim", reflex: 8, on_horse: false },
    ]
}

#[test]
fn the_company_waits_for_the_one_on_foot() {
    assert_eq!(day_march(&company()), 24);
    assert_eq!(day_march(&company()[..2]), 40);
    assert_eq!(day_march(&Vec::<Hero>::new()), 0);
}

#[test]
fn quick_ones_act_first() {
    assert_eq!(turn_order(&company()), ["Odo", "Pim", "Runa"]);
}
