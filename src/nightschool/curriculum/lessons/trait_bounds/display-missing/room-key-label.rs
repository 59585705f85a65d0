---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Sea,
    Courtyard,
}

/// Shown to guests as floor and door with two digits each, and the view: `03-07 sea`.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub floor: u8,
    pub door: u8,
    pub view: View,
}

impl View {
    fn word(self) -> &'static str {
        match self {
            View::Sea => "sea",
            View::Courtyard => "courtyard",
        }
    }
}

/// Puts any printable items on one line of the front desk's screen.
pub fn screen_line<T: std::fmt::Display>(title: &str, items: &[T]) -> String {
    let mut line = String::from(title);
    for (i, item) in items.iter().enumerate() {
        line.push_str(if i == 0 { ": " } else { " | " });
        line.push_str(&item.to_string());
    }
    line
}

pub fn free_keys(keys: &[Key], view: Option<View>) -> String {
    let chosen: Vec<Key> = keys
        .iter()
        .copied()
        .filter(|key| view.map_or(true, |wanted| wanted == key.view))
        .collect();
    screen_line("free", &chosen)
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Sea,
    Courtyard,
}

/// Shown to guests as floor and door with two digits each, and the view: `03-07 sea`.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub floor: u8,
    pub door: u8,
    pub view: View,
}

impl View {
    fn word(self) -> &'static str {
        match self {
            View::Sea => "sea",
            View::Courtyard => "courtyard",
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02} {}", self.floor, self.door, self.view.word())
    }
}

/// Puts any printable items on one line of the front desk's screen.
pub fn screen_line<T: std::fmt::Display>(title: &str, items: &[T]) -> String {
    let mut line = String::from(title);
    for (i, item) in items.iter().enumerate() {
        line.push_str(if i == 0 { ": " } else { " | " });
        line.push_str(&item.to_string());
    }
    line
}

pub fn free_keys(keys: &[Key], view: Option<View>) -> String {
    let chosen: Vec<Key> = keys
        .iter()
        .copied()
        .filter(|key| view.map_or(true, |wanted| wanted == key.view))
        .collect();
    screen_line("free", &chosen)
}
==== tests
fn keys() -> Vec<Key> {
    vec![
        Key { floor: 3, door: 7, view: View::Sea },
        Key { floor: 12, door: 1, view: View::Courtyard },
    ]
}

#[test]
fn shows_all() {
    assert_eq!(free_keys(&keys(), None), "free: 03-07 sea | 12-01 courtyard");
}

#[test]
fn filters_by_view() {
    assert_eq!(free_keys(&keys(), Some(View::Courtyard)), "free: 12-01 courtyard");
    assert_eq!(free_keys(&keys()[..1], Some(View::Courtyard)), "free");
    assert_eq!(screen_line("x", &[1, 2]), "x: 1 | 2");
}
