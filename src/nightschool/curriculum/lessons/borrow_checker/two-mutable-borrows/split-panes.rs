---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    pub title: String,
    pub width: u16,
}

#[derive(Debug, Default)]
pub struct Layout {
    panes: Vec<Pane>,
}

impl Layout {
    pub fn open(&mut self, title: &str, width: u16) {
        self.panes.push(Pane { title: title.to_string(), width });
    }

    /// Moves the border behind pane `left` by `by` columns: it grows and its right neighbour shrinks.
    /// The neighbour keeps at least one column. Says how far the border moved.
    pub fn widen(&mut self, left: usize, by: u16) -> u16 {
        if left + 1 >= self.panes.len() {
            return 0;
        }
        let grown = &mut self.panes[left];
        let shrunk = &mut self.panes[left + 1];
        let moved = by.min(shrunk.width.saturating_sub(1));
        grown.width += moved;
        shrunk.width -= moved;
        moved
    }

    pub fn widths(&self) -> Vec<u16> {
        self.panes.iter().map(|p| p.width).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    pub title: String,
    pub width: u16,
}

#[derive(Debug, Default)]
pub struct Layout {
    panes: Vec<Pane>,
}

impl Layout {
    pub fn open(&mut self, title: &str, width: u16) {
        self.panes.push(Pane { title: title.to_string(), width });
    }

    /// Moves the border behind pane `left` by `by` columns: it grows and its right neighbour shrinks.
    /// The neighbour keeps at least one column. Says how far the border moved.
    pub fn widen(&mut self, left: usize, by: u16) -> u16 {
        if left + 1 >= self.panes.len() {
            return 0;
        }
        let (head, tail) = self.panes.split_at_mut(left + 1);
        let grown = &mut head[left];
        let shrunk = &mut tail[0];
        let moved = by.min(shrunk.width.saturating_sub(1));
        grown.width += moved;
        shrunk.width -= moved;
        moved
    }

    pub fn widths(&self) -> Vec<u16> {
        self.panes.iter().map(|p| p.width).collect()
    }
}
==== tests
fn layout() -> Layout {
    let mut l = Layout::default();
    l.open("tree", 20);
    l.open("text", 50);
    l.open("log", 10);
    l
}

#[test]
fn border_moves_both_panes() {
    let mut l = layout();
    assert_eq!(l.widen(1, 4), 4);
    assert_eq!(l.widths(), [20, 54, 6]);
}

#[test]
fn neighbour_keeps_one_column() {
    let mut l = layout();
    assert_eq!(l.widen(1, 40), 9);
    assert_eq!(l.widths(), [20, 59, 1]);
    assert_eq!(l.widen(2, 5), 0);
    assert_eq!(l.widths(), [20, 59, 1]);
}
