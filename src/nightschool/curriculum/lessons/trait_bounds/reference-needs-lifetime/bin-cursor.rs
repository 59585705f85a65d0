---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Item {
    pub sku: String,
    pub pieces: u32,
}

/// Goes through the shelf once and hands out the items that run low.
pub struct LowStock {
    items: &[Item],
    at: usize,
    minimum: u32,
}

impl LowStock {
    pub fn new(items: &[Item], minimum: u32) -> Self {
        LowStock { items, at: 0, minimum }
    }

    pub fn next_item(&mut self) -> Option<&Item> {
        while self.at < self.items.len() {
            let item = &self.items[self.at];
            self.at += 1;
            if item.pieces < self.minimum {
                return Some(item);
            }
        }
        None
    }
}

pub fn reorder_list(items: &[Item], minimum: u32) -> Vec<String> {
    let mut low = LowStock::new(items, minimum);
    let mut lines = Vec::new();
    while let Some(item) = low.next_item() {
        lines.push(format!("{} +{}", item.sku, minimum - item.pieces));
    }
    lines
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Item {
    pub sku: String,
    pub pieces: u32,
}

/// Goes through the shelf once and hands out the items that run low.
pub struct LowStock<'a> {
    items: &'a [Item],
    at: usize,
    minimum: u32,
}

impl<'a> LowStock<'a> {
    pub fn new(items: &'a [Item], minimum: u32) -> Self {
        LowStock { items, at: 0, minimum }
    }

    pub fn next_item(&mut self) -> Option<&'a Item> {
        while self.at < self.items.len() {
            let item = &self.items[self.at];
            self.at += 1;
            if item.pieces < self.minimum {
                return Some(item);
            }
        }
        None
    }
}

pub fn reorder_list(items: &[Item], minimum: u32) -> Vec<String> {
    let mut low = LowStock::new(items, minimum);
    let mut lines = Vec::new();
    while let Some(item) = low.next_item() {
        lines.push(format!("{} +{}", item.sku, minimum - item.pieces));
    }
    lines
}
==== tests
fn items() -> Vec<Item> {
    [("saw", 2), ("axe", 9), ("rope", 0), ("nail", 5)]
        .iter()
        .map(|&(sku, pieces)| Item { sku: sku.to_string(), pieces })
        .collect()
}

#[test]
fn low_items_in_shelf_order() {
    assert_eq!(reorder_list(&items(), 5), vec!["saw +3", "rope +5"]);
    assert_eq!(reorder_list(&items(), 6), vec!["saw +4", "rope +6", "nail +1"]);
}

#[test]
fn nothing_low() {
    assert!(reorder_list(&items(), 0).is_empty());
    assert!(reorder_list(&[], 5).is_empty());
}
