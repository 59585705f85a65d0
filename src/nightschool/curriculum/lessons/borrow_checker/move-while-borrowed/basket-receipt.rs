---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Basket {
    pub lines: Vec<Line>,
}

#[derive(Debug, PartialEq)]
pub struct Sale {
    pub lines: Vec<Line>,
    pub total: u32,
    pub dearest: Option<String>,
}

impl Basket {
    pub fn with(mut self, name: &str, cents: u32) -> Self {
        self.lines.push(Line { name: name.to_string(), cents });
        self
    }

    fn dearest(&self) -> Option<&str> {
        let line = self.lines.iter().max_by_key(|line| line.cents)?;
        Some(line.name.as_str())
    }

    fn into_sorted_lines(self) -> Vec<Line> {
        let mut lines = self.lines;
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        lines
    }
}

/// Turns the basket into a sale: lines by name, the total, and the name of the dearest line.
pub fn check_out(basket: Basket) -> Sale {
    let total = basket.lines.iter().map(|line| line.cents).sum();
    let dearest = basket.dearest();
    let lines = basket.into_sorted_lines();
    Sale {
        lines,
        total,
        dearest: dearest.map(str::to_string),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Basket {
    pub lines: Vec<Line>,
}

#[derive(Debug, PartialEq)]
pub struct Sale {
    pub lines: Vec<Line>,
    pub total: u32,
    pub dearest: Option<String>,
}

impl Basket {
    pub fn with(mut self, name: &str, cents: u32) -> Self {
        self.lines.push(Line { name: name.to_string(), cents });
        self
    }

    fn dearest(&self) -> Option<&str> {
        let line = self.lines.iter().max_by_key(|line| line.cents)?;
        Some(line.name.as_str())
    }

    fn into_sorted_lines(self) -> Vec<Line> {
        let mut lines = self.lines;
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        lines
    }
}

/// Turns the basket into a sale: lines by name, the total, and the name of the dearest line.
pub fn check_out(basket: Basket) -> Sale {
    let total = basket.lines.iter().map(|line| line.cents).sum();
    let dearest = basket.dearest().map(str::to_string);
    let lines = basket.into_sorted_lines();
    Sale {
        lines,
        total,
        dearest,
    }
}
==== tests
#[test]
fn sale_has_everything() {
    let s = check_out(Basket::default().with("tea", 300).with("cake", 450).with("milk", 90));
    assert_eq!(s.total, 840);
    assert_eq!(s.dearest.as_deref(), Some("cake"));
    let names: Vec<&str> = s.lines.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(names, vec!["cake", "milk", "tea"]);
}

#[test]
fn tie_goes_to_the_line_added_last() {
    let s = check_out(Basket::default().with("tea", 300).with("ale", 300));
    assert_eq!(s.dearest.as_deref(), Some("ale"));
}

#[test]
fn empty_basket() {
    assert_eq!(check_out(Basket::default()), Sale { lines: vec![], total: 0, dearest: None });
}
