---
code: E0505
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    pub kind: String,
    pub count: u32,
}

pub struct Chest {
    stacks: HashMap<u8, Stack>,
}

impl Chest {
    pub fn new(stacks: Vec<(u8, Stack)>) -> Self {
        Chest { stacks: stacks.into_iter().collect() }
    }

    /// The largest stack; of equal ones that in the lower slot.
    pub fn largest(&self) -> Option<&Stack> {
        let mut slots: Vec<(&u8, &Stack)> = self.stacks.iter().collect();
        slots.sort_by_key(|(slot, stack)| (std::cmp::Reverse(stack.count), **slot));
        slots.first().map(|(_, stack)| *stack)
    }

    /// Breaks the chest up: everything in it, in the order of the slots.
    pub fn break_up(self) -> Vec<Stack> {
        let mut slots: Vec<(u8, Stack)> = self.stacks.into_iter().collect();
        slots.sort_by_key(|(slot, _)| *slot);
        slots.into_iter().map(|(_, stack)| stack).collect()
    }
}

/// Empties the chest into the bag. Returns the kind that the chest held most
/// of, for the message on the screen.
pub fn loot(bag: &mut Vec<Stack>, chest: Chest) -> Option<String> {
    let top = chest.largest();
    bag.extend(chest.break_up());
    top.map(|stack| stack.kind.clone())
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    pub kind: String,
    pub count: u32,
}

pub struct Chest {
    stacks: HashMap<u8, Stack>,
}

impl Chest {
    pub fn new(stacks: Vec<(u8, Stack)>) -> Self {
        Chest { stacks: stacks.into_iter().collect() }
    }

    /// The largest stack; of equal ones that in the lower slot.
    pub fn largest(&self) -> Option<&Stack> {
        let mut slots: Vec<(&u8, &Stack)> = self.stacks.iter().collect();
        slots.sort_by_key(|(slot, stack)| (std::cmp::Reverse(stack.count), **slot));
        slots.first().map(|(_, stack)| *stack)
    }

    /// Breaks the chest up: everything in it, in the order of the slots.
    pub fn break_up(self) -> Vec<Stack> {
        let mut slots: Vec<(u8, Stack)> = self.stacks.into_iter().collect();
        slots.sort_by_key(|(slot, _)| *slot);
        slots.into_iter().map(|(_, stack)| stack).collect()
    }
}

/// Empties the chest into the bag. Returns the kind that the chest held most
/// of, for the message on the screen.
pub fn loot(bag: &mut Vec<Stack>, chest: Chest) -> Option<String> {
    let top = chest.largest().map(|stack| stack.kind.clone());
    bag.extend(chest.break_up());
    top
}
==== tests
fn s(kind: &str, count: u32) -> Stack {
    Stack { kind: kind.into(), count }
}
#[test]
fn loots() {
    let mut bag = vec![s("rope", 1)];
    let c = Chest::new(vec![(7, s("arrow", 9)), (2, s("bread", 9)), (4, s("gem", 1))]);
    assert_eq!(loot(&mut bag, c), Some("bread".to_string()));
    assert_eq!(bag, [s("rope", 1), s("bread", 9), s("gem", 1), s("arrow", 9)]);
}
#[test]
fn empty_chest() {
    let mut bag = vec![s("rope", 50)];
    assert_eq!(loot(&mut bag, Chest::new(vec![])), None);
    assert_eq!(bag.len(), 1);
}
