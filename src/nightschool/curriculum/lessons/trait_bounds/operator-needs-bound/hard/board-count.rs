---
code: E0369
---
//! Rectangular boards for tile games.

/// A board of any kind of tile. Tiles need not be comparable to be laid
/// out or drawn: some games keep closures or sprites on their boards.
pub struct Board<T> {
    width: usize,
    tiles: Vec<T>,
}

impl<T> Board<T> {
    /// Lays the tiles out row by row.
    pub fn from_tiles(width: usize, tiles: Vec<T>) -> Self {
        Board { width, tiles }
    }

    pub fn tile(&self, row: usize, column: usize) -> Option<&T> {
        if column >= self.width {
            return None;
        }
        self.tiles.get(row * self.width + column)
    }

    pub fn rows(&self) -> usize {
        self.tiles.len().div_ceil(self.width)
    }

    /// How many tiles equal `wanted`.
    pub fn count(&self, wanted: &T) -> usize {
        self.tiles.iter().filter(|tile| *tile == wanted).count()
    }
}
==== fixed
//! Rectangular boards for tile games.

/// A board of any kind of tile. Tiles need not be comparable to be laid
/// out or drawn: some games keep closures or sprites on their boards.
pub struct Board<T> {
    width: usize,
    tiles: Vec<T>,
}

impl<T> Board<T> {
    /// Lays the tiles out row by row.
    pub fn from_tiles(width: usize, tiles: Vec<T>) -> Self {
        Board { width, tiles }
    }

    pub fn tile(&self, row: usize, column: usize) -> Option<&T> {
        if column >= self.width {
            return None;
        }
        self.tiles.get(row * self.width + column)
    }

    pub fn rows(&self) -> usize {
        self.tiles.len().div_ceil(self.width)
    }

    /// How many tiles equal `wanted`.
    pub fn count(&self, wanted: &T) -> usize
    where
        T: PartialEq,
    {
        self.tiles.iter().filter(|tile| *tile == wanted).count()
    }
}
==== tests
struct Sprite {
    frames: u8,
}

#[test]
fn counts_equal_tiles() {
    let board = Board::from_tiles(3, vec!['#', '.', '#', '.', '.', '#']);
    assert_eq!(board.count(&'#'), 3);
    assert_eq!(board.count(&'.'), 3);
    assert_eq!(board.count(&'x'), 0);
}

#[test]
fn floats_count_too() {
    let board = Board::from_tiles(2, vec![0.5, 1.0, 0.5, 2.0]);
    assert_eq!(board.count(&0.5), 2);
}

#[test]
fn boards_of_sprites_can_be_laid_out_and_looked_at() {
    let board = Board::from_tiles(2, vec![Sprite { frames: 1 }, Sprite { frames: 2 }, Sprite { frames: 3 }]);
    assert_eq!(board.rows(), 2);
    assert_eq!(board.tile(1, 0).map(|s| s.frames), Some(3));
    assert!(board.tile(0, 2).is_none());
}
