---
code: E0599
---
/// What a scheduler wants to know about a piece of work.
pub trait Costed {
    fn cost(&self) -> u32;

    fn is_trivial(&self) -> bool {
        self.cost() == 0
    }
}

/// A bag of work. Anything can be kept in it; only costed work can be
/// taken out in order.
pub struct WorkBag<W> {
    items: Vec<W>,
}

impl<W> WorkBag<W> {
    pub fn new() -> Self {
        WorkBag { items: Vec::new() }
    }

    pub fn put(&mut self, item: W) -> &mut Self {
        self.items.push(item);
        self
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Takes the cheapest piece of work, the oldest among equals.
    pub fn take_cheapest(&mut self) -> Option<W> {
        let at = (0..self.items.len()).min_by_key(|&i| self.items[i].cost())?;
        Some(self.items.remove(at))
    }

    pub fn drop_trivial(&mut self) -> usize {
        let before = self.items.len();
        self.items.retain(|item| !item.is_trivial());
        before - self.items.len()
    }
}
==== fixed
/// What a scheduler wants to know about a piece of work.
pub trait Costed {
    fn cost(&self) -> u32;

    fn is_trivial(&self) -> bool {
        self.cost() == 0
    }
}

/// A bag of work. Anything can be kept in it; only costed work can be
/// taken out in order.
pub struct WorkBag<W> {
    items: Vec<W>,
}

impl<W> WorkBag<W> {
    pub fn new() -> Self {
        WorkBag { items: Vec::new() }
    }

    pub fn put(&mut self, item: W) -> &mut Self {
        self.items.push(item);
        self
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl<W: Costed> WorkBag<W> {
    /// Takes the cheapest piece of work, the oldest among equals.
    pub fn take_cheapest(&mut self) -> Option<W> {
        let at = (0..self.items.len()).min_by_key(|&i| self.items[i].cost())?;
        Some(self.items.remove(at))
    }

    pub fn drop_trivial(&mut self) -> usize {
        let before = self.items.len();
        self.items.retain(|item| !item.is_trivial());
        before - self.items.len()
    }
}
==== tests
struct Job(&'static str, u32);
impl Costed for Job {
    fn cost(&self) -> u32 {
        self.1
    }
}

#[test]
fn cheapest_and_oldest() {
    let mut bag = WorkBag::new();
    bag.put(Job("a", 4)).put(Job("b", 2)).put(Job("c", 2));
    assert_eq!(bag.take_cheapest().map(|j| j.0), Some("b"));
    assert_eq!(bag.take_cheapest().map(|j| j.0), Some("c"));
    assert_eq!(bag.len(), 1);
}

#[test]
fn keeps_any_type() {
    let mut bag = WorkBag::new();
    bag.put("plain").put("text");
    assert_eq!(bag.len(), 2);
}

#[test]
fn trivial_goes() {
    let mut bag = WorkBag::new();
    bag.put(Job("a", 0)).put(Job("b", 2));
    assert_eq!(bag.drop_trivial(), 1);
    assert_eq!(bag.len(), 1);
    let mut none: WorkBag<Job> = WorkBag::new();
    assert!(none.take_cheapest().is_none());
}
