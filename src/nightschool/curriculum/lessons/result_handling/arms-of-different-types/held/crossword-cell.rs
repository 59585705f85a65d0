---
code: E0308
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseError {
    BadRow { row: usize, symbol: char },
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Block,
    Open,
    Letter(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    rows: Vec<Vec<Cell>>,
}

fn parse_cell(row: usize, symbol: char) -> Result<Cell, ParseError> {
    match symbol {
        '#' => Ok(Cell::Block),
        '.' => Ok(Cell::Open),
        c if c.is_ascii_alphabetic() => Cell::Letter(c.to_ascii_uppercase()),
        other => Err(ParseError::BadRow { row, symbol: other }),
    }
}

impl Grid {
    pub fn parse(text: &str) -> Result<Grid, ParseError> {
        let mut rows = Vec::new();
        for (row, line) in text.lines().enumerate() {
            let cells = line
                .chars()
                .map(|symbol| parse_cell(row, symbol))
                .collect::<Result<Vec<_>, _>>()?;
            rows.push(cells);
        }
        if rows.is_empty() {
            return Err(ParseError::Empty);
        }
        Ok(Grid { rows })
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        self.rows.get(row)?.get(column).copied()
    }

    pub fn open_cells(&self) -> usize {
        self.rows.iter().flatten().filter(|c| **c == Cell::Open).count()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseError {
    BadRow { row: usize, symbol: char },
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Block,
    Open,
    Letter(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    rows: Vec<Vec<Cell>>,
}

fn parse_cell(row: usize, symbol: char) -> Result<Cell, ParseError> {
    match symbol {
        '#' => Ok(Cell::Block),
        '.' => Ok(Cell::Open),
        c if c.is_ascii_alphabetic() => Ok(Cell::Letter(c.to_ascii_uppercase())),
        other => Err(ParseError::BadRow { row, symbol: other }),
    }
}

impl Grid {
    pub fn parse(text: &str) -> Result<Grid, ParseError> {
        let mut rows = Vec::new();
        for (row, line) in text.lines().enumerate() {
            let cells = line
                .chars()
                .map(|symbol| parse_cell(row, symbol))
                .collect::<Result<Vec<_>, _>>()?;
            rows.push(cells);
        }
        if rows.is_empty() {
            return Err(ParseError::Empty);
        }
        Ok(Grid { rows })
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        self.rows.get(row)?.get(column).copied()
    }

    pub fn open_cells(&self) -> usize {
        self.rows.iter().flatten().filter(|c| **c == Cell::Open).count()
    }
}
==== tests
#[test]
fn letters_are_upper_case() {
    let grid = Grid::parse("a.#\n#Bz").unwrap();
    assert_eq!(grid.cell(0, 0), Some(Cell::Letter('A')));
    assert_eq!(grid.cell(1, 2), Some(Cell::Letter('Z')));
    assert_eq!(grid.cell(0, 2), Some(Cell::Block));
    assert_eq!(grid.open_cells(), 1);
}

#[test]
fn bad_symbols() {
    assert_eq!(Grid::parse("ab\nc7"), Err(ParseError::BadRow { row: 1, symbol: '7' }));
    assert_eq!(Grid::parse(""), Err(ParseError::Empty));
}
