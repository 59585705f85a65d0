---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub name: String,
    pub light: char,
    pub dark: char,
}

impl Theme {
    pub fn plain() -> Self {
        Theme { name: "plain".to_string(), light: '.', dark: '#' }
    }

    fn square(&self, file: usize, rank: usize) -> char {
        if (file + rank) % 2 == 0 { self.dark } else { self.light }
    }
}

/// Draws an empty board of `size` squares a side under its theme's name. The
/// theme is looked up among those installed; the plain one stands in.
pub fn draw(installed: &[Theme], wanted: &str, size: usize) -> String {
    let theme = match installed.iter().find(|theme| theme.name == wanted) {
        Some(theme) => theme,
        None => {
            let plain = Theme::plain();
            &plain
        }
    };
    let mut text = format!("[{}]\n", theme.name);
    for rank in (0..size).rev() {
        text.extend((0..size).map(|file| theme.square(file, rank)));
        text.push('\n');
    }
    text
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub name: String,
    pub light: char,
    pub dark: char,
}

impl Theme {
    pub fn plain() -> Self {
        Theme { name: "plain".to_string(), light: '.', dark: '#' }
    }

    fn square(&self, file: usize, rank: usize) -> char {
        if (file + rank) % 2 == 0 { self.dark } else { self.light }
    }
}

/// Draws an empty board of `size` squares a side under its theme's name. The
/// theme is looked up among those installed; the plain one stands in.
pub fn draw(installed: &[Theme], wanted: &str, size: usize) -> String {
    let plain = Theme::plain();
    let theme = match installed.iter().find(|theme| theme.name == wanted) {
        Some(theme) => theme,
        None => &plain,
    };
    let mut text = format!("[{}]\n", theme.name);
    for rank in (0..size).rev() {
        text.extend((0..size).map(|file| theme.square(file, rank)));
        text.push('\n');
    }
    text
}
==== tests
#[test]
fn installed() {
    let t = Theme { name: "ice".into(), light: '-', dark: '=' };
    assert_eq!(draw(&[t], "ice", 2), "[ice]\n-=\n=-\n");
}
#[test]
fn stands_in() {
    let t = Theme { name: "ice".into(), light: '-', dark: '=' };
    assert_eq!(draw(&[t], "lava", 3), "[plain]\n#.#\n.#.\n#.#\n");
}
