---
code: E0277
---
/// The allocator's own errors.
#[derive(Debug, Clone, PartialEq)]
pub enum AllocError {
    Exhausted,
    NotAllocated(u8),
}

/// What users of the registry see.
#[derive(Debug, PartialEq)]
pub enum RegistryError {
    /// All ids are in use.
    Full { name: String },
    /// The name was registered before.
    Taken { name: String },
}

pub struct IdBits(u8);

impl IdBits {
    pub fn alloc(&mut self) -> Result<u8, AllocError> {
        let id = (!self.0).trailing_zeros() as u8;
        if id == 8 {
            return Err(AllocError::Exhausted);
        }
        self.0 |= 1 << id;
        Ok(id)
    }

    pub fn free(&mut self, id: u8) -> Result<(), AllocError> {
        if self.0 >> id & 1 == 0 {
            return Err(AllocError::NotAllocated(id));
        }
        self.0 &= !(1 << id);
        Ok(())
    }
}

pub struct Registry {
    ids: IdBits,
    names: Vec<(u8, String)>,
}

impl Registry {
    pub fn new() -> Self {
        Registry { ids: IdBits(0), names: Vec::new() }
    }

    pub fn register(&mut self, name: &str) -> Result<u8, RegistryError> {
        let name = name.to_string();
        if self.names.iter().any(|(_, known)| *known == name) {
            return Err(RegistryError::Taken { name });
        }
        let id = self.ids.alloc()?;
        self.names.push((id, name));
        Ok(id)
    }
}
==== fixed
/// The allocator's own errors.
#[derive(Debug, Clone, PartialEq)]
pub enum AllocError {
    Exhausted,
    NotAllocated(u8),
}

/// What users of the registry see.
#[derive(Debug, PartialEq)]
pub enum RegistryError {
    /// All ids are in use.
    Full { name: String },
    /// The name was registered before.
    Taken { name: String },
}

pub struct IdBits(u8);

impl IdBits {
    pub fn alloc(&mut self) -> Result<u8, AllocError> {
        let id = (!self.0).trailing_zeros() as u8;
        if id == 8 {
            return Err(AllocError::Exhausted);
        }
        self.0 |= 1 << id;
        Ok(id)
    }

    pub fn free(&mut self, id: u8) -> Result<(), AllocError> {
        if self.0 >> id & 1 == 0 {
            return Err(AllocError::NotAllocated(id));
        }
        self.0 &= !(1 << id);
        Ok(())
    }
}

pub struct Registry {
    ids: IdBits,
    names: Vec<(u8, String)>,
}

impl Registry {
    pub fn new() -> Self {
        Registry { ids: IdBits(0), names: Vec::new() }
    }

    pub fn register(&mut self, name: &str) -> Result<u8, RegistryError> {
        let name = name.to_string();
        if self.names.iter().any(|(_, known)| *known == name) {
            return Err(RegistryError::Taken { name });
        }
        let id = match self.ids.alloc() {
            Ok(id) => id,
            Err(_) => return Err(RegistryError::Full { name }),
        };
        self.names.push((id, name));
        Ok(id)
    }
}
==== tests
#[test]
fn full_registry_names_the_name() {
    let mut registry = Registry::new();
    for n in 0..8 {
        assert_eq!(registry.register(&format!("n{n}")), Ok(n));
    }
    assert_eq!(registry.register("late"), Err(RegistryError::Full { name: "late".to_string() }));
    assert_eq!(registry.register("n3"), Err(RegistryError::Taken { name: "n3".to_string() }));
}

#[test]
fn freed_ids_are_reused() {
    let mut bits = IdBits(0);
    assert_eq!(bits.alloc(), Ok(0));
    assert_eq!(bits.alloc(), Ok(1));
    assert_eq!(bits.free(0), Ok(()));
    assert_eq!(bits.free(5), Err(AllocError::NotAllocated(5)));
    assert_eq!(bits.alloc(), Ok(0));
}
