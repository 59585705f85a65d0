---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    pub name: String,
    pub settings: BTreeMap<String, String>,
}

impl Profile {
    pub fn new(name: &str, settings: &[(&str, &str)]) -> Profile {
        Profile {
            name: name.to_string(),
            settings: settings
                .iter()
                .map(|(key, value)| (key.to_string(), value.to_string()))
                .collect(),
        }
    }

    /// This profile on top of another: its own settings win.
    fn over(self, base: &Profile) -> Profile {
        let mut settings = base.settings.clone();
        settings.extend(self.settings);
        Profile { name: format!("{}+{}", base.name, self.name), settings }
    }
}

fn differing(a: &Profile, b: &Profile) -> Vec<String> {
    a.settings
        .iter()
        .filter(|(key, value)| b.settings.get(*key) != Some(*value))
        .map(|(key, _)| key.clone())
        .collect()
}

#[derive(Debug, PartialEq)]
pub struct Resolved {
    pub effective: Profile,
    /// Keys that the user's profile itself sets in a way that differs from the base.
    pub overridden: Vec<String>,
}

pub fn resolve(base: Profile, user: Profile) -> Resolved {
    let effective = user.over(&base);
    let overridden = differing(&user, &base);
    Resolved { effective, overridden }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    pub name: String,
    pub settings: BTreeMap<String, String>,
}

impl Profile {
    pub fn new(name: &str, settings: &[(&str, &str)]) -> Profile {
        Profile {
            name: name.to_string(),
            settings: settings
                .iter()
                .map(|(key, value)| (key.to_string(), value.to_string()))
                .collect(),
        }
    }

    /// This profile on top of another: its own settings win.
    fn over(self, base: &Profile) -> Profile {
        let mut settings = base.settings.clone();
        settings.extend(self.settings);
        Profile { name: format!("{}+{}", base.name, self.name), settings }
    }
}

fn differing(a: &Profile, b: &Profile) -> Vec<String> {
    a.settings
        .iter()
        .filter(|(key, value)| b.settings.get(*key) != Some(*value))
        .map(|(key, _)| key.clone())
        .collect()
}

#[derive(Debug, PartialEq)]
pub struct Resolved {
    pub effective: Profile,
    /// Keys that the user's profile itself sets in a way that differs from the base.
    pub overridden: Vec<String>,
}

pub fn resolve(base: Profile, user: Profile) -> Resolved {
    let effective = user.clone().over(&base);
    let overridden = differing(&user, &base);
    Resolved { effective, overridden }
}
==== tests
#[test]
fn user_wins() {
    let base = Profile::new("base", &[("color", "red"), ("size", "1")]);
    let user = Profile::new("ann", &[("color", "blue"), ("size", "1"), ("font", "mono")]);
    let r = resolve(base, user);
    assert_eq!(
        r.effective,
        Profile::new("base+ann", &[("color", "blue"), ("font", "mono"), ("size", "1")])
    );
    assert_eq!(r.overridden, ["color", "font"]);
}
#[test]
fn nothing_overridden() {
    let base = Profile::new("base", &[("color", "red")]);
    let r = resolve(base, Profile::new("bo", &[]));
    assert_eq!(r.effective.settings.len(), 1);
    assert!(r.overridden.is_empty());
}
