---
code: E0204
---
//! Noughts and crosses. Boards are plain values: whoever tries a move
//! just copies the board, plays on the copy and still has the old one.

#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Nought,
    Cross,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Board {
    squares: [Option<Mark>; 9],
    next: Mark,
}

const LINES: [[usize; 3]; 8] = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6],
    [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
];

impl Board {
    pub fn new() -> Self {
        Board { squares: [const { None }; 9], next: Mark::Cross }
    }

    /// Puts the mark of the player whose turn it is; false if taken.
    pub fn play(&mut self, square: usize) -> bool {
        if self.squares[square].is_some() {
            return false;
        }
        let other = match self.next {
            Mark::Nought => Mark::Cross,
            Mark::Cross => Mark::Nought,
        };
        self.squares[square] = Some(std::mem::replace(&mut self.next, other));
        true
    }

    pub fn has_line(&self) -> bool {
        LINES.iter().any(|&[a, b, c]| {
            let squares = &self.squares;
            squares[a].is_some() && squares[a] == squares[b] && squares[b] == squares[c]
        })
    }

    pub fn free(&self) -> usize {
        self.squares.iter().filter(|square| square.is_none()).count()
    }
}
==== fixed
//! Noughts and crosses. Boards are plain values: whoever tries a move
//! just copies the board, plays on the copy and still has the old one.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    Nought,
    Cross,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Board {
    squares: [Option<Mark>; 9],
    next: Mark,
}

const LINES: [[usize; 3]; 8] = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6],
    [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
];

impl Board {
    pub fn new() -> Self {
        Board { squares: [const { None }; 9], next: Mark::Cross }
    }

    /// Puts the mark of the player whose turn it is; false if taken.
    pub fn play(&mut self, square: usize) -> bool {
        if self.squares[square].is_some() {
            return false;
        }
        let other = match self.next {
            Mark::Nought => Mark::Cross,
            Mark::Cross => Mark::Nought,
        };
        self.squares[square] = Some(std::mem::replace(&mut self.next, other));
        true
    }

    pub fn has_line(&self) -> bool {
        LINES.iter().any(|&[a, b, c]| {
            let squares = &self.squares;
            squares[a].is_some() && squares[a] == squares[b] && squares[b] == squares[c]
        })
    }

    pub fn free(&self) -> usize {
        self.squares.iter().filter(|square| square.is_none()).count()
    }
}
==== tests
#[test]
fn a_copy_can_be_played_on() {
    let board = Board::new();
    let mut attempt = board;
    assert!(attempt.play(4));
    assert!(!attempt.play(4));
    assert_eq!(attempt.free(), 8);
    assert_eq!(board.free(), 9);
}

#[test]
fn crosses_begin_and_win() {
    let mut board = Board::new();
    for square in [0, 3, 1, 4] {
        assert!(board.play(square));
    }
    assert!(!board.has_line());
    let mut other = board;
    assert!(board.play(2));
    assert!(board.has_line());
    assert!(other.play(8));
    assert!(!other.has_line());
}
