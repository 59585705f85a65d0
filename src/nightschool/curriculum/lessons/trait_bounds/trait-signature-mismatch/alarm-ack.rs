---
code: E0053
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AlarmId(pub u32);

/// Something that keeps the state of alarms.
pub trait AlarmBoard {
    fn raise(&mut self, id: AlarmId, text: &str);

    /// Acknowledges an alarm; `false` when it is not active.
    fn acknowledge(&mut self, id: AlarmId) -> bool;

    fn active(&self) -> Vec<AlarmId>;
}

#[derive(Default)]
pub struct MemoryBoard {
    texts: HashMap<AlarmId, String>,
    acknowledged: u32,
}

impl MemoryBoard {
    pub fn acknowledged(&self) -> u32 {
        self.acknowledged
    }
}

impl AlarmBoard for MemoryBoard {
    fn raise(&mut self, id: AlarmId, text: &str) {
        self.texts.entry(id).or_insert_with(|| text.to_string());
    }

    fn acknowledge(&mut self, id: AlarmId) -> Option<String> {
        let text = self.texts.remove(&id)?;
        self.acknowledged += 1;
        Some(text)
    }

    fn active(&self) -> Vec<AlarmId> {
        let mut ids: Vec<AlarmId> = self.texts.keys().copied().collect();
        ids.sort_by_key(|id| id.0);
        ids
    }
}

/// Acknowledges every active alarm below `limit`; returns how many there were.
pub fn acknowledge_below(board: &mut dyn AlarmBoard, limit: u32) -> usize {
    let ids = board.active();
    ids.into_iter()
        .filter(|id| id.0 < limit)
        .filter(|id| board.acknowledge(*id))
        .count()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AlarmId(pub u32);

/// Something that keeps the state of alarms.
pub trait AlarmBoard {
    fn raise(&mut self, id: AlarmId, text: &str);

    /// Acknowledges an alarm; `false` when it is not active.
    fn acknowledge(&mut self, id: AlarmId) -> bool;

    fn active(&self) -> Vec<AlarmId>;
}

#[derive(Default)]
pub struct MemoryBoard {
    texts: HashMap<AlarmId, String>,
    acknowledged: u32,
}

impl MemoryBoard {
    pub fn acknowledged(&self) -> u32 {
        self.acknowledged
    }
}

impl AlarmBoard for MemoryBoard {
    fn raise(&mut self, id: AlarmId, text: &str) {
        self.texts.entry(id).or_insert_with(|| text.to_string());
    }

    fn acknowledge(&mut self, id: AlarmId) -> bool {
        let known = self.texts.remove(&id).is_some();
        if known {
            self.acknowledged += 1;
        }
        known
    }

    fn active(&self) -> Vec<AlarmId> {
        let mut ids: Vec<AlarmId> = self.texts.keys().copied().collect();
        ids.sort_by_key(|id| id.0);
        ids
    }
}

/// Acknowledges every active alarm below `limit`; returns how many there were.
pub fn acknowledge_below(board: &mut dyn AlarmBoard, limit: u32) -> usize {
    let ids = board.active();
    ids.into_iter()
        .filter(|id| id.0 < limit)
        .filter(|id| board.acknowledge(*id))
        .count()
}
==== tests
#[test]
fn acknowledges_once() {
    let mut b = MemoryBoard::default();
    b.raise(AlarmId(4), "door");
    let board: &mut dyn AlarmBoard = &mut b;
    assert!(board.acknowledge(AlarmId(4)));
    assert!(!board.acknowledge(AlarmId(4)));
    assert_eq!(b.acknowledged(), 1);
}

#[test]
fn counts_below() {
    let mut b = MemoryBoard::default();
    for n in [1, 5, 9] {
        b.raise(AlarmId(n), "x");
    }
    assert_eq!(acknowledge_below(&mut b, 6), 2);
    assert_eq!(b.active(), vec![AlarmId(9)]);
    assert_eq!(b.acknowledged(), 2);
}
