---
code: E0507
---
#[derive(Debug)]
pub struct Plugin {
    pub name: String,
    pub warm: Option<String>,
}

/// A host that runs one plugin at a time. While a plugin is paused it keeps
/// its state in `warm`.
#[derive(Debug, Default)]
pub struct Host {
    active: Option<Plugin>,
    pub events: Vec<String>,
}

impl Host {
    pub fn activate(&mut self, name: &str) {
        self.events.push(format!("start {name}"));
        self.active = Some(Plugin { name: name.to_string(), warm: None });
    }

    pub fn pause(&mut self, state: &str) {
        if let Some(plugin) = &mut self.active {
            plugin.warm = Some(state.to_string());
        }
    }

    /// The name of the active plugin, which stays active.
    pub fn title(&self) -> String {
        self.active.map(|p| p.name).unwrap_or_else(|| "none".to_string())
    }

    /// Goes on with the paused plugin and hands over its state, once.
    pub fn resume(&mut self) -> Option<String> {
        let plugin = self.active.as_mut()?;
        let state = plugin.warm?;
        self.events.push(format!("resume {}", plugin.name));
        Some(state)
    }
}
==== fixed
#[derive(Debug)]
pub struct Plugin {
    pub name: String,
    pub warm: Option<String>,
}

/// A host that runs one plugin at a time. While a plugin is paused it keeps
/// its state in `warm`.
#[derive(Debug, Default)]
pub struct Host {
    active: Option<Plugin>,
    pub events: Vec<String>,
}

impl Host {
    pub fn activate(&mut self, name: &str) {
        self.events.push(format!("start {name}"));
        self.active = Some(Plugin { name: name.to_string(), warm: None });
    }

    pub fn pause(&mut self, state: &str) {
        if let Some(plugin) = &mut self.active {
            plugin.warm = Some(state.to_string());
        }
    }

    /// The name of the active plugin, which stays active.
    pub fn title(&self) -> String {
        self.active.as_ref().map(|p| p.name.clone()).unwrap_or_else(|| "none".to_string())
    }

    /// Goes on with the paused plugin and hands over its state, once.
    pub fn resume(&mut self) -> Option<String> {
        let plugin = self.active.as_mut()?;
        let state = plugin.warm.take()?;
        self.events.push(format!("resume {}", plugin.name));
        Some(state)
    }
}
==== tests
#[test]
fn title_leaves_the_plugin_active() {
    let mut h = Host::default();
    assert_eq!(h.title(), "none");
    h.activate("spell");
    assert_eq!(h.title(), "spell");
    assert_eq!(h.title(), "spell");
}

#[test]
fn state_is_handed_over_once() {
    let mut h = Host::default();
    h.activate("spell");
    assert_eq!(h.resume(), None);
    h.pause("line 7");
    assert_eq!(h.resume().as_deref(), Some("line 7"));
    assert_eq!(h.resume(), None);
    assert_eq!(h.events, vec!["start spell", "resume spell"]);
    assert_eq!(h.title(), "spell");
}
