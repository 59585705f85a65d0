---
code: E0106
---
/// A borrowed view of one `[section]` of a configuration text.
#[derive(Debug, Clone, Copy)]
pub struct Section<'t> {
    pub name: &'t str,
    body: &'t str,
}

fn body_end(rest: &str) -> usize {
    rest.find("\n[").map_or(rest.len(), |at| at + 1)
}

pub fn section<'t>(text: &'t str, name: &str) -> Option<Section<'t>> {
    let heading = format!("[{name}]");
    let at = text.find(&heading)?;
    let rest = &text[at + heading.len()..];
    Some(Section {
        name: &text[at + 1..at + 1 + name.len()],
        body: &rest[..body_end(rest)],
    })
}

fn entry<'t>(section: Section<'t>, key: &str) -> Option<&'t str> {
    section.body.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim())
    })
}

/// The value of a key in a section, else the one in the section `default`.
/// The result may outlive the names that were asked for.
pub fn value(text: &str, name: &str, key: &str) -> Option<&str> {
    section(text, name)
        .and_then(|found| entry(found, key))
        .or_else(|| entry(section(text, "default")?, key))
}

pub fn section_name(text: &str, name: &str) -> Option<&str> {
    section(text, name).map(|found| found.name)
}
==== fixed
/// A borrowed view of one `[section]` of a configuration text.
#[derive(Debug, Clone, Copy)]
pub struct Section<'t> {
    pub name: &'t str,
    body: &'t str,
}

fn body_end(rest: &str) -> usize {
    rest.find("\n[").map_or(rest.len(), |at| at + 1)
}

pub fn section<'t>(text: &'t str, name: &str) -> Option<Section<'t>> {
    let heading = format!("[{name}]");
    let at = text.find(&heading)?;
    let rest = &text[at + heading.len()..];
    Some(Section {
        name: &text[at + 1..at + 1 + name.len()],
        body: &rest[..body_end(rest)],
    })
}

fn entry<'t>(section: Section<'t>, key: &str) -> Option<&'t str> {
    section.body.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim())
    })
}

/// The value of a key in a section, else the one in the section `default`.
/// The result may outlive the names that were asked for.
pub fn value<'t>(text: &'t str, name: &str, key: &str) -> Option<&'t str> {
    section(text, name)
        .and_then(|found| entry(found, key))
        .or_else(|| entry(section(text, "default")?, key))
}

pub fn section_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    section(text, name).map(|found| found.name)
}
==== tests
const TEXT: &str = "[default]\nport = 80\nhost = any\n[test]\nport=8080\n[live]\n";
#[test]
fn section_first_then_default() {
    assert_eq!(value(TEXT, "test", "port"), Some("8080"));
    assert_eq!(value(TEXT, "test", "host"), Some("any"));
    assert_eq!(value(TEXT, "live", "port"), Some("80"));
    assert_eq!(value(TEXT, "nowhere", "user"), None);
}
#[test]
fn outlives_the_names() {
    let text = TEXT.to_string();
    let (found, name) = {
        let asked = String::from("test");
        let key = String::from("port");
        (value(&text, &asked, &key), section_name(&text, &asked))
    };
    assert_eq!(found, Some("8080"));
    assert_eq!(name, Some("test"));
}
