---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub id: u32,
    pub taken: u64,
    pub parent: Option<u32>,
    pub verified: bool,
}

#[derive(Default)]
pub struct Archive {
    snapshots: Vec<Snapshot>,
}

impl Archive {
    pub fn add(&mut self, id: u32, taken: u64, parent: Option<u32>, verified: bool) {
        self.snapshots.push(Snapshot { id, taken, parent, verified });
    }

    fn find(&self, id: u32) -> Option<&Snapshot> {
        self.snapshots.iter().find(|s| s.id == id)
    }

    /// The ids from a full backup up to `id`; `None` if any link is missing.
    pub fn chain(&self, id: u32) -> Option<Vec<u32>> {
        let mut ids = vec![id];
        let mut current = self.find(id)?;
        while let Some(parent) = current.parent {
            ids.push(parent);
            current = self.find(parent)?;
        }
        ids.reverse();
        Some(ids)
    }

    /// Whether `id` can be restored: its chain is complete and every
    /// snapshot on it was verified. A broken chain simply cannot be restored.
    pub fn restorable(&self, id: u32) -> bool {
        let chain = self.chain(id)?;
        chain
            .iter()
            .filter_map(|link| self.find(*link))
            .all(|s| s.verified)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub id: u32,
    pub taken: u64,
    pub parent: Option<u32>,
    pub verified: bool,
}

#[derive(Default)]
pub struct Archive {
    snapshots: Vec<Snapshot>,
}

impl Archive {
    pub fn add(&mut self, id: u32, taken: u64, parent: Option<u32>, verified: bool) {
        self.snapshots.push(Snapshot { id, taken, parent, verified });
    }

    fn find(&self, id: u32) -> Option<&Snapshot> {
        self.snapshots.iter().find(|s| s.id == id)
    }

    /// The ids from a full backup up to `id`; `None` if any link is missing.
    pub fn chain(&self, id: u32) -> Option<Vec<u32>> {
        let mut ids = vec![id];
        let mut current = self.find(id)?;
        while let Some(parent) = current.parent {
            ids.push(parent);
            current = self.find(parent)?;
        }
        ids.reverse();
        Some(ids)
    }

    /// Whether `id` can be restored: its chain is complete and every
    /// snapshot on it was verified. A broken chain simply cannot be restored.
    pub fn restorable(&self, id: u32) -> bool {
        let Some(chain) = self.chain(id) else {
            return false;
        };
        chain
            .iter()
            .filter_map(|link| self.find(*link))
            .all(|s| s.verified)
    }
}
==== tests
    fn archive() -> Archive {
        let mut a = Archive::default();
        a.add(1, 10, None, true);
        a.add(2, 20, Some(1), true);
        a.add(3, 30, Some(2), false);
        a.add(5, 50, Some(4), true);
        a
    }
    #[test]
    fn complete_and_verified() {
        assert_eq!(archive().chain(2), Some(vec![1, 2]));
        assert!(archive().restorable(2));
        assert!(!archive().restorable(3));
    }
    #[test]
    fn broken_chain() {
        assert_eq!(archive().chain(5), None);
        assert!(!archive().restorable(5));
        assert!(!archive().restorable(99));
    }
