pub struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(header: &[&str]) -> Self {
        Table { header: header.iter().map(|cell| cell.to_string()).collect(), rows: Vec::new() }
    }

    /// Rows may be shorter than the header.
    pub fn push(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|cell| cell.to_string()).collect());
    }

    pub fn width(&self, column: usize) -> usize {
        let mut width = self.header[column].chars().count();
        for row in &self.rows {
            width = width.max(row.get(column).chars().count());
        }
        width
    }
}
