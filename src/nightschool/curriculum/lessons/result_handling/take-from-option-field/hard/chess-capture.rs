---
code: E0507
---
//! A one-row board game in which pieces jump over and onto each other.

#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Pawn,
    Named(String),
}

pub struct Row {
    squares: Vec<Option<Piece>>,
    pub captured: Vec<Piece>,
}

impl Row {
    pub fn new(size: usize) -> Self {
        Row { squares: vec![None; size], captured: Vec::new() }
    }

    pub fn put(&mut self, square: usize, piece: Piece) {
        self.squares[square] = Some(piece);
    }

    pub fn at(&self, square: usize) -> Option<&Piece> {
        self.squares[square].as_ref()
    }

    /// Moves the piece from one square to another; a piece that stands there is captured.
    ///
    /// # Panics
    /// If there is no piece to move.
    pub fn step(&mut self, from: usize, to: usize) {
        let piece = self.squares[from].expect("no piece to move");
        if let Some(victim) = self.squares[to].replace(piece) {
            self.captured.push(victim);
        }
    }
}
==== fixed
//! A one-row board game in which pieces jump over and onto each other.

#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Pawn,
    Named(String),
}

pub struct Row {
    squares: Vec<Option<Piece>>,
    pub captured: Vec<Piece>,
}

impl Row {
    pub fn new(size: usize) -> Self {
        Row { squares: vec![None; size], captured: Vec::new() }
    }

    pub fn put(&mut self, square: usize, piece: Piece) {
        self.squares[square] = Some(piece);
    }

    pub fn at(&self, square: usize) -> Option<&Piece> {
        self.squares[square].as_ref()
    }

    /// Moves the piece from one square to another; a piece that stands there is captured.
    ///
    /// # Panics
    /// If there is no piece to move.
    pub fn step(&mut self, from: usize, to: usize) {
        let piece = self.squares[from].take().expect("no piece to move");
        if let Some(victim) = self.squares[to].replace(piece) {
            self.captured.push(victim);
        }
    }
}
==== tests
fn queen() -> Piece {
    Piece::Named("queen".to_string())
}

#[test]
fn the_piece_leaves_its_square() {
    let mut row = Row::new(4);
    row.put(0, queen());
    row.step(0, 3);
    assert_eq!(row.at(0), None);
    assert_eq!(row.at(3), Some(&queen()));
    assert!(row.captured.is_empty());
}

#[test]
fn captures_what_it_meets() {
    let mut row = Row::new(3);
    row.put(0, queen());
    row.put(2, Piece::Pawn);
    row.step(0, 2);
    row.step(2, 1);
    assert_eq!(row.captured, [Piece::Pawn]);
    assert_eq!((row.at(0), row.at(1), row.at(2)), (None, Some(&queen()), None));
}

#[test]
#[should_panic(expected = "no piece to move")]
fn nothing_to_move() {
    Row::new(2).step(0, 1);
}
