---
code: E0277
---
//! Finds plugins of a sound editor and reads their volume.

use std::error::Error;
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct UnknownPlugin {
    pub name: String,
}

impl fmt::Display for UnknownPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no plugin called {}", self.name)
    }
}

pub struct Rack {
    pub plugins: Vec<(String, String)>,
}

impl Rack {
    fn setting(&self, name: &str) -> Result<&str, UnknownPlugin> {
        self.plugins
            .iter()
            .find(|(plugin, _)| plugin == name)
            .map(|(_, setting)| setting.as_str())
            .ok_or_else(|| UnknownPlugin { name: name.to_string() })
    }

    /// The volume a plugin is set to.
    pub fn volume(&self, name: &str) -> Result<f32, Box<dyn Error>> {
        let setting = self.setting(name)?;
        let volume: f32 = setting.parse()?;
        Ok(volume.clamp(0.0, 1.0))
    }

    /// Volumes of several plugins, at least one.
    pub fn volumes(&self, names: &[&str]) -> Result<Vec<f32>, Box<dyn Error>> {
        if names.is_empty() {
            return Err("no plugin asked for".into());
        }
        names.iter().map(|name| self.volume(name)).collect()
    }
}
==== fixed
//! Finds plugins of a sound editor and reads their volume.

use std::error::Error;
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct UnknownPlugin {
    pub name: String,
}

impl fmt::Display for UnknownPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no plugin called {}", self.name)
    }
}

impl Error for UnknownPlugin {}

pub struct Rack {
    pub plugins: Vec<(String, String)>,
}

impl Rack {
    fn setting(&self, name: &str) -> Result<&str, UnknownPlugin> {
        self.plugins
            .iter()
            .find(|(plugin, _)| plugin == name)
            .map(|(_, setting)| setting.as_str())
            .ok_or_else(|| UnknownPlugin { name: name.to_string() })
    }

    /// The volume a plugin is set to.
    pub fn volume(&self, name: &str) -> Result<f32, Box<dyn Error>> {
        let setting = self.setting(name)?;
        let volume: f32 = setting.parse()?;
        Ok(volume.clamp(0.0, 1.0))
    }

    /// Volumes of several plugins, at least one.
    pub fn volumes(&self, names: &[&str]) -> Result<Vec<f32>, Box<dyn Error>> {
        if names.is_empty() {
            return Err("no plugin asked for".into());
        }
        names.iter().map(|name| self.volume(name)).collect()
    }
}
==== tests
fn rack() -> Rack {
    let plugin = |name: &str, setting: &str| (name.to_string(), setting.to_string());
    Rack { plugins: vec![plugin("reverb", "0.5"), plugin("delay", "7"), plugin("chorus", "loud")] }
}

#[test]
fn reads_volumes() {
    assert_eq!(rack().volumes(&["delay", "reverb"]).unwrap(), [1.0, 0.5]);
}

#[test]
fn errors_say_what_happened() {
    let error = rack().volume("flanger").unwrap_err();
    assert_eq!(error.to_string(), "no plugin called flanger");
    let error = rack().volume("chorus").unwrap_err();
    assert!(error.downcast_ref::<std::num::ParseFloatError>().is_some());
    let error = rack().volumes(&["reverb", "flanger"]).unwrap_err();
    assert_eq!(error.to_string(), "no plugin called flanger");
}
