---
code: E0597
---
pub struct Stop {
    pub name: String,
    pub minute: u32,
}

pub struct Line {
    pub code: String,
    pub stops: Vec<Stop>,
}

impl Line {
    fn heading(&self) -> String {
        match (self.stops.first(), self.stops.last()) {
            (Some(a), Some(b)) => format!("{}: {} - {}", self.code, a.name, b.name),
            _ => format!("{}: (no stops)", self.code),
        }
    }
}

/// Renders all headings, padded with dots to the width of the widest one,
/// and marks the widest (the first of them) with `*`.
pub fn render(lines: &[Line]) -> Vec<String> {
    let mut widest = "";
    for line in lines {
        let heading = line.heading();
        if heading.chars().count() > widest.chars().count() {
            widest = heading.as_str();
        }
    }
    let width = widest.chars().count();
    let mut rows = Vec::new();
    let mut marked = false;
    for line in lines {
        let heading = line.heading();
        let mark = if !marked && heading == widest { "*" } else { "" };
        marked |= !mark.is_empty();
        rows.push(format!("{heading:.<width$}{mark}"));
    }
    rows
}
==== fixed
pub struct Stop {
    pub name: String,
    pub minute: u32,
}

pub struct Line {
    pub code: String,
    pub stops: Vec<Stop>,
}

impl Line {
    fn heading(&self) -> String {
        match (self.stops.first(), self.stops.last()) {
            (Some(a), Some(b)) => format!("{}: {} - {}", self.code, a.name, b.name),
            _ => format!("{}: (no stops)", self.code),
        }
    }
}

/// Renders all headings, padded with dots to the width of the widest one,
/// and marks the widest (the first of them) with `*`.
pub fn render(lines: &[Line]) -> Vec<String> {
    let mut widest = String::new();
    for line in lines {
        let heading = line.heading();
        if heading.chars().count() > widest.chars().count() {
            widest = heading;
        }
    }
    let width = widest.chars().count();
    let mut rows = Vec::new();
    let mut marked = false;
    for line in lines {
        let heading = line.heading();
        let mark = if !marked && heading == widest { "*" } else { "" };
        marked |= !mark.is_empty();
        rows.push(format!("{heading:.<width$}{mark}"));
    }
    rows
}
==== tests
fn line(code: &str, stops: &[&str]) -> Line {
    let stops = stops.iter().map(|s| Stop { name: s.to_string(), minute: 0 }).collect();
    Line { code: code.to_string(), stops }
}

#[test]
fn pads_and_marks() {
    let rows = render(&[line("1", &["A", "B"]), line("2", &["Mill", "Quay"]), line("3", &["Quay", "Mill"])]);
    assert_eq!(rows, vec!["1: A - B......", "2: Mill - Quay*", "3: Quay - Mill"]);
}

#[test]
fn empty_line_and_empty_table() {
    assert_eq!(render(&[line("9", &[])]), vec!["9: (no stops)*"]);
    assert!(render(&[]).is_empty());
}
