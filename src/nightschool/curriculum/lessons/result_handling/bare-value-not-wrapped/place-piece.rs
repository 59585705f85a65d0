---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum PlaceError {
    OffBoard,
    Occupied(char),
}

pub struct Board {
    cells: [[Option<char>; 3]; 3],
}

impl Board {
    pub fn new() -> Self {
        Board { cells: [[None; 3]; 3] }
    }

    /// Puts a mark on the board and returns how many cells are still free.
    pub fn place(&mut self, column: usize, row: usize, mark: char) -> Result<usize, PlaceError> {
        let cell = self
            .cells
            .get_mut(row)
            .and_then(|cells| cells.get_mut(column))
            .ok_or(PlaceError::OffBoard)?;
        if let Some(other) = cell {
            return Err(PlaceError::Occupied(*other));
        }
        *cell = Some(mark);
        self.free()
    }

    fn free(&self) -> usize {
        self.cells.iter().flatten().filter(|cell| cell.is_none()).count()
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum PlaceError {
    OffBoard,
    Occupied(char),
}

pub struct Board {
    cells: [[Option<char>; 3]; 3],
}

impl Board {
    pub fn new() -> Self {
        Board { cells: [[None; 3]; 3] }
    }

    /// Puts a mark on the board and returns how many cells are still free.
    pub fn place(&mut self, column: usize, row: usize, mark: char) -> Result<usize, PlaceError> {
        let cell = self
            .cells
            .get_mut(row)
            .and_then(|cells| cells.get_mut(column))
            .ok_or(PlaceError::OffBoard)?;
        if let Some(other) = cell {
            return Err(PlaceError::Occupied(*other));
        }
        *cell = Some(mark);
        Ok(self.free())
    }

    fn free(&self) -> usize {
        self.cells.iter().flatten().filter(|cell| cell.is_none()).count()
    }
}
==== tests
#[test]
fn places() {
    let mut b = Board::new();
    assert_eq!(b.place(0, 0, 'X'), Ok(8));
    assert_eq!(b.place(2, 1, 'O'), Ok(7));
}
#[test]
fn refuses() {
    let mut b = Board::new();
    assert_eq!(b.place(3, 0, 'X'), Err(PlaceError::OffBoard));
    b.place(1, 1, 'X').unwrap();
    assert_eq!(b.place(1, 1, 'O'), Err(PlaceError::Occupied('X')));
    assert_eq!(b.place(0, 1, 'O'), Ok(7));
}
