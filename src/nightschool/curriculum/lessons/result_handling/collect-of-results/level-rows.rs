---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    Floor,
    Wall,
    Door,
}

fn parse_cell(glyph: char) -> Result<Cell, String> {
    match glyph {
        '.' => Ok(Cell::Floor),
        '#' => Ok(Cell::Wall),
        '+' => Ok(Cell::Door),
        other => Err(format!("unknown glyph {other:?}")),
    }
}

/// Reads a level, one row a line. The first glyph that is not known makes
/// the level unreadable.
pub fn parse_level(text: &str) -> Result<Vec<Vec<Cell>>, String> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let row: Vec<Cell> = line.chars().map(parse_cell).collect();
        rows.push(row);
    }
    Ok(rows)
}

pub fn count_doors(level: &[Vec<Cell>]) -> usize {
    level.iter().flatten().filter(|cell| **cell == Cell::Door).count()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    Floor,
    Wall,
    Door,
}

fn parse_cell(glyph: char) -> Result<Cell, String> {
    match glyph {
        '.' => Ok(Cell::Floor),
        '#' => Ok(Cell::Wall),
        '+' => Ok(Cell::Door),
        other => Err(format!("unknown glyph {other:?}")),
    }
}

/// Reads a level, one row a line. The first glyph that is not known makes
/// the level unreadable.
pub fn parse_level(text: &str) -> Result<Vec<Vec<Cell>>, String> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let row: Vec<Cell> = line.chars().map(parse_cell).collect::<Result<_, _>>()?;
        rows.push(row);
    }
    Ok(rows)
}

pub fn count_doors(level: &[Vec<Cell>]) -> usize {
    level.iter().flatten().filter(|cell| **cell == Cell::Door).count()
}
==== tests
#[test]
fn reads() {
    let level = parse_level("#+#\n#.+").unwrap();
    assert_eq!(level[1], [Cell::Wall, Cell::Floor, Cell::Door]);
    assert_eq!(count_doors(&level), 2);
}
#[test]
fn refuses() {
    assert_eq!(parse_level("#.\n#?!"), Err("unknown glyph '?'".to_string()));
}
