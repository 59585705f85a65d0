---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub verbose: bool,
    pub paths: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Instance {
    pub plugin: String,
    pub config: Config,
}

/// Every instance owns its configuration, because plugins may change theirs.
pub fn start(plugin: &str, config: Config) -> Instance {
    Instance { plugin: plugin.to_string(), config }
}

pub struct Loader {
    pub plugins: Vec<String>,
    pub disabled: Vec<String>,
}

impl Loader {
    fn is_enabled(&self, name: &str) -> bool {
        !self.disabled.iter().any(|d| d == name)
    }

    /// Starts all plugins that are not disabled, each with `config` and with
    /// its own name as an additional path.
    pub fn start_all(&self, config: Config) -> Vec<Instance> {
        let mut instances = Vec::new();
        for name in &self.plugins {
            if !self.is_enabled(name) {
                continue;
            }
            let mut own = config;
            own.paths.push(format!("plugins/{name}"));
            instances.push(start(name, own));
        }
        instances
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub verbose: bool,
    pub paths: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Instance {
    pub plugin: String,
    pub config: Config,
}

/// Every instance owns its configuration, because plugins may change theirs.
pub fn start(plugin: &str, config: Config) -> Instance {
    Instance { plugin: plugin.to_string(), config }
}

pub struct Loader {
    pub plugins: Vec<String>,
    pub disabled: Vec<String>,
}

impl Loader {
    fn is_enabled(&self, name: &str) -> bool {
        !self.disabled.iter().any(|d| d == name)
    }

    /// Starts all plugins that are not disabled, each with `config` and with
    /// its own name as an additional path.
    pub fn start_all(&self, config: Config) -> Vec<Instance> {
        let mut instances = Vec::new();
        for name in &self.plugins {
            if !self.is_enabled(name) {
                continue;
            }
            let mut own = config.clone();
            own.paths.push(format!("plugins/{name}"));
            instances.push(start(name, own));
        }
        instances
    }
}
==== tests
#[test]
fn each_gets_base_config_and_own_path() {
    let loader = Loader {
        plugins: vec!["a".into(), "b".into(), "c".into()],
        disabled: vec!["b".into()],
    };
    let got = loader.start_all(Config { verbose: true, paths: vec!["lib".into()] });
    assert_eq!(got.len(), 2);
    assert_eq!(got[0].plugin, "a");
    assert_eq!(got[0].config.paths, vec!["lib", "plugins/a"]);
    assert_eq!(got[1].config, Config { verbose: true, paths: vec!["lib".into(), "plugins/c".into()] });
}

#[test]
fn nothing_enabled() {
    let loader = Loader { plugins: vec!["a".into()], disabled: vec!["a".into()] };
    assert!(loader.start_all(Config { verbose: false, paths: vec![] }).is_empty());
}
