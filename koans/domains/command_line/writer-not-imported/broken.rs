pub struct Report<W> {
    out: W,
    rows: usize,
}

impl<W: std::io::Write> Report<W> {
    pub fn new(out: W) -> Self {
        Report { out, rows: 0 }
    }

    pub fn row(&mut self, name: &str, cells: &[i32]) -> std::io::Result<()> {
        self.rows += 1;
        writeln!(self.out, "{:>3} {name} {}", self.rows, cells.iter().sum::<i32>())
    }
}

pub fn render(rows: &[(&str, Vec<i32>)]) -> String {
    let mut buffer = Vec::new();
    buffer.write_all(b"  # name sum\n").unwrap();
    let mut report = Report::new(&mut buffer);
    for (name, cells) in rows {
        report.row(name, cells).unwrap();
    }
    String::from_utf8(buffer).unwrap()
}
