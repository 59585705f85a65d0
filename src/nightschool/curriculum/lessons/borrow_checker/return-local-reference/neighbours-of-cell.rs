---
code: E0515
---
/// A cave made of rock (`#`) and air (anything else).
pub struct Cave {
    rows: Vec<Vec<char>>,
}

impl Cave {
    pub fn parse(text: &str) -> Self {
        Cave { rows: text.lines().map(|line| line.chars().collect()).collect() }
    }

    /// The glyphs around a cell, row by row; outside there is only rock.
    fn around<'c>(&'c self, row: usize, column: usize) -> &'c [char] {
        let mut glyphs = Vec::with_capacity(8);
        for r in row as isize - 1..=row as isize + 1 {
            for c in column as isize - 1..=column as isize + 1 {
                if (r, c) == (row as isize, column as isize) {
                    continue;
                }
                let glyph = usize::try_from(r)
                    .ok()
                    .and_then(|r| self.rows.get(r))
                    .and_then(|cells| cells.get(usize::try_from(c).ok()?));
                glyphs.push(glyph.copied().unwrap_or('#'));
            }
        }
        &glyphs
    }

    /// One step of smoothing: a cell turns to rock if five or more of the
    /// cells around it are rock, and to air otherwise.
    pub fn smooth(&self) -> String {
        let mut text = String::new();
        for (r, row) in self.rows.iter().enumerate() {
            for c in 0..row.len() {
                let rocks = self.around(r, c).iter().filter(|glyph| **glyph == '#').count();
                text.push(if rocks >= 5 { '#' } else { '.' });
            }
            text.push('\n');
        }
        text
    }
}
==== fixed
/// A cave made of rock (`#`) and air (anything else).
pub struct Cave {
    rows: Vec<Vec<char>>,
}

impl Cave {
    pub fn parse(text: &str) -> Self {
        Cave { rows: text.lines().map(|line| line.chars().collect()).collect() }
    }

    /// The glyphs around a cell, row by row; outside there is only rock.
    fn around(&self, row: usize, column: usize) -> Vec<char> {
        let mut glyphs = Vec::with_capacity(8);
        for r in row as isize - 1..=row as isize + 1 {
            for c in column as isize - 1..=column as isize + 1 {
                if (r, c) == (row as isize, column as isize) {
                    continue;
                }
                let glyph = usize::try_from(r)
                    .ok()
                    .and_then(|r| self.rows.get(r))
                    .and_then(|cells| cells.get(usize::try_from(c).ok()?));
                glyphs.push(glyph.copied().unwrap_or('#'));
            }
        }
        glyphs
    }

    /// One step of smoothing: a cell turns to rock if five or more of the
    /// cells around it are rock, and to air otherwise.
    pub fn smooth(&self) -> String {
        let mut text = String::new();
        for (r, row) in self.rows.iter().enumerate() {
            for c in 0..row.len() {
                let rocks = self.around(r, c).iter().filter(|glyph| **glyph == '#').count();
                text.push(if rocks >= 5 { '#' } else { '.' });
            }
            text.push('\n');
        }
        text
    }
}
==== tests
#[test]
fn open_cave() {
    assert_eq!(Cave::parse("...\n...\n...").smooth(), "#.#\n...\n#.#\n");
}
#[test]
fn closes_a_hole() {
    assert_eq!(Cave::parse("###\n#.#\n###").smooth(), "###\n###\n###\n");
}
