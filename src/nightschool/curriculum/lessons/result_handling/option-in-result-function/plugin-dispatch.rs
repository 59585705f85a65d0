---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum PluginError {
    NotRegistered(String),
    Disabled(String),
}

pub struct Plugin {
    pub name: String,
    pub enabled: bool,
    pub run: fn(i64) -> i64,
}

#[derive(Default)]
pub struct Registry {
    plugins: HashMap<String, Plugin>,
}

impl Registry {
    pub fn register(&mut self, plugin: Plugin) {
        self.plugins.insert(plugin.name.clone(), plugin);
    }

    /// Runs the named plugin on `input`.
    ///
    /// An unknown name is `NotRegistered`, a switched-off plugin is `Disabled`;
    /// both carry the name that was asked for.
    pub fn dispatch(&self, name: &str, input: i64) -> Result<i64, PluginError> {
        let plugin = self.plugins.get(name)?;
        if !plugin.enabled {
            return Err(PluginError::Disabled(name.to_string()));
        }
        Ok((plugin.run)(input))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum PluginError {
    NotRegistered(String),
    Disabled(String),
}

pub struct Plugin {
    pub name: String,
    pub enabled: bool,
    pub run: fn(i64) -> i64,
}

#[derive(Default)]
pub struct Registry {
    plugins: HashMap<String, Plugin>,
}

impl Registry {
    pub fn register(&mut self, plugin: Plugin) {
        self.plugins.insert(plugin.name.clone(), plugin);
    }

    /// Runs the named plugin on `input`.
    ///
    /// An unknown name is `NotRegistered`, a switched-off plugin is `Disabled`;
    /// both carry the name that was asked for.
    pub fn dispatch(&self, name: &str, input: i64) -> Result<i64, PluginError> {
        let plugin = self
            .plugins
            .get(name)
            .ok_or_else(|| PluginError::NotRegistered(name.to_string()))?;
        if !plugin.enabled {
            return Err(PluginError::Disabled(name.to_string()));
        }
        Ok((plugin.run)(input))
    }
}
==== tests
fn reg() -> Registry {
    let mut r = Registry::default();
    r.register(Plugin { name: "double".into(), enabled: true, run: |x| x * 2 });
    r.register(Plugin { name: "old".into(), enabled: false, run: |x| x });
    r
}

#[test]
fn runs_enabled_plugin() {
    assert_eq!(reg().dispatch("double", 21), Ok(42));
}

#[test]
fn unknown_name_is_reported() {
    assert_eq!(
        reg().dispatch("tripple", 1),
        Err(PluginError::NotRegistered("tripple".to_string()))
    );
}

#[test]
fn disabled_plugin_is_reported() {
    assert_eq!(reg().dispatch("old", 1), Err(PluginError::Disabled("old".to_string())));
}
