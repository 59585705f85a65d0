---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum GotoError {
    NotANumber(String),
    OutOfRange { line: usize, last: usize },
}

pub struct View {
    lines: usize,
    cursor: usize,
}

impl View {
    pub fn new(lines: usize) -> Self {
        View { lines, cursor: 1 }
    }

    fn number(&self, text: &str) -> Result<usize, GotoError> {
        text.parse().map_err(|_| GotoError::NotANumber(text.to_string()))
    }

    fn checked(&self, line: usize) -> Result<usize, GotoError> {
        if (1..=self.lines).contains(&line) {
            Ok(line)
        } else {
            Err(GotoError::OutOfRange { line, last: self.lines })
        }
    }

    /// Moves the cursor to `$` (the last line), `+n` (n lines on) or `n`, and gives the line reached.
    pub fn goto(&mut self, target: &str) -> Result<usize, GotoError> {
        let line = match target.strip_prefix('+') {
            _ if target == "$" => self.lines,
            Some(offset) => self.checked(self.cursor + self.number(offset)?),
            None => self.checked(self.number(target)?),
        };
        self.cursor = line;
        Ok(line)
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum GotoError {
    NotANumber(String),
    OutOfRange { line: usize, last: usize },
}

pub struct View {
    lines: usize,
    cursor: usize,
}

impl View {
    pub fn new(lines: usize) -> Self {
        View { lines, cursor: 1 }
    }

    fn number(&self, text: &str) -> Result<usize, GotoError> {
        text.parse().map_err(|_| GotoError::NotANumber(text.to_string()))
    }

    fn checked(&self, line: usize) -> Result<usize, GotoError> {
        if (1..=self.lines).contains(&line) {
            Ok(line)
        } else {
            Err(GotoError::OutOfRange { line, last: self.lines })
        }
    }

    /// Moves the cursor to `$` (the last line), `+n` (n lines on) or `n`, and gives the line reached.
    pub fn goto(&mut self, target: &str) -> Result<usize, GotoError> {
        let line = match target.strip_prefix('+') {
            _ if target == "$" => self.lines,
            Some(offset) => self.checked(self.cursor + self.number(offset)?)?,
            None => self.checked(self.number(target)?)?,
        };
        self.cursor = line;
        Ok(line)
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }
}
==== tests
#[test]
fn targets_move_the_cursor() {
    let mut v = View::new(10);
    assert_eq!(v.goto("4"), Ok(4));
    assert_eq!(v.goto("+3"), Ok(7));
    assert_eq!(v.cursor(), 7);
    assert_eq!(v.goto("$"), Ok(10));
}

#[test]
fn faults_leave_the_cursor() {
    let mut v = View::new(10);
    assert_eq!(v.goto("+10"), Err(GotoError::OutOfRange { line: 11, last: 10 }));
    assert_eq!(v.goto("0"), Err(GotoError::OutOfRange { line: 0, last: 10 }));
    assert_eq!(v.goto("+x"), Err(GotoError::NotANumber("x".into())));
    assert_eq!(v.cursor(), 1);
}
