---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Firmware {
    pub version: (u8, u8),
    pub features: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum SwapError {
    Downgrade,
    MissingFeature(String),
}

#[derive(Debug)]
pub struct Meter {
    pub serial: u64,
    firmware: Firmware,
    previous: Option<Firmware>,
}

impl Meter {
    pub fn new(serial: u64, firmware: Firmware) -> Self {
        Meter { serial, firmware, previous: None }
    }

    /// Installs a firmware and keeps the old one for a rollback. Tells what is now running.
    pub fn install(&mut self, new: Firmware) -> Result<String, SwapError> {
        if new.version < self.firmware.version {
            return Err(SwapError::Downgrade);
        }
        if let Some(lost) = self.firmware.features.iter().find(|f| !new.features.contains(f)) {
            return Err(SwapError::MissingFeature(lost.clone()));
        }
        let (major, minor) = &new.version;
        let old = std::mem::replace(&mut self.firmware, new);
        self.previous = Some(old);
        Ok(format!("meter {} runs {major}.{minor}", self.serial))
    }

    pub fn roll_back(&mut self) -> bool {
        match self.previous.take() {
            Some(old) => {
                self.firmware = old;
                true
            }
            None => false,
        }
    }

    pub fn version(&self) -> (u8, u8) {
        self.firmware.version
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Firmware {
    pub version: (u8, u8),
    pub features: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum SwapError {
    Downgrade,
    MissingFeature(String),
}

#[derive(Debug)]
pub struct Meter {
    pub serial: u64,
    firmware: Firmware,
    previous: Option<Firmware>,
}

impl Meter {
    pub fn new(serial: u64, firmware: Firmware) -> Self {
        Meter { serial, firmware, previous: None }
    }

    /// Installs a firmware and keeps the old one for a rollback. Tells what is now running.
    pub fn install(&mut self, new: Firmware) -> Result<String, SwapError> {
        if new.version < self.firmware.version {
            return Err(SwapError::Downgrade);
        }
        if let Some(lost) = self.firmware.features.iter().find(|f| !new.features.contains(f)) {
            return Err(SwapError::MissingFeature(lost.clone()));
        }
        let (major, minor) = new.version;
        let old = std::mem::replace(&mut self.firmware, new);
        self.previous = Some(old);
        Ok(format!("meter {} runs {major}.{minor}", self.serial))
    }

    pub fn roll_back(&mut self) -> bool {
        match self.previous.take() {
            Some(old) => {
                self.firmware = old;
                true
            }
            None => false,
        }
    }

    pub fn version(&self) -> (u8, u8) {
        self.firmware.version
    }
}
==== tests
fn fw(major: u8, minor: u8, features: &[&str]) -> Firmware {
    Firmware { version: (major, minor), features: features.iter().map(|f| f.to_string()).collect() }
}

#[test]
fn install_and_roll_back() {
    let mut m = Meter::new(77, fw(1, 4, &["dst"]));
    assert_eq!(m.install(fw(2, 0, &["dst", "mqtt"])), Ok("meter 77 runs 2.0".to_string()));
    assert_eq!(m.version(), (2, 0));
    assert!(m.roll_back());
    assert_eq!(m.version(), (1, 4));
    assert!(!m.roll_back());
}

#[test]
fn refused_firmware() {
    let mut m = Meter::new(1, fw(1, 4, &["dst"]));
    assert_eq!(m.install(fw(1, 3, &["dst"])), Err(SwapError::Downgrade));
    assert_eq!(m.install(fw(1, 5, &[])), Err(SwapError::MissingFeature("dst".into())));
    assert_eq!(m.version(), (1, 4));
}
