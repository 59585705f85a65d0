---
code: E0507
---
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    pub name: String,
    rows: Vec<String>,
}

#[derive(Debug)]
pub struct Keyboard {
    layout: Option<Layout>,
    caps: bool,
}

impl Keyboard {
    pub fn new() -> Keyboard {
        Keyboard { layout: None, caps: false }
    }

    pub fn use_layout(&mut self, name: &str, rows: &[&str]) {
        self.layout = Some(Layout {
            name: name.to_string(),
            rows: rows.iter().map(|r| r.to_string()).collect(),
        });
    }

    pub fn set_caps(&mut self, on: bool) {
        self.caps = on;
    }

    /// The character at a place of the layout, `None` without a layout or outside it.
    pub fn at(&self, row: usize, column: usize) -> Option<char> {
        let layout = self.layout?;
        let key = layout.rows.get(row)?.chars().nth(column)?;
        Some(if self.caps { key.to_ascii_uppercase() } else { key })
    }

    pub fn layout_name(&self) -> String {
        match &self.layout {
            Some(layout) => layout.name.clone(),
            None => "none".to_string(),
        }
    }
}

impl Default for Keyboard {
    fn default() -> Self {
        Self::new()
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    pub name: String,
    rows: Vec<String>,
}

#[derive(Debug)]
pub struct Keyboard {
    layout: Option<Layout>,
    caps: bool,
}

impl Keyboard {
    pub fn new() -> Keyboard {
        Keyboard { layout: None, caps: false }
    }

    pub fn use_layout(&mut self, name: &str, rows: &[&str]) {
        self.layout = Some(Layout {
            name: name.to_string(),
            rows: rows.iter().map(|r| r.to_string()).collect(),
        });
    }

    pub fn set_caps(&mut self, on: bool) {
        self.caps = on;
    }

    /// The character at a place of the layout, `None` without a layout or outside it.
    pub fn at(&self, row: usize, column: usize) -> Option<char> {
        let layout = self.layout.as_ref()?;
        let key = layout.rows.get(row)?.chars().nth(column)?;
        Some(if self.caps { key.to_ascii_uppercase() } else { key })
    }

    pub fn layout_name(&self) -> String {
        match &self.layout {
            Some(layout) => layout.name.clone(),
            None => "none".to_string(),
        }
    }
}

impl Default for Keyboard {
    fn default() -> Self {
        Self::new()
    }
}
==== tests
#[test]
fn keys_can_be_read_again_and_again() {
    let mut k = Keyboard::new();
    k.use_layout("de", &["qwertz", "asdf"]);
    assert_eq!(k.at(0, 5), Some('z'));
    assert_eq!(k.at(1, 0), Some('a'));
    k.set_caps(true);
    assert_eq!(k.at(0, 5), Some('Z'));
    assert_eq!(k.layout_name(), "de");
}

#[test]
fn outside_or_without_layout() {
    let mut k = Keyboard::default();
    assert_eq!(k.at(0, 0), None);
    assert_eq!(k.layout_name(), "none");
    k.use_layout("x", &["ab"]);
    assert_eq!((k.at(0, 2), k.at(1, 0)), (None, None));
}
