---
code: E0277
---
#[derive(Debug, PartialEq)]
pub enum FrameError {
    TooManyPins(u32),
    Unreadable(char),
}

fn pins(mark: char) -> Result<u32, FrameError> {
    match mark {
        '-' => Ok(0),
        'X' => Ok(10),
        digit => digit.to_digit(10).ok_or(FrameError::Unreadable(digit)),
    }
}

/// The pins of one frame of bowling, such as `72` or `X`.
fn frame_sum(frame: &str) -> Result<u32, FrameError> {
    let sum: u32 = frame.chars().map(pins).sum();
    if sum > 10 {
        return Err(FrameError::TooManyPins(sum));
    }
    Ok(sum)
}

/// The pins after each frame of a line, without any bonus for strikes.
pub fn running_totals(line: &str) -> Result<Vec<u32>, FrameError> {
    let mut total = 0;
    let mut totals = Vec::new();
    for frame in line.split_whitespace() {
        total += frame_sum(frame)?;
        totals.push(total);
    }
    Ok(totals)
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum FrameError {
    TooManyPins(u32),
    Unreadable(char),
}

fn pins(mark: char) -> Result<u32, FrameError> {
    match mark {
        '-' => Ok(0),
        'X' => Ok(10),
        digit => digit.to_digit(10).ok_or(FrameError::Unreadable(digit)),
    }
}

/// The pins of one frame of bowling, such as `72` or `X`.
fn frame_sum(frame: &str) -> Result<u32, FrameError> {
    let sum: u32 = frame.chars().map(pins).sum::<Result<u32, _>>()?;
    if sum > 10 {
        return Err(FrameError::TooManyPins(sum));
    }
    Ok(sum)
}

/// The pins after each frame of a line, without any bonus for strikes.
pub fn running_totals(line: &str) -> Result<Vec<u32>, FrameError> {
    let mut total = 0;
    let mut totals = Vec::new();
    for frame in line.split_whitespace() {
        total += frame_sum(frame)?;
        totals.push(total);
    }
    Ok(totals)
}
==== tests
#[test]
fn totals() {
    assert_eq!(running_totals("72 X -- 1-"), Ok(vec![9, 19, 19, 20]));
}
#[test]
fn refused() {
    assert_eq!(running_totals("72 8? 1"), Err(FrameError::Unreadable('?')));
    assert_eq!(running_totals("72 84"), Err(FrameError::TooManyPins(12)));
}
