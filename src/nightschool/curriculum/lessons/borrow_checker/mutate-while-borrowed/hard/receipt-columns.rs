---
code: E0502
---
//! Prints receipts in two columns.

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub label: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Receipt {
    items: Vec<Item>,
    lines: Vec<String>,
    width: usize,
}

impl Receipt {
    pub fn new(width: usize) -> Self {
        Receipt { width, ..Receipt::default() }
    }

    /// Amount and label fill the whole width, dots between them.
    fn row(&mut self, label: &str, cents: u32) -> String {
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let dots = self.width.saturating_sub(label.chars().count() + amount.len());
        format!("{label}{}{amount}", ".".repeat(dots))
    }

    /// Adds an item. An item equal to the one before is noted with a ditto mark.
    pub fn add(&mut self, label: &str, cents: u32) {
        let item = Item { label: label.to_string(), cents };
        let label = if self.items.last() == Some(&item) { "\"" } else { label };
        let line = self.row(label, cents);
        self.items.push(item);
        self.lines.push(line);
    }

    /// All lines, and below them the dearest item once more.
    pub fn print(&mut self) -> String {
        let mut page = self.lines.join("\n");
        if let Some(dearest) = self.items.iter().max_by_key(|item| item.cents) {
            page.push_str("\n\nTop ");
            page.push_str(&self.row(&dearest.label, dearest.cents));
        }
        page
    }
}
==== fixed
//! Prints receipts in two columns.

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub label: String,
    pub cents: u32,
}

#[derive(Debug, Default)]
pub struct Receipt {
    items: Vec<Item>,
    lines: Vec<String>,
    width: usize,
}

impl Receipt {
    pub fn new(width: usize) -> Self {
        Receipt { width, ..Receipt::default() }
    }

    /// Amount and label fill the whole width, dots between them.
    fn row(&self, label: &str, cents: u32) -> String {
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let dots = self.width.saturating_sub(label.chars().count() + amount.len());
        format!("{label}{}{amount}", ".".repeat(dots))
    }

    /// Adds an item. An item equal to the one before is noted with a ditto mark.
    pub fn add(&mut self, label: &str, cents: u32) {
        let item = Item { label: label.to_string(), cents };
        let label = if self.items.last() == Some(&item) { "\"" } else { label };
        let line = self.row(label, cents);
        self.items.push(item);
        self.lines.push(line);
    }

    /// All lines, and below them the dearest item once more.
    pub fn print(&mut self) -> String {
        let mut page = self.lines.join("\n");
        if let Some(dearest) = self.items.iter().max_by_key(|item| item.cents) {
            page.push_str("\n\nTop ");
            page.push_str(&self.row(&dearest.label, dearest.cents));
        }
        page
    }
}
==== tests
#[test]
fn the_dearest_item_stands_below() {
    let mut receipt = Receipt::new(12);
    receipt.add("Tea", 250);
    receipt.add("Cake", 1305);
    receipt.add("Cake", 1305);
    receipt.add("Milk", 90);
    assert_eq!(
        receipt.print(),
        "Tea.....2.50\nCake...13.05\n\"......13.05\nMilk....0.90\n\nTop Cake...13.05"
    );
}

#[test]
fn printing_twice_gives_the_same_page() {
    let mut receipt = Receipt::new(8);
    receipt.add("Tea", 5);
    let first = receipt.print();
    assert_eq!(first, "Tea.0.05\n\nTop Tea.0.05");
    assert_eq!(receipt.print(), first);
    assert_eq!(Receipt::new(8).print(), "");
}
