---
code: E0046
---
/// A fixed-size buffer that forgets its oldest element when full.
pub struct Ring<T> {
    slots: Vec<T>,
    head: usize,
    capacity: usize,
}

impl<T> Ring<T> {
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0);
        Ring { slots: Vec::new(), head: 0, capacity }
    }

    pub fn push(&mut self, item: T) {
        if self.slots.len() < self.capacity {
            self.slots.push(item);
        } else {
            self.slots[self.head] = item;
            self.head = (self.head + 1) % self.capacity;
        }
    }

    /// From the oldest element to the newest.
    pub fn iter(&self) -> RingIter<'_, T> {
        RingIter { ring: self, taken: 0 }
    }
}

pub struct RingIter<'a, T> {
    ring: &'a Ring<T>,
    taken: usize,
}

impl<'a, T> RingIter<'a, T> {
    fn step(&mut self) -> Option<&'a T> {
        if self.taken == self.ring.slots.len() {
            return None;
        }
        let at = (self.ring.head + self.taken) % self.ring.slots.len();
        self.taken += 1;
        self.ring.slots.get(at)
    }
}

impl<'a, T> Iterator for RingIter<'a, T> {
    type Item = &'a T;

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.ring.slots.len() - self.taken;
        (left, Some(left))
    }
}
==== fixed
/// A fixed-size buffer that forgets its oldest element when full.
pub struct Ring<T> {
    slots: Vec<T>,
    head: usize,
    capacity: usize,
}

impl<T> Ring<T> {
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0);
        Ring { slots: Vec::new(), head: 0, capacity }
    }

    pub fn push(&mut self, item: T) {
        if self.slots.len() < self.capacity {
            self.slots.push(item);
        } else {
            self.slots[self.head] = item;
            self.head = (self.head + 1) % self.capacity;
        }
    }

    /// From the oldest element to the newest.
    pub fn iter(&self) -> RingIter<'_, T> {
        RingIter { ring: self, taken: 0 }
    }
}

pub struct RingIter<'a, T> {
    ring: &'a Ring<T>,
    taken: usize,
}

impl<'a, T> RingIter<'a, T> {
    fn step(&mut self) -> Option<&'a T> {
        if self.taken == self.ring.slots.len() {
            return None;
        }
        let at = (self.ring.head + self.taken) % self.ring.slots.len();
        self.taken += 1;
        self.ring.slots.get(at)
    }
}

impl<'a, T> Iterator for RingIter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<Self::Item> {
        self.step()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.ring.slots.len() - self.taken;
        (left, Some(left))
    }
}
==== tests
#[test]
fn oldest_first() {
    let mut ring = Ring::new(3);
    for n in 1..=5 {
        ring.push(n);
    }
    assert_eq!(ring.iter().copied().collect::<Vec<i32>>(), vec![3, 4, 5]);
}

#[test]
fn partly_filled_and_empty() {
    let mut ring = Ring::new(4);
    assert_eq!(ring.iter().count(), 0);
    ring.push("a");
    ring.push("b");
    let mut it = ring.iter();
    assert_eq!(it.next(), Some(&"a"));
    assert_eq!(it.size_hint(), (1, Some(1)));
    assert_eq!(it.next(), Some(&"b"));
    assert_eq!(it.next(), None);
}
