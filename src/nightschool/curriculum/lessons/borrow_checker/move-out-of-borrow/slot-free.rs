---
code: E0507
---
#[derive(Debug)]
pub enum Slot<T> {
    Free { next: Option<usize> },
    Used(T),
}

/// A slab: freed slots are linked into a list and reused, last freed first.
#[derive(Debug)]
pub struct Slab<T> {
    slots: Vec<Slot<T>>,
    free: Option<usize>,
}

impl<T> Slab<T> {
    pub fn new() -> Self {
        Slab { slots: Vec::new(), free: None }
    }

    pub fn insert(&mut self, value: T) -> usize {
        match self.free {
            Some(index) => {
                if let Slot::Free { next } = self.slots[index] {
                    self.free = next;
                }
                self.slots[index] = Slot::Used(value);
                index
            }
            None => {
                self.slots.push(Slot::Used(value));
                self.slots.len() - 1
            }
        }
    }

    /// Takes the value out and puts its slot at the head of the free list.
    /// Panics if the slot is free already.
    pub fn remove(&mut self, index: usize) -> T {
        let slot = self.slots[index];
        self.slots[index] = Slot::Free { next: self.free };
        self.free = Some(index);
        match slot {
            Slot::Used(value) => value,
            Slot::Free { .. } => panic!("slot {index} is free"),
        }
    }

    pub fn len(&self) -> usize {
        self.slots.iter().filter(|s| matches!(s, Slot::Used(_))).count()
    }
}
==== fixed
#[derive(Debug)]
pub enum Slot<T> {
    Free { next: Option<usize> },
    Used(T),
}

/// A slab: freed slots are linked into a list and reused, last freed first.
#[derive(Debug)]
pub struct Slab<T> {
    slots: Vec<Slot<T>>,
    free: Option<usize>,
}

impl<T> Slab<T> {
    pub fn new() -> Self {
        Slab { slots: Vec::new(), free: None }
    }

    pub fn insert(&mut self, value: T) -> usize {
        match self.free {
            Some(index) => {
                if let Slot::Free { next } = self.slots[index] {
                    self.free = next;
                }
                self.slots[index] = Slot::Used(value);
                index
            }
            None => {
                self.slots.push(Slot::Used(value));
                self.slots.len() - 1
            }
        }
    }

    /// Takes the value out and puts its slot at the head of the free list.
    /// Panics if the slot is free already.
    pub fn remove(&mut self, index: usize) -> T {
        let slot = std::mem::replace(&mut self.slots[index], Slot::Free { next: self.free });
        self.free = Some(index);
        match slot {
            Slot::Used(value) => value,
            Slot::Free { .. } => panic!("slot {index} is free"),
        }
    }

    pub fn len(&self) -> usize {
        self.slots.iter().filter(|s| matches!(s, Slot::Used(_))).count()
    }
}
==== tests
#[test]
fn removed_slot_is_reused_last_first() {
    let mut s = Slab::new();
    let ids: Vec<usize> = ["a", "b", "c"].iter().map(|v| s.insert(v.to_string())).collect();
    assert_eq!(ids, vec![0, 1, 2]);
    assert_eq!(s.remove(0), "a");
    assert_eq!(s.remove(2), "c");
    assert_eq!(s.len(), 1);
    assert_eq!(s.insert("d".to_string()), 2);
    assert_eq!(s.insert("e".to_string()), 0);
    assert_eq!(s.insert("f".to_string()), 3);
}

#[test]
#[should_panic]
fn double_remove_panics() {
    let mut s = Slab::new();
    let i = s.insert(1);
    s.remove(i);
    s.remove(i);
}
