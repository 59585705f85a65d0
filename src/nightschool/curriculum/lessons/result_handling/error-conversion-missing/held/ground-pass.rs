---
code: E0277
---
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum RadioError {
    NoLock,
    Lost { after_frames: u32 },
}

#[derive(Debug, Clone, PartialEq)]
pub enum PassError {
    Radio(RadioError),
    TooShort(u32),
}

impl fmt::Display for PassError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PassError::Radio(RadioError::NoLock) => write!(f, "no carrier"),
            PassError::Radio(RadioError::Lost { after_frames }) => write!(f, "lost after {after_frames} frames"),
            PassError::TooShort(seconds) => write!(f, "only {seconds} s"),
        }
    }
}

pub trait Radio {
    fn lock(&mut self) -> Result<(), RadioError>;
    fn frame(&mut self) -> Result<Vec<u8>, RadioError>;
}

/// Receives one frame per second of a pass and joins them.
pub fn receive<R: Radio>(radio: &mut R, seconds: u32) -> Result<Vec<u8>, PassError> {
    if seconds < 2 {
        return Err(PassError::TooShort(seconds));
    }
    radio.lock()?;
    let mut data = Vec::new();
    for _ in 0..seconds {
        data.extend(radio.frame()?);
    }
    Ok(data)
}
==== fixed
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum RadioError {
    NoLock,
    Lost { after_frames: u32 },
}

#[derive(Debug, Clone, PartialEq)]
pub enum PassError {
    Radio(RadioError),
    TooShort(u32),
}

impl fmt::Display for PassError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PassError::Radio(RadioError::NoLock) => write!(f, "no carrier"),
            PassError::Radio(RadioError::Lost { after_frames }) => write!(f, "lost after {after_frames} frames"),
            PassError::TooShort(seconds) => write!(f, "only {seconds} s"),
        }
    }
}

pub trait Radio {
    fn lock(&mut self) -> Result<(), RadioError>;
    fn frame(&mut self) -> Result<Vec<u8>, RadioError>;
}

/// Receives one frame per second of a pass and joins them.
pub fn receive<R: Radio>(radio: &mut R, seconds: u32) -> Result<Vec<u8>, PassError> {
    if seconds < 2 {
        return Err(PassError::TooShort(seconds));
    }
    radio.lock().map_err(PassError::Radio)?;
    let mut data = Vec::new();
    for _ in 0..seconds {
        data.extend(radio.frame().map_err(PassError::Radio)?);
    }
    Ok(data)
}
==== tests
struct Fake {
    locks: bool,
    sent: u32,
    most: u32,
}

impl Radio for Fake {
    fn lock(&mut self) -> Result<(), RadioError> {
        if self.locks { Ok(()) } else { Err(RadioError::NoLock) }
    }
    fn frame(&mut self) -> Result<Vec<u8>, RadioError> {
        if !self.locks || self.sent == self.most {
            return Err(RadioError::Lost { after_frames: self.sent });
        }
        self.sent += 1;
        Ok(vec![self.sent as u8; 2])
    }
}

#[test]
fn whole_pass() {
    let mut r = Fake { locks: true, sent: 0, most: 9 };
    assert_eq!(receive(&mut r, 3), Ok(vec![1, 1, 2, 2, 3, 3]));
    assert_eq!(receive(&mut r, 1), Err(PassError::TooShort(1)));
}

#[test]
fn radio_errors_come_through() {
    let mut r = Fake { locks: false, sent: 0, most: 9 };
    assert_eq!(receive(&mut r, 3), Err(PassError::Radio(RadioError::NoLock)));
    let mut r = Fake { locks: true, sent: 0, most: 2 };
    assert_eq!(receive(&mut r, 3).unwrap_err().to_string(), "lost after 2 frames");
}
