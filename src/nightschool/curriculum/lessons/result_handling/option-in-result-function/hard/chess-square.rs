---
code: E0277
---
//! Squares of a chess board in the usual notation.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// 0 is the a-file.
    pub file: u8,
    /// 0 is the first rank.
    pub rank: u8,
}

impl Square {
    pub fn new(file: u8, rank: u8) -> Option<Square> {
        (file < 8 && rank < 8).then_some(Square { file, rank })
    }

    /// Reads `e4`. Anything else than a square is nothing.
    pub fn parse(text: &str) -> Option<Square> {
        let text = text.trim();
        let letter = text.bytes().next()?;
        let file = letter.to_ascii_lowercase().checked_sub(b'a')?;
        let number: u8 = text.get(1..)?.parse()?;
        let rank = number.checked_sub(1)?;
        Square::new(file, rank)
    }

    /// Where a knight can jump to.
    pub fn knight_moves(self) -> Vec<Square> {
        let jumps = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)];
        jumps
            .iter()
            .filter_map(|&(files, ranks): &(i8, i8)| {
                let file = self.file.checked_add_signed(files)?;
                let rank = self.rank.checked_add_signed(ranks)?;
                Square::new(file, rank)
            })
            .collect()
    }
}
==== fixed
//! Squares of a chess board in the usual notation.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// 0 is the a-file.
    pub file: u8,
    /// 0 is the first rank.
    pub rank: u8,
}

impl Square {
    pub fn new(file: u8, rank: u8) -> Option<Square> {
        (file < 8 && rank < 8).then_some(Square { file, rank })
    }

    /// Reads `e4`. Anything else than a square is nothing.
    pub fn parse(text: &str) -> Option<Square> {
        let text = text.trim();
        let letter = text.bytes().next()?;
        let file = letter.to_ascii_lowercase().checked_sub(b'a')?;
        let number: u8 = text.get(1..)?.parse().ok()?;
        let rank = number.checked_sub(1)?;
        Square::new(file, rank)
    }

    /// Where a knight can jump to.
    pub fn knight_moves(self) -> Vec<Square> {
        let jumps = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)];
        jumps
            .iter()
            .filter_map(|&(files, ranks): &(i8, i8)| {
                let file = self.file.checked_add_signed(files)?;
                let rank = self.rank.checked_add_signed(ranks)?;
                Square::new(file, rank)
            })
            .collect()
    }
}
==== tests
#[test]
fn reads_squares() {
    assert_eq!(Square::parse("e4"), Some(Square { file: 4, rank: 3 }));
    assert_eq!(Square::parse(" H8 "), Some(Square { file: 7, rank: 7 }));
    assert_eq!(Square::parse("a1").unwrap().knight_moves().len(), 2);
}

#[test]
fn anything_else_is_nothing() {
    for text in ["", "e", "ex", "e0", "e9", "j4", "44", "e4!"] {
        assert_eq!(Square::parse(text), None, "{text}");
    }
}
