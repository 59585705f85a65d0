---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: String,
    pub level: usize,
    pub children: Vec<Section>,
}

impl Section {
    pub fn new(title: &str, level: usize) -> Self {
        Section { title: title.to_string(), level, children: Vec::new() }
    }

    /// Puts a section below the deepest open one whose level is smaller.
    pub fn attach(&mut self, section: Section) {
        match self.children.last_mut() {
            Some(last) if last.level < section.level => last.attach(section),
            _ => self.children.push(section),
        }
    }
}

/// Titles with their level in reading order, for a table of contents.
pub fn toc(root: &Section) -> Vec<(usize, String)> {
    let mut rows = Vec::new();
    let mut open: Vec<&Section> = vec![root];
    while let Some(section) = open.pop() {
        rows.push((section.level, section.title));
        open.extend(section.children.iter().rev());
    }
    rows
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: String,
    pub level: usize,
    pub children: Vec<Section>,
}

impl Section {
    pub fn new(title: &str, level: usize) -> Self {
        Section { title: title.to_string(), level, children: Vec::new() }
    }

    /// Puts a section below the deepest open one whose level is smaller.
    pub fn attach(&mut self, section: Section) {
        match self.children.last_mut() {
            Some(last) if last.level < section.level => last.attach(section),
            _ => self.children.push(section),
        }
    }
}

/// Titles with their level in reading order, for a table of contents.
pub fn toc(root: &Section) -> Vec<(usize, String)> {
    let mut rows = Vec::new();
    let mut open: Vec<&Section> = vec![root];
    while let Some(section) = open.pop() {
        rows.push((section.level, section.title.clone()));
        open.extend(section.children.iter().rev());
    }
    rows
}
==== tests
#[test]
fn reading_order() {
    let mut root = Section::new("Guide", 0);
    for (t, l) in [("Start", 1), ("Install", 2), ("Run", 2), ("End", 1)] {
        root.attach(Section::new(t, l));
    }
    let rows = toc(&root);
    let titles: Vec<&str> = rows.iter().map(|(_, t)| t.as_str()).collect();
    assert_eq!(titles, ["Guide", "Start", "Install", "Run", "End"]);
    assert_eq!(rows[2].0, 2);
}

#[test]
fn outline_keeps_its_titles() {
    let mut root = Section::new("A", 0);
    root.attach(Section::new("B", 1));
    assert_eq!(toc(&root), toc(&root));
    assert_eq!(root.children[0].title, "B");
}
