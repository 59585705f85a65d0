---
code: E0502
---
/// A set of small numbers with constant-time insertion and removal;
/// the members can be listed without gaps.
pub struct SparseSet {
    dense: Vec<usize>,
    position: Vec<Option<usize>>,
}

impl SparseSet {
    pub fn with_universe(size: usize) -> Self {
        SparseSet { dense: Vec::new(), position: vec![None; size] }
    }

    pub fn insert(&mut self, item: usize) {
        if self.position[item].is_none() {
            self.position[item] = Some(self.dense.len());
            self.dense.push(item);
        }
    }

    /// Removes the item; the last member takes its place in the list.
    pub fn remove(&mut self, item: usize) -> bool {
        let Some(at) = self.position[item].take() else {
            return false;
        };
        let last = self.dense.last();
        self.dense.swap_remove(at);
        if let Some(&last) = last {
            if last != item {
                self.position[last] = Some(at);
            }
        }
        true
    }

    pub fn contains(&self, item: usize) -> bool {
        self.position[item].is_some()
    }

    pub fn members(&self) -> &[usize] {
        &self.dense
    }
}
==== fixed
/// A set of small numbers with constant-time insertion and removal;
/// the members can be listed without gaps.
pub struct SparseSet {
    dense: Vec<usize>,
    position: Vec<Option<usize>>,
}

impl SparseSet {
    pub fn with_universe(size: usize) -> Self {
        SparseSet { dense: Vec::new(), position: vec![None; size] }
    }

    pub fn insert(&mut self, item: usize) {
        if self.position[item].is_none() {
            self.position[item] = Some(self.dense.len());
            self.dense.push(item);
        }
    }

    /// Removes the item; the last member takes its place in the list.
    pub fn remove(&mut self, item: usize) -> bool {
        let Some(at) = self.position[item].take() else {
            return false;
        };
        let last = self.dense.last().copied();
        self.dense.swap_remove(at);
        if let Some(last) = last {
            if last != item {
                self.position[last] = Some(at);
            }
        }
        true
    }

    pub fn contains(&self, item: usize) -> bool {
        self.position[item].is_some()
    }

    pub fn members(&self) -> &[usize] {
        &self.dense
    }
}
==== tests
fn of(items: &[usize]) -> SparseSet {
    let mut set = SparseSet::with_universe(16);
    for item in items {
        set.insert(*item);
    }
    set
}

#[test]
fn last_member_moves() {
    let mut set = of(&[4, 9, 2, 7]);
    assert!(set.remove(9));
    assert_eq!(set.members(), &[4, 7, 2]);
    assert!(set.remove(7));
    assert_eq!(set.members(), &[4, 2]);
    assert!(!set.contains(7) && set.contains(2));
}

#[test]
fn removing_the_last() {
    let mut set = of(&[1, 3]);
    assert!(set.remove(3));
    assert!(!set.remove(3));
    assert!(!set.remove(8));
    assert!(set.remove(1));
    assert!(set.members().is_empty());
    set.insert(3);
    assert_eq!(set.members(), &[3]);
}
