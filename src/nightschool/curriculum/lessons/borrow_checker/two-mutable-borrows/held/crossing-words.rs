---
code: E0499
---
/// A crossword grid. Rows hold letters, '.' where none is written.
pub struct Grid {
    rows: Vec<Vec<char>>,
    writes: Vec<usize>,
}

impl Grid {
    pub fn new(height: usize, width: usize) -> Grid {
        Grid { rows: vec![vec!['.'; width]; height], writes: vec![0; height] }
    }

    fn slot(&mut self, row: usize, column: usize) -> Option<&mut char> {
        self.rows.get_mut(row)?.get_mut(column)
    }

    fn counter(&mut self, row: usize) -> Option<&mut usize> {
        self.writes.get_mut(row)
    }

    /// Writes a word downwards and counts one write per row for every letter that
    /// changes its cell. False as soon as a letter falls outside the grid.
    pub fn write_down(&mut self, row: usize, column: usize, word: &str) -> bool {
        for (i, letter) in word.chars().enumerate() {
            let Some(cell) = self.slot(row + i, column) else {
                return false;
            };
            if let Some(writes) = self.counter(row + i) {
                if *cell != letter {
                    *writes += 1;
                }
            }
            *cell = letter;
        }
        true
    }

    pub fn row(&self, row: usize) -> String {
        self.rows[row].iter().collect()
    }

    pub fn writes(&self) -> &[usize] {
        &self.writes
    }
}
==== fixed
/// A crossword grid. Rows hold letters, '.' where none is written.
pub struct Grid {
    rows: Vec<Vec<char>>,
    writes: Vec<usize>,
}

impl Grid {
    pub fn new(height: usize, width: usize) -> Grid {
        Grid { rows: vec![vec!['.'; width]; height], writes: vec![0; height] }
    }

    fn slot(&mut self, row: usize, column: usize) -> Option<&mut char> {
        self.rows.get_mut(row)?.get_mut(column)
    }

    fn counter(&mut self, row: usize) -> Option<&mut usize> {
        self.writes.get_mut(row)
    }

    /// Writes a word downwards and counts one write per row for every letter that
    /// changes its cell. False as soon as a letter falls outside the grid.
    pub fn write_down(&mut self, row: usize, column: usize, word: &str) -> bool {
        for (i, letter) in word.chars().enumerate() {
            let Some(cell) = self.slot(row + i, column) else {
                return false;
            };
            let changed = *cell != letter;
            *cell = letter;
            if let Some(writes) = self.counter(row + i) {
                if changed {
                    *writes += 1;
                }
            }
        }
        true
    }

    pub fn row(&self, row: usize) -> String {
        self.rows[row].iter().collect()
    }

    pub fn writes(&self) -> &[usize] {
        &self.writes
    }
}
==== tests
#[test]
fn crossing_words_count_changes() {
    let mut g = Grid::new(3, 2);
    assert!(g.write_down(0, 0, "cat"));
    assert!(g.write_down(0, 0, "cot"));
    assert!(g.write_down(1, 1, "x"));
    assert_eq!((g.row(0), g.row(1), g.row(2)), ("c.".into(), "ox".into(), "t.".into()));
    assert_eq!(g.writes(), [1, 3, 1]);
}

#[test]
fn outside() {
    let mut g = Grid::new(2, 1);
    assert!(!g.write_down(0, 1, "a"));
    assert!(!g.write_down(1, 0, "ab"));
    assert_eq!(g.row(1), "a");
    assert_eq!(g.writes(), [0, 1]);
}
