---
code: E0004
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    On,
    Off,
    Percent(u8),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LookupError {
    Unknown,
    /// The flag server did not answer; `last` is what it said before.
    Stale { last: bool },
    Forbidden,
}

#[derive(Default)]
pub struct Flags {
    settings: HashMap<String, Setting>,
    pub offline: Option<bool>,
}

impl Flags {
    pub fn set(&mut self, name: &str, setting: Setting) {
        self.settings.insert(name.to_string(), setting);
    }

    pub fn lookup(&self, name: &str, bucket: u8) -> Result<bool, LookupError> {
        if name.starts_with("internal.") {
            return Err(LookupError::Forbidden);
        }
        if let Some(last) = self.offline {
            return Err(LookupError::Stale { last });
        }
        match self.settings.get(name) {
            Some(Setting::On) => Ok(true),
            Some(Setting::Off) => Ok(false),
            Some(Setting::Percent(share)) => Ok(bucket < *share),
            None => Err(LookupError::Unknown),
        }
    }

    /// What the page sees: the flag or, while the server is away, its last
    /// known value. Unknown and forbidden flags are off.
    pub fn visible(&self, name: &str, bucket: u8) -> bool {
        match self.lookup(name, bucket) {
            Ok(on) => on,
            Err(LookupError::Unknown) => false,
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    On,
    Off,
    Percent(u8),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LookupError {
    Unknown,
    /// The flag server did not answer; `last` is what it said before.
    Stale { last: bool },
    Forbidden,
}

#[derive(Default)]
pub struct Flags {
    settings: HashMap<String, Setting>,
    pub offline: Option<bool>,
}

impl Flags {
    pub fn set(&mut self, name: &str, setting: Setting) {
        self.settings.insert(name.to_string(), setting);
    }

    pub fn lookup(&self, name: &str, bucket: u8) -> Result<bool, LookupError> {
        if name.starts_with("internal.") {
            return Err(LookupError::Forbidden);
        }
        if let Some(last) = self.offline {
            return Err(LookupError::Stale { last });
        }
        match self.settings.get(name) {
            Some(Setting::On) => Ok(true),
            Some(Setting::Off) => Ok(false),
            Some(Setting::Percent(share)) => Ok(bucket < *share),
            None => Err(LookupError::Unknown),
        }
    }

    /// What the page sees: the flag or, while the server is away, its last
    /// known value. Unknown and forbidden flags are off.
    pub fn visible(&self, name: &str, bucket: u8) -> bool {
        match self.lookup(name, bucket) {
            Ok(on) => on,
            Err(LookupError::Unknown) => false,
            Err(LookupError::Stale { last }) => last,
            Err(LookupError::Forbidden) => false,
        }
    }
}
==== tests
    #[test]
    fn normal_lookup() {
        let mut f = Flags::default();
        f.set("dark", Setting::Percent(10));
        f.set("beta", Setting::On);
        assert!(f.visible("dark", 9) && !f.visible("dark", 10));
        assert!(f.visible("beta", 99));
        assert!(!f.visible("nope", 0));
    }
    #[test]
    fn stale_and_forbidden() {
        let mut f = Flags::default();
        f.set("internal.x", Setting::On);
        f.offline = Some(true);
        assert!(f.visible("dark", 50));
        assert!(!f.visible("internal.x", 0));
        f.offline = Some(false);
        assert!(!f.visible("dark", 0));
    }
