---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Put { cell: usize, glyph: char },
    Fill(char),
}

/// A one-row level with an undo history.
pub struct Editor {
    pub cells: Vec<char>,
    history: Vec<Vec<char>>,
    last: Option<Edit>,
}

impl Editor {
    pub fn new(width: usize) -> Self {
        Editor { cells: vec!['.'; width], history: Vec::new(), last: None }
    }

    fn perform(&mut self, edit: Edit) {
        self.history.push(self.cells.clone());
        match edit {
            Edit::Put { cell, glyph } => self.cells[cell] = glyph,
            Edit::Fill(glyph) => self.cells.fill(glyph),
        }
    }

    /// Performs an edit and remembers it for `again`.
    pub fn apply(&mut self, edit: Edit) {
        self.perform(edit);
        self.last = Some(edit);
    }

    /// Performs the last edit once more, if there was one.
    pub fn again(&mut self) {
        if let Some(edit) = self.last.clone() {
            self.perform(edit);
        }
    }

    pub fn undo(&mut self) -> bool {
        match self.history.pop() {
            Some(cells) => {
                self.cells = cells;
                true
            }
            None => false,
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Put { cell: usize, glyph: char },
    Fill(char),
}

/// A one-row level with an undo history.
pub struct Editor {
    pub cells: Vec<char>,
    history: Vec<Vec<char>>,
    last: Option<Edit>,
}

impl Editor {
    pub fn new(width: usize) -> Self {
        Editor { cells: vec!['.'; width], history: Vec::new(), last: None }
    }

    fn perform(&mut self, edit: Edit) {
        self.history.push(self.cells.clone());
        match edit {
            Edit::Put { cell, glyph } => self.cells[cell] = glyph,
            Edit::Fill(glyph) => self.cells.fill(glyph),
        }
    }

    /// Performs an edit and remembers it for `again`.
    pub fn apply(&mut self, edit: Edit) {
        self.perform(edit.clone());
        self.last = Some(edit);
    }

    /// Performs the last edit once more, if there was one.
    pub fn again(&mut self) {
        if let Some(edit) = self.last.clone() {
            self.perform(edit);
        }
    }

    pub fn undo(&mut self) -> bool {
        match self.history.pop() {
            Some(cells) => {
                self.cells = cells;
                true
            }
            None => false,
        }
    }
}
==== tests
fn row(e: &Editor) -> String {
    e.cells.iter().collect()
}
#[test]
fn again_after_undo() {
    let mut e = Editor::new(3);
    e.apply(Edit::Put { cell: 1, glyph: '#' });
    assert!(e.undo());
    assert_eq!(row(&e), "...");
    e.again();
    assert_eq!(row(&e), ".#.");
}
#[test]
fn last_counts() {
    let mut e = Editor::new(2);
    e.again();
    e.apply(Edit::Put { cell: 0, glyph: 'x' });
    e.apply(Edit::Fill('o'));
    e.undo();
    assert_eq!(row(&e), "x.");
    e.again();
    assert_eq!(row(&e), "oo");
    assert!(e.undo() && e.undo() && !e.undo());
}
