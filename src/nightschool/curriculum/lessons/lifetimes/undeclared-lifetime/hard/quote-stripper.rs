---
code: E0261
---
//! Strips the quoting marks of mail programs from single lines.

#[derive(Debug, Clone)]
pub struct Stripper {
    marks: Vec<String>,
    stripped: u32,
}

impl Stripper {
    pub fn new(marks: &[&str]) -> Self {
        Stripper { marks: marks.iter().map(|mark| mark.to_string()).collect(), stripped: 0 }
    }

    /// The line without any leading marks. It is a piece of the line and
    /// can be kept when the stripper is long gone.
    pub fn strip(&mut self, line: &'line str) -> &'line str {
        let mut rest = line.trim_start();
        while let Some(shorter) = self.strip_once(rest) {
            rest = shorter.trim_start();
            self.stripped += 1;
        }
        rest
    }

    fn strip_once(&self, line: &'line str) -> Option<&'line str> {
        self.marks.iter().find_map(|mark| line.strip_prefix(mark.as_str()))
    }

    pub fn stripped(&self) -> u32 {
        self.stripped
    }
}
==== fixed
//! Strips the quoting marks of mail programs from single lines.

#[derive(Debug, Clone)]
pub struct Stripper {
    marks: Vec<String>,
    stripped: u32,
}

impl Stripper {
    pub fn new(marks: &[&str]) -> Self {
        Stripper { marks: marks.iter().map(|mark| mark.to_string()).collect(), stripped: 0 }
    }

    /// The line without any leading marks. It is a piece of the line and
    /// can be kept when the stripper is long gone.
    pub fn strip<'line>(&mut self, line: &'line str) -> &'line str {
        let mut rest = line.trim_start();
        while let Some(shorter) = self.strip_once(rest) {
            rest = shorter.trim_start();
            self.stripped += 1;
        }
        rest
    }

    fn strip_once<'line>(&self, line: &'line str) -> Option<&'line str> {
        self.marks.iter().find_map(|mark| line.strip_prefix(mark.as_str()))
    }

    pub fn stripped(&self) -> u32 {
        self.stripped
    }
}
==== tests
#[test]
fn the_piece_outlives_the_stripper() {
    let mail = String::from("> >| see you\n| bye");
    let pieces: Vec<&str> = {
        let mut stripper = Stripper::new(&[">", "|"]);
        mail.lines().map(|line| stripper.strip(line)).collect()
    };
    assert_eq!(pieces, ["see you", "bye"]);
}

#[test]
fn counts_marks() {
    let mut stripper = Stripper::new(&[">", "|"]);
    let line = format!("{}a > b", ">> ");
    assert_eq!(stripper.strip(&line), "a > b");
    assert_eq!(stripper.stripped(), 2);
    assert_eq!(stripper.strip(""), "");
}
