---
code: E0308
---
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Frame {
    pub name: String,
    pub offset: u64,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Empty,
    Offset(String),
}

fn offset(text: &str) -> Result<u64, ParseIntError> {
    match text.strip_prefix("0x") {
        Some(hex) => u64::from_str_radix(hex, 16),
        None => text.parse(),
    }
}

/// Parses `name` or `name+offset`. The offset error keeps the text that
/// could not be read.
pub fn parse_frame(text: &str) -> Result<Frame, FrameError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FrameError::Empty);
    }
    let (name, place) = match text.split_once('+') {
        Some((name, place)) => (name, offset(place)),
        None => (text, Ok::<u64, FrameError>(0)),
    };
    Ok(Frame {
        name: name.to_string(),
        offset: place?,
    })
}

/// Frames of a folded stack line, outermost first.
pub fn parse_stack(line: &str) -> Result<Vec<Frame>, FrameError> {
    line.split(';').map(parse_frame).collect()
}
==== fixed
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Frame {
    pub name: String,
    pub offset: u64,
}

#[derive(Debug, PartialEq)]
pub enum FrameError {
    Empty,
    Offset(String),
}

fn offset(text: &str) -> Result<u64, ParseIntError> {
    match text.strip_prefix("0x") {
        Some(hex) => u64::from_str_radix(hex, 16),
        None => text.parse(),
    }
}

/// Parses `name` or `name+offset`. The offset error keeps the text that
/// could not be read.
pub fn parse_frame(text: &str) -> Result<Frame, FrameError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FrameError::Empty);
    }
    let (name, place) = match text.split_once('+') {
        Some((name, place)) => (
            name,
            offset(place).map_err(|_| FrameError::Offset(place.to_string())),
        ),
        None => (text, Ok(0)),
    };
    Ok(Frame {
        name: name.to_string(),
        offset: place?,
    })
}

/// Frames of a folded stack line, outermost first.
pub fn parse_stack(line: &str) -> Result<Vec<Frame>, FrameError> {
    line.split(';').map(parse_frame).collect()
}
==== tests
    #[test]
    fn frames() {
        let frames = parse_stack("main; run+0x1f;leaf+12").unwrap();
        assert_eq!(frames[0], Frame { name: "main".into(), offset: 0 });
        assert_eq!(frames[1], Frame { name: "run".into(), offset: 31 });
        assert_eq!(frames[2].offset, 12);
    }
    #[test]
    fn errors_keep_text() {
        assert_eq!(parse_stack("main;run+zz"), Err(FrameError::Offset("zz".into())));
        assert_eq!(parse_frame("a+0xq"), Err(FrameError::Offset("0xq".into())));
        assert_eq!(parse_stack("main;;x"), Err(FrameError::Empty));
    }
