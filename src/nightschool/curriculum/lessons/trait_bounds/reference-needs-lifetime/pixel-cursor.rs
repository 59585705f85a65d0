---
code: E0106
---
#[derive(Debug, Clone, PartialEq)]
pub struct Bitmap {
    width: usize,
    bits: Vec<bool>,
}

impl Bitmap {
    /// Rows of `#` and `.`, all of one width.
    pub fn from_rows(rows: &[&str]) -> Self {
        let width = rows.first().map_or(0, |row| row.len());
        let bits = rows.iter().flat_map(|row| row.chars().map(|c| c == '#')).collect();
        Bitmap { width, bits }
    }

    pub fn runs(&self, y: usize) -> Runs {
        Runs { row: &self.bits[y * self.width..(y + 1) * self.width], next: 0 }
    }
}

/// The runs of set pixels in one row, as start and length.
pub struct Runs {
    row: &[bool],
    next: usize,
}

impl Iterator for Runs {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let offset = self.row[self.next..].iter().position(|&set| set)?;
        let start = self.next + offset;
        let length = self.row[start..].iter().take_while(|&&set| set).count();
        self.next = start + length;
        Some((start, length))
    }
}

pub fn longest_run(bitmap: &Bitmap, y: usize) -> usize {
    bitmap.runs(y).map(|(_, length)| length).max().unwrap_or(0)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Bitmap {
    width: usize,
    bits: Vec<bool>,
}

impl Bitmap {
    /// Rows of `#` and `.`, all of one width.
    pub fn from_rows(rows: &[&str]) -> Self {
        let width = rows.first().map_or(0, |row| row.len());
        let bits = rows.iter().flat_map(|row| row.chars().map(|c| c == '#')).collect();
        Bitmap { width, bits }
    }

    pub fn runs(&self, y: usize) -> Runs<'_> {
        Runs { row: &self.bits[y * self.width..(y + 1) * self.width], next: 0 }
    }
}

/// The runs of set pixels in one row, as start and length.
pub struct Runs<'a> {
    row: &'a [bool],
    next: usize,
}

impl Iterator for Runs<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let offset = self.row[self.next..].iter().position(|&set| set)?;
        let start = self.next + offset;
        let length = self.row[start..].iter().take_while(|&&set| set).count();
        self.next = start + length;
        Some((start, length))
    }
}

pub fn longest_run(bitmap: &Bitmap, y: usize) -> usize {
    bitmap.runs(y).map(|(_, length)| length).max().unwrap_or(0)
}
==== tests
#[test]
fn runs_of_a_row() {
    let bitmap = Bitmap::from_rows(&["##.#..###", "........."]);
    assert_eq!(bitmap.runs(0).collect::<Vec<_>>(), vec![(0, 2), (3, 1), (6, 3)]);
    assert_eq!(bitmap.runs(1).count(), 0);
}

#[test]
fn longest() {
    let bitmap = Bitmap::from_rows(&[".##.", "#...", "...."]);
    assert_eq!(longest_run(&bitmap, 0), 2);
    assert_eq!(longest_run(&bitmap, 1), 1);
    assert_eq!(longest_run(&bitmap, 2), 0);
}
