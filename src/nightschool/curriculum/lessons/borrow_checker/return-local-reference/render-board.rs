---
code: E0515
---
pub struct Board {
    pub width: usize,
    pub cells: Vec<char>,
}

fn framed(rows: &[String]) -> &str {
    let width = rows.first().map_or(0, |row| row.chars().count());
    let edge = format!("+{}+\n", "-".repeat(width));
    let mut picture = edge.clone();
    for row in rows {
        picture.push('|');
        picture.push_str(row);
        picture.push_str("|\n");
    }
    picture.push_str(&edge);
    picture.as_str()
}

/// Draws the board in a frame, with a numbered caption below it.
pub fn render(board: &Board, turn: u32) -> String {
    let rows: Vec<String> = board
        .cells
        .chunks(board.width)
        .map(|row| row.iter().collect())
        .collect();
    format!("{}turn {turn}", framed(&rows))
}
==== fixed
pub struct Board {
    pub width: usize,
    pub cells: Vec<char>,
}

fn framed(rows: &[String]) -> String {
    let width = rows.first().map_or(0, |row| row.chars().count());
    let edge = format!("+{}+\n", "-".repeat(width));
    let mut picture = edge.clone();
    for row in rows {
        picture.push('|');
        picture.push_str(row);
        picture.push_str("|\n");
    }
    picture.push_str(&edge);
    picture
}

/// Draws the board in a frame, with a numbered caption below it.
pub fn render(board: &Board, turn: u32) -> String {
    let rows: Vec<String> = board
        .cells
        .chunks(board.width)
        .map(|row| row.iter().collect())
        .collect();
    format!("{}turn {turn}", framed(&rows))
}
==== tests
#[test]
fn draws() {
    let b = Board { width: 2, cells: "xo.x".chars().collect() };
    assert_eq!(render(&b, 7), "+--+\n|xo|\n|.x|\n+--+\nturn 7");
}
#[test]
fn one_cell() {
    let b = Board { width: 1, cells: vec!['#'] };
    assert_eq!(render(&b, 1), "+-+\n|#|\n+-+\nturn 1");
}
