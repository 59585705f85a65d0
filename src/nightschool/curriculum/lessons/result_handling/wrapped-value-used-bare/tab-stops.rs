---
code: E0308
---
use std::collections::BTreeMap;

/// Settings of an editor: own values per language over the common ones.
#[derive(Debug, Default)]
pub struct Settings {
    widths: BTreeMap<String, usize>,
}

impl Settings {
    pub const DEFAULT_WIDTH: usize = 4;

    pub fn set_width(&mut self, language: &str, width: usize) {
        self.widths.insert(language.to_string(), width);
    }

    /// Columns of an indent in a language, `DEFAULT_WIDTH` where nothing is set.
    pub fn width(&self, language: &str) -> usize {
        self.widths.get(language).copied()
    }

    /// `depth` indents as blanks.
    pub fn indent(&self, language: &str, depth: usize) -> String {
        " ".repeat(self.width(language) * depth)
    }

    /// How deep a line is indented; blanks that do not fill an indent are not counted.
    pub fn depth(&self, language: &str, line: &str) -> usize {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        blanks / self.width(language)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Settings of an editor: own values per language over the common ones.
#[derive(Debug, Default)]
pub struct Settings {
    widths: BTreeMap<String, usize>,
}

impl Settings {
    pub const DEFAULT_WIDTH: usize = 4;

    pub fn set_width(&mut self, language: &str, width: usize) {
        self.widths.insert(language.to_string(), width);
    }

    /// Columns of an indent in a language, `DEFAULT_WIDTH` where nothing is set.
    pub fn width(&self, language: &str) -> usize {
        self.widths.get(language).copied().unwrap_or(Self::DEFAULT_WIDTH)
    }

    /// `depth` indents as blanks.
    pub fn indent(&self, language: &str, depth: usize) -> String {
        " ".repeat(self.width(language) * depth)
    }

    /// How deep a line is indented; blanks that do not fill an indent are not counted.
    pub fn depth(&self, language: &str, line: &str) -> usize {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        blanks / self.width(language)
    }
}
==== tests
#[test]
fn own_widths_count() {
    let mut s = Settings::default();
    s.set_width("yaml", 2);
    assert_eq!(s.indent("yaml", 3), "      ");
    assert_eq!(s.depth("yaml", "     x"), 2);
}

#[test]
fn others_have_the_default() {
    let s = Settings::default();
    assert_eq!(s.width("rust"), 4);
    assert_eq!(s.depth("rust", "        x"), 2);
}
