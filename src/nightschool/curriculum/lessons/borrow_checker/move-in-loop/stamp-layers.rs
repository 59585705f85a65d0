---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    pub rows: Vec<String>,
}

/// A layer of a level; stamps on it may be edited one by one later.
#[derive(Debug, Default)]
pub struct Layer {
    pub stamps: Vec<(usize, usize, Stamp)>,
}

impl Layer {
    pub fn place(&mut self, x: usize, y: usize, stamp: Stamp) {
        self.stamps.push((x, y, stamp));
    }

    pub fn height(&self) -> usize {
        self.stamps.iter().map(|(_, y, stamp)| y + stamp.rows.len()).max().unwrap_or(0)
    }
}

/// Places the same stamp `times` times in a row, `gap` columns apart.
pub fn repeat_stamp(layer: &mut Layer, stamp: Stamp, times: usize, gap: usize) {
    for i in 0..times {
        layer.place(i * gap, 0, stamp);
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    pub rows: Vec<String>,
}

/// A layer of a level; stamps on it may be edited one by one later.
#[derive(Debug, Default)]
pub struct Layer {
    pub stamps: Vec<(usize, usize, Stamp)>,
}

impl Layer {
    pub fn place(&mut self, x: usize, y: usize, stamp: Stamp) {
        self.stamps.push((x, y, stamp));
    }

    pub fn height(&self) -> usize {
        self.stamps.iter().map(|(_, y, stamp)| y + stamp.rows.len()).max().unwrap_or(0)
    }
}

/// Places the same stamp `times` times in a row, `gap` columns apart.
pub fn repeat_stamp(layer: &mut Layer, stamp: Stamp, times: usize, gap: usize) {
    for i in 0..times {
        layer.place(i * gap, 0, stamp.clone());
    }
}
==== tests
fn tree() -> Stamp {
    Stamp { rows: vec!["/\\".into(), "||".into()] }
}
#[test]
fn three_trees() {
    let mut l = Layer::default();
    repeat_stamp(&mut l, tree(), 3, 4);
    let xs: Vec<usize> = l.stamps.iter().map(|s| s.0).collect();
    assert_eq!(xs, [0, 4, 8]);
    assert!(l.stamps.iter().all(|s| s.2 == tree()));
    assert_eq!(l.height(), 2);
}
#[test]
fn edited_alone() {
    let mut l = Layer::default();
    repeat_stamp(&mut l, tree(), 2, 1);
    l.stamps[0].2.rows[0] = "**".into();
    assert_eq!(l.stamps[1].2, tree());
}
