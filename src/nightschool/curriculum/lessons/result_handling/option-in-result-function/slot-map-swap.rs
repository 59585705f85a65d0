---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    pub index: usize,
    pub generation: u32,
}

#[derive(Debug, PartialEq)]
pub enum SlotError {
    /// No slot with this index was ever used.
    OutOfRange(usize),
    /// The slot was reused or emptied since the handle was made.
    Stale(Handle),
}

struct Slot<T> {
    generation: u32,
    value: Option<T>,
}

pub struct SlotMap<T> {
    slots: Vec<Slot<T>>,
}

impl<T> SlotMap<T> {
    pub fn new() -> Self {
        SlotMap { slots: Vec::new() }
    }

    pub fn insert(&mut self, value: T) -> Handle {
        self.slots.push(Slot { generation: 0, value: Some(value) });
        Handle { index: self.slots.len() - 1, generation: 0 }
    }

    /// Takes the value out; the handle is stale afterwards.
    pub fn remove(&mut self, handle: Handle) -> Result<T, SlotError> {
        let slot = self.slots.get_mut(handle.index)?;
        if slot.generation != handle.generation {
            return Err(SlotError::Stale(handle));
        }
        let value = slot.value.take()?;
        slot.generation += 1;
        Ok(value)
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    pub index: usize,
    pub generation: u32,
}

#[derive(Debug, PartialEq)]
pub enum SlotError {
    /// No slot with this index was ever used.
    OutOfRange(usize),
    /// The slot was reused or emptied since the handle was made.
    Stale(Handle),
}

struct Slot<T> {
    generation: u32,
    value: Option<T>,
}

pub struct SlotMap<T> {
    slots: Vec<Slot<T>>,
}

impl<T> SlotMap<T> {
    pub fn new() -> Self {
        SlotMap { slots: Vec::new() }
    }

    pub fn insert(&mut self, value: T) -> Handle {
        self.slots.push(Slot { generation: 0, value: Some(value) });
        Handle { index: self.slots.len() - 1, generation: 0 }
    }

    /// Takes the value out; the handle is stale afterwards.
    pub fn remove(&mut self, handle: Handle) -> Result<T, SlotError> {
        let slot = self
            .slots
            .get_mut(handle.index)
            .ok_or(SlotError::OutOfRange(handle.index))?;
        if slot.generation != handle.generation {
            return Err(SlotError::Stale(handle));
        }
        let value = slot.value.take().ok_or(SlotError::Stale(handle))?;
        slot.generation += 1;
        Ok(value)
    }
}
==== tests
#[test]
fn removes_once() {
    let mut map = SlotMap::new();
    let a = map.insert("a");
    let b = map.insert("b");
    assert_eq!(map.remove(a), Ok("a"));
    assert_eq!(map.remove(a), Err(SlotError::Stale(a)));
    assert_eq!(map.remove(b), Ok("b"));
}

#[test]
fn unknown_index() {
    let mut map: SlotMap<u8> = SlotMap::new();
    let odd = Handle { index: 4, generation: 0 };
    assert_eq!(map.remove(odd), Err(SlotError::OutOfRange(4)));
}
