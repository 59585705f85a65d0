---
code: E0106
---
//! Settings of a small editor: the project's own file over the user's defaults.

#[derive(Debug, Default)]
pub struct Settings {
    entries: Vec<(String, String)>,
}

impl Settings {
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        let entries = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        Settings { entries }
    }

    /// The last entry wins, as in the file.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
    }
}

/// Looks the key up in the project's settings, then in the defaults.
/// Keys are often put together on the fly; the value outlives them.
pub fn resolve(project: &Settings, defaults: &Settings, key: &str) -> Option<&str> {
    project.get(key).or_else(|| defaults.get(key))
}
==== fixed
//! Settings of a small editor: the project's own file over the user's defaults.

#[derive(Debug, Default)]
pub struct Settings {
    entries: Vec<(String, String)>,
}

impl Settings {
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        let entries = pairs
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect();
        Settings { entries }
    }

    /// The last entry wins, as in the file.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
    }
}

/// Looks the key up in the project's settings, then in the defaults.
/// Keys are often put together on the fly; the value outlives them.
pub fn resolve<'a>(project: &'a Settings, defaults: &'a Settings, key: &str) -> Option<&'a str> {
    project.get(key).or_else(|| defaults.get(key))
}
==== tests
fn layers() -> (Settings, Settings) {
    (
        Settings::new(&[("rust.tab", "2"), ("rust.tab", "4")]),
        Settings::new(&[("rust.tab", "8"), ("rust.wrap", "100")]),
    )
}

#[test]
fn the_project_wins_and_the_key_may_go() {
    let (project, defaults) = layers();
    let found = {
        let key = format!("{}.{}", "rust", "tab");
        resolve(&project, &defaults, &key)
    };
    assert_eq!(found.as_deref(), Some("4"));
}

#[test]
fn falls_back_to_the_defaults() {
    let (project, defaults) = layers();
    let found = {
        let key = ["rust", "wrap"].join(".");
        resolve(&project, &defaults, &key)
    };
    assert_eq!(found.as_deref(), Some("100"));
    assert!(resolve(&project, &defaults, "rust.font").is_none());
}
