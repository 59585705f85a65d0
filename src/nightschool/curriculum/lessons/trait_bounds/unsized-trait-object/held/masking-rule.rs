---
code: E0277
---
/// Hides sensitive parts of an audit line.
pub trait Mask {
    fn apply(&self, line: &str) -> String;
}

pub struct Digits;
pub struct Word(pub String);

impl Mask for Digits {
    fn apply(&self, line: &str) -> String {
        line.chars()
            .map(|c| if c.is_ascii_digit() { '#' } else { c })
            .collect()
    }
}

impl Mask for Word {
    fn apply(&self, line: &str) -> String {
        line.replace(&self.0, "***")
    }
}

fn masked(line: &str, mask: dyn Mask) -> String {
    let visible = line.trim_end();
    format!("{} [masked]", mask.apply(visible))
}

/// Masks every line. With a name, the name is hidden; otherwise all digits.
pub fn export(lines: &[&str], name: Option<&str>) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        match name {
            Some(name) => out.push(masked(line, Word(name.to_string()))),
            None => out.push(masked(line, Digits)),
        }
    }
    out
}
==== fixed
/// Hides sensitive parts of an audit line.
pub trait Mask {
    fn apply(&self, line: &str) -> String;
}

pub struct Digits;
pub struct Word(pub String);

impl Mask for Digits {
    fn apply(&self, line: &str) -> String {
        line.chars()
            .map(|c| if c.is_ascii_digit() { '#' } else { c })
            .collect()
    }
}

impl Mask for Word {
    fn apply(&self, line: &str) -> String {
        line.replace(&self.0, "***")
    }
}

fn masked(line: &str, mask: &dyn Mask) -> String {
    let visible = line.trim_end();
    format!("{} [masked]", mask.apply(visible))
}

/// Masks every line. With a name, the name is hidden; otherwise all digits.
pub fn export(lines: &[&str], name: Option<&str>) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        match name {
            Some(name) => out.push(masked(line, &Word(name.to_string()))),
            None => out.push(masked(line, &Digits)),
        }
    }
    out
}
==== tests
    #[test]
    fn names_vanish() {
        assert_eq!(
            export(&["ann paid 12 ", "bob and ann"], Some("ann")),
            vec!["*** paid 12 [masked]", "bob and *** [masked]"]
        );
    }
    #[test]
    fn digits_vanish() {
        assert_eq!(export(&["card 4711"], None), vec!["card #### [masked]"]);
    }
