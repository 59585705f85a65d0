#[derive(Debug, Clone)]
pub struct Cell {
    pub glyph: char,
    pub bold: bool,
}

pub struct Screen {
    pub cells: Vec<Cell>,
}

impl Screen {
    pub fn from_text(text: &str) -> Screen {
        let cells = text.chars().map(|c| Cell { glyph: c.to_ascii_lowercase(), bold: c.is_uppercase() });
        Screen { cells: cells.collect() }
    }

    pub fn changed(&self, next: &Screen) -> Vec<usize> {
        let pairs = self.cells.iter().zip(&next.cells).enumerate();
        pairs.filter(|(_, (old, new))| old != new).map(|(at, _)| at).collect()
    }
}
