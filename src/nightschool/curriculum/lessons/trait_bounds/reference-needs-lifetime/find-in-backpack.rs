---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Item {
    pub name: String,
    pub weight: u32,
}

pub struct Backpack {
    pub items: Vec<Item>,
}

/// The heaviest item whose name contains `word`. The word is only looked at;
/// callers often build it on the spot and throw it away.
pub fn heaviest_match(pack: &Backpack, word: &str) -> Option<&Item> {
    pack.items
        .iter()
        .filter(|item| item.name.contains(word))
        .max_by_key(|item| item.weight)
}

pub fn load(pack: &Backpack) -> u32 {
    pack.items.iter().map(|item| item.weight).sum()
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Item {
    pub name: String,
    pub weight: u32,
}

pub struct Backpack {
    pub items: Vec<Item>,
}

/// The heaviest item whose name contains `word`. The word is only looked at;
/// callers often build it on the spot and throw it away.
pub fn heaviest_match<'p>(pack: &'p Backpack, word: &str) -> Option<&'p Item> {
    pack.items
        .iter()
        .filter(|item| item.name.contains(word))
        .max_by_key(|item| item.weight)
}

pub fn load(pack: &Backpack) -> u32 {
    pack.items.iter().map(|item| item.weight).sum()
}
==== tests
fn pack() -> Backpack {
    let it = |n: &str, weight| Item { name: n.to_string(), weight };
    Backpack { items: vec![it("short sword", 4), it("long sword", 7), it("shield", 9)] }
}
#[test]
fn outlives_the_word() {
    let p = pack();
    let found = {
        let word = String::from("sword");
        heaviest_match(&p, &word)
    };
    assert_eq!(found.unwrap().name, "long sword");
}
#[test]
fn nothing() {
    let p = pack();
    assert!(heaviest_match(&p, "bow").is_none());
    assert_eq!(load(&p), 20);
}
