---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Pallet {
    pub sku: String,
    pub boxes: u32,
}

#[derive(Debug, Default)]
pub struct Dock {
    waiting: Option<Pallet>,
    moved: u32,
}

#[derive(Debug, PartialEq)]
pub enum DockError {
    Occupied,
    Empty,
}

impl Dock {
    pub fn unload(&mut self, pallet: Pallet) -> Result<(), DockError> {
        if self.waiting.is_some() {
            return Err(DockError::Occupied);
        }
        self.waiting = Some(pallet);
        Ok(())
    }

    /// The forklift drives off with the pallet; the dock is free again afterwards.
    pub fn fetch(&mut self) -> Result<Pallet, DockError> {
        let pallet = self.waiting.ok_or(DockError::Empty)?;
        self.moved += pallet.boxes;
        Ok(pallet)
    }

    pub fn is_free(&self) -> bool {
        self.waiting.is_none()
    }

    pub fn moved(&self) -> u32 {
        self.moved
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Pallet {
    pub sku: String,
    pub boxes: u32,
}

#[derive(Debug, Default)]
pub struct Dock {
    waiting: Option<Pallet>,
    moved: u32,
}

#[derive(Debug, PartialEq)]
pub enum DockError {
    Occupied,
    Empty,
}

impl Dock {
    pub fn unload(&mut self, pallet: Pallet) -> Result<(), DockError> {
        if self.waiting.is_some() {
            return Err(DockError::Occupied);
        }
        self.waiting = Some(pallet);
        Ok(())
    }

    /// The forklift drives off with the pallet; the dock is free again afterwards.
    pub fn fetch(&mut self) -> Result<Pallet, DockError> {
        let pallet = self.waiting.take().ok_or(DockError::Empty)?;
        self.moved += pallet.boxes;
        Ok(pallet)
    }

    pub fn is_free(&self) -> bool {
        self.waiting.is_none()
    }

    pub fn moved(&self) -> u32 {
        self.moved
    }
}
==== tests
fn pallet(boxes: u32) -> Pallet {
    Pallet { sku: "P".into(), boxes }
}

#[test]
fn dock_is_free_after_fetch() {
    let mut d = Dock::default();
    d.unload(pallet(4)).unwrap();
    assert_eq!(d.unload(pallet(1)), Err(DockError::Occupied));
    assert_eq!(d.fetch(), Ok(pallet(4)));
    assert!(d.is_free());
    assert_eq!(d.unload(pallet(6)), Ok(()));
    assert_eq!(d.fetch(), Ok(pallet(6)));
    assert_eq!(d.moved(), 10);
}

#[test]
fn nothing_to_fetch() {
    let mut d = Dock::default();
    assert_eq!(d.fetch(), Err(DockError::Empty));
    d.unload(pallet(2)).unwrap();
    d.fetch().unwrap();
    assert_eq!(d.fetch(), Err(DockError::Empty));
    assert_eq!(d.moved(), 2);
}
