---
code: E0046
---
/// Walks the cells of a grid in boustrophedon order: the first row left to
/// right, the second right to left, and so on.
pub struct Snake {
    width: usize,
    height: usize,
    next: usize,
}

impl Snake {
    pub fn new(width: usize, height: usize) -> Self {
        Snake { width, height, next: 0 }
    }
}

impl Iterator for Snake {
    fn next(&mut self) -> Option<(usize, usize)> {
        if self.next >= self.width * self.height {
            return None;
        }
        let row = self.next / self.width;
        let along = self.next % self.width;
        self.next += 1;
        let column = if row % 2 == 0 { along } else { self.width - 1 - along };
        Some((column, row))
    }
}

/// The tokens of a board in the order in which the snake passes them.
pub fn read_board(rows: &[Vec<char>]) -> String {
    let width = rows.first().map_or(0, |row| row.len());
    Snake::new(width, rows.len())
        .map(|(column, row)| rows[row][column])
        .collect()
}
==== fixed
/// Walks the cells of a grid in boustrophedon order: the first row left to
/// right, the second right to left, and so on.
pub struct Snake {
    width: usize,
    height: usize,
    next: usize,
}

impl Snake {
    pub fn new(width: usize, height: usize) -> Self {
        Snake { width, height, next: 0 }
    }
}

impl Iterator for Snake {
    /// Column and row of a cell.
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.width * self.height {
            return None;
        }
        let row = self.next / self.width;
        let along = self.next % self.width;
        self.next += 1;
        let column = if row % 2 == 0 { along } else { self.width - 1 - along };
        Some((column, row))
    }
}

/// The tokens of a board in the order in which the snake passes them.
pub fn read_board(rows: &[Vec<char>]) -> String {
    let width = rows.first().map_or(0, |row| row.len());
    Snake::new(width, rows.len())
        .map(|(column, row)| rows[row][column])
        .collect()
}
==== tests
#[test]
fn snakes() {
    let cells: Vec<_> = Snake::new(2, 3).collect();
    assert_eq!(cells, vec![(0, 0), (1, 0), (1, 1), (0, 1), (0, 2), (1, 2)]);
}
#[test]
fn reads() {
    let rows = vec![vec!['a', 'b'], vec!['c', 'd']];
    assert_eq!(read_board(&rows), "abdc");
    assert_eq!(read_board(&[]), "");
}
