---
code: E0596
---
use std::collections::BTreeMap;

pub struct Component {
    pub name: &'static str,
    pub licence: &'static str,
    pub bundled: Vec<Component>,
}

impl Component {
    pub fn new(name: &'static str, licence: &'static str, bundled: Vec<Component>) -> Self {
        Component { name, licence, bundled }
    }
}

/// Adds a component and everything bundled with it to the notices.
fn collect(component: &Component, notices: &BTreeMap<&'static str, Vec<&'static str>>) {
    notices
        .entry(component.licence)
        .or_default()
        .push(component.name);
    for inner in &component.bundled {
        collect(inner, notices);
    }
}

/// The text of the notices file: one line a licence with the sorted names.
pub fn notices(components: &[Component]) -> String {
    let mut notices = BTreeMap::new();
    for component in components {
        collect(component, &notices);
    }
    let mut text = String::new();
    for (licence, names) in &mut notices {
        names.sort();
        text.push_str(&format!("{licence}: {}\n", names.join(", ")));
    }
    text
}
==== fixed
use std::collections::BTreeMap;

pub struct Component {
    pub name: &'static str,
    pub licence: &'static str,
    pub bundled: Vec<Component>,
}

impl Component {
    pub fn new(name: &'static str, licence: &'static str, bundled: Vec<Component>) -> Self {
        Component { name, licence, bundled }
    }
}

/// Adds a component and everything bundled with it to the notices.
fn collect(component: &Component, notices: &mut BTreeMap<&'static str, Vec<&'static str>>) {
    notices
        .entry(component.licence)
        .or_default()
        .push(component.name);
    for inner in &component.bundled {
        collect(inner, notices);
    }
}

/// The text of the notices file: one line a licence with the sorted names.
pub fn notices(components: &[Component]) -> String {
    let mut notices = BTreeMap::new();
    for component in components {
        collect(component, &mut notices);
    }
    let mut text = String::new();
    for (licence, names) in &mut notices {
        names.sort();
        text.push_str(&format!("{licence}: {}\n", names.join(", ")));
    }
    text
}
==== tests
    #[test]
    fn bundled_are_listed() {
        let app = Component::new(
            "app",
            "MIT",
            vec![Component::new("zip", "BSD", vec![Component::new("crc", "MIT", vec![])])],
        );
        let other = Component::new("alpha", "MIT", vec![]);
        assert_eq!(notices(&[app, other]), "BSD: zip\nMIT: alpha, app, crc\n");
    }
    #[test]
    fn nothing_to_list() {
        assert_eq!(notices(&[]), "");
    }
