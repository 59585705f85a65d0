---
code: E0277
---
//! Walking through a maze of walls and floor.

pub struct Maze {
    width: usize,
    walls: Vec<bool>,
}

impl Maze {
    /// `#` is a wall, anything else is floor. All rows are equally long.
    pub fn from_rows(rows: &[&str]) -> Self {
        let width = rows.first().map_or(0, |row| row.len());
        let walls = rows
            .iter()
            .flat_map(|row| row.bytes().map(|tile| tile == b'#'))
            .collect();
        Maze { width, walls }
    }

    fn tile(&self, x: usize, y: usize) -> Option<bool> {
        if x >= self.width {
            return None;
        }
        self.walls.get(y * self.width + x).copied()
    }

    /// Whether the walker bumps into something there. Nobody can leave
    /// the maze: beyond its edge is solid rock.
    pub fn blocked(&self, x: usize, y: usize) -> bool {
        self.tile(x, y)?
    }

    /// Walks east from a place until something is in the way.
    pub fn slide_east(&self, x: usize, y: usize) -> usize {
        let mut x = x;
        while !self.blocked(x + 1, y) {
            x += 1;
            if x > 10_000 {
                break;
            }
        }
        x
    }
}
==== fixed
//! Walking through a maze of walls and floor.

pub struct Maze {
    width: usize,
    walls: Vec<bool>,
}

impl Maze {
    /// `#` is a wall, anything else is floor. All rows are equally long.
    pub fn from_rows(rows: &[&str]) -> Self {
        let width = rows.first().map_or(0, |row| row.len());
        let walls = rows
            .iter()
            .flat_map(|row| row.bytes().map(|tile| tile == b'#'))
            .collect();
        Maze { width, walls }
    }

    fn tile(&self, x: usize, y: usize) -> Option<bool> {
        if x >= self.width {
            return None;
        }
        self.walls.get(y * self.width + x).copied()
    }

    /// Whether the walker bumps into something there. Nobody can leave
    /// the maze: beyond its edge is solid rock.
    pub fn blocked(&self, x: usize, y: usize) -> bool {
        self.tile(x, y).unwrap_or(true)
    }

    /// Walks east from a place until something is in the way.
    pub fn slide_east(&self, x: usize, y: usize) -> usize {
        let mut x = x;
        while !self.blocked(x + 1, y) {
            x += 1;
            if x > 10_000 {
                break;
            }
        }
        x
    }
}
==== tests
#[test]
fn slides_up_to_a_wall() {
    let maze = Maze::from_rows(&["..#.", "...."]);
    assert_eq!(maze.slide_east(0, 0), 1);
}

#[test]
fn the_edge_stops_the_walker() {
    let maze = Maze::from_rows(&["..#.", "...."]);
    assert_eq!(maze.slide_east(0, 1), 3);
    assert_eq!(maze.slide_east(3, 0), 3);
}
