---
code: E0597
---
/// What a kitchen got during one service: lines such as `4 pancakes with syrup; no nuts`.
pub struct Service {
    lines: Vec<String>,
}

impl Service {
    pub fn new(lines: &[&str]) -> Self {
        Service { lines: lines.iter().map(|l| l.to_string()).collect() }
    }

    fn cleaned(&self, index: usize) -> String {
        let line = &self.lines[index];
        let dish = line.split(';').next().unwrap_or("");
        dish.trim().trim_start_matches(|c: char| c.is_ascii_digit()).trim().to_lowercase()
    }

    /// The longest dish name on any line, cleaned; the first one when several are as long.
    pub fn longest_dish(&self) -> String {
        let mut longest = "";
        for index in 0..self.lines.len() {
            let dish = self.cleaned(index);
            if dish.len() > longest.len() {
                longest = &dish;
            }
        }
        longest.to_string()
    }

    /// The width the column for dishes needs on the screen.
    pub fn column_width(&self) -> usize {
        self.longest_dish().len().max(8)
    }
}
==== fixed
/// What a kitchen got during one service: lines such as `4 pancakes with syrup; no nuts`.
pub struct Service {
    lines: Vec<String>,
}

impl Service {
    pub fn new(lines: &[&str]) -> Self {
        Service { lines: lines.iter().map(|l| l.to_string()).collect() }
    }

    fn cleaned(&self, index: usize) -> String {
        let line = &self.lines[index];
        let dish = line.split(';').next().unwrap_or("");
        dish.trim().trim_start_matches(|c: char| c.is_ascii_digit()).trim().to_lowercase()
    }

    /// The longest dish name on any line, cleaned; the first one when several are as long.
    pub fn longest_dish(&self) -> String {
        let mut longest = String::new();
        for index in 0..self.lines.len() {
            let dish = self.cleaned(index);
            if dish.len() > longest.len() {
                longest = dish;
            }
        }
        longest
    }

    /// The width the column for dishes needs on the screen.
    pub fn column_width(&self) -> usize {
        self.longest_dish().len().max(8)
    }
}
==== tests
#[test]
fn longest_cleaned() {
    let s = Service::new(&["2 Soup", "4 Pancakes with syrup; no nuts", "1 PANCAKES with cream "]);
    assert_eq!(s.longest_dish(), "pancakes with syrup");
    assert_eq!(s.column_width(), 19);
}
#[test]
fn first_of_equals_and_empty() {
    assert_eq!(Service::new(&["1 tea", "2 pie"]).longest_dish(), "tea");
    assert_eq!(Service::new(&[]).longest_dish(), "");
    assert_eq!(Service::new(&[]).column_width(), 8);
}
