---
code: E0053
---
/// The canvas of a level editor.
#[derive(Debug, PartialEq)]
pub struct Canvas {
    pub width: usize,
    pub cells: Vec<char>,
}

/// A tool of the editor. Tools are shared by all open canvases.
pub trait Brush {
    fn paint(&self, canvas: &mut Canvas, at: usize) -> usize;
}

pub struct Pencil(pub char);

impl Brush for Pencil {
    fn paint(&self, canvas: &mut Canvas, at: usize) -> usize {
        canvas.cells[at] = self.0;
        1
    }
}

/// Fills the whole row of a cell and tells how many cells it changed.
pub struct RowFill {
    pub glyph: char,
}

impl Brush for RowFill {
    fn paint(&self, canvas: &Canvas, at: usize) -> u32 {
        let start = at / canvas.width * canvas.width;
        let mut changed = 0;
        for cell in &mut canvas.cells[start..start + canvas.width] {
            if *cell != self.glyph {
                *cell = self.glyph;
                changed += 1;
            }
        }
        changed
    }
}

pub fn stroke(brush: &dyn Brush, canvas: &mut Canvas, path: &[usize]) -> usize {
    path.iter().map(|at| brush.paint(canvas, *at)).sum()
}
==== fixed
/// The canvas of a level editor.
#[derive(Debug, PartialEq)]
pub struct Canvas {
    pub width: usize,
    pub cells: Vec<char>,
}

/// A tool of the editor. Tools are shared by all open canvases.
pub trait Brush {
    fn paint(&self, canvas: &mut Canvas, at: usize) -> usize;
}

pub struct Pencil(pub char);

impl Brush for Pencil {
    fn paint(&self, canvas: &mut Canvas, at: usize) -> usize {
        canvas.cells[at] = self.0;
        1
    }
}

/// Fills the whole row of a cell and tells how many cells it changed.
pub struct RowFill {
    pub glyph: char,
}

impl Brush for RowFill {
    fn paint(&self, canvas: &mut Canvas, at: usize) -> usize {
        let start = at / canvas.width * canvas.width;
        let mut changed = 0;
        for cell in &mut canvas.cells[start..start + canvas.width] {
            if *cell != self.glyph {
                *cell = self.glyph;
                changed += 1;
            }
        }
        changed
    }
}

pub fn stroke(brush: &dyn Brush, canvas: &mut Canvas, path: &[usize]) -> usize {
    path.iter().map(|at| brush.paint(canvas, *at)).sum()
}
==== tests
fn canvas() -> Canvas {
    Canvas { width: 3, cells: "...#..".chars().collect() }
}
#[test]
fn fills_rows() {
    let mut c = canvas();
    assert_eq!(stroke(&RowFill { glyph: '#' }, &mut c, &[4, 5]), 2);
    assert_eq!(c.cells.iter().collect::<String>(), "...###");
}
#[test]
fn pencil() {
    let mut c = canvas();
    assert_eq!(stroke(&Pencil('x'), &mut c, &[0, 3]), 2);
    assert_eq!(c.cells.iter().collect::<String>(), "x..x..");
}
