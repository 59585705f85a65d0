---
code: E0004
---
//! Collects the cues of a subtitle file.

#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub second: u32,
    pub text: String,
}

#[derive(Debug, PartialEq)]
pub enum CueError {
    BadTime(String),
}

/// Reads a line `12 Hello`. Blank lines and `#` remarks hold no cue.
pub fn read_cue(line: &str) -> Result<Option<Cue>, CueError> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (time, text) = line.split_once(' ').unwrap_or((line, ""));
    let second = time.parse().map_err(|_| CueError::BadTime(time.to_string()))?;
    Ok(Some(Cue { second, text: text.to_string() }))
}

/// All cues of the file in its order, or the first error.
pub fn read_cues(file: &str) -> Result<Vec<Cue>, CueError> {
    let mut cues = Vec::new();
    for line in file.lines() {
        match read_cue(line) {
            Ok(Some(cue)) => cues.push(cue),
            Err(error) => return Err(error),
        }
    }
    Ok(cues)
}
==== fixed
//! Collects the cues of a subtitle file.

#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub second: u32,
    pub text: String,
}

#[derive(Debug, PartialEq)]
pub enum CueError {
    BadTime(String),
}

/// Reads a line `12 Hello`. Blank lines and `#` remarks hold no cue.
pub fn read_cue(line: &str) -> Result<Option<Cue>, CueError> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (time, text) = line.split_once(' ').unwrap_or((line, ""));
    let second = time.parse().map_err(|_| CueError::BadTime(time.to_string()))?;
    Ok(Some(Cue { second, text: text.to_string() }))
}

/// All cues of the file in its order, or the first error.
pub fn read_cues(file: &str) -> Result<Vec<Cue>, CueError> {
    let mut cues = Vec::new();
    for line in file.lines() {
        match read_cue(line) {
            Ok(Some(cue)) => cues.push(cue),
            Ok(None) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(cues)
}
==== tests
#[test]
fn lines_without_cue_are_passed_over() {
    let cues = read_cues("# intro\n1 Hello\n\n4 Good bye\n").unwrap();
    assert_eq!(cues.len(), 2);
    assert_eq!(cues[1], Cue { second: 4, text: "Good bye".to_string() });
}

#[test]
fn the_first_error_ends_it() {
    assert_eq!(read_cues("\n1 a\nx b\ny c"), Err(CueError::BadTime("x".to_string())));
    assert_eq!(read_cues("# only\n"), Ok(Vec::new()));
}
