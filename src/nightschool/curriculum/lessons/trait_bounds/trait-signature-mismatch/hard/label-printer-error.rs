---
code: E0053
---
//! Devices that print shipping labels.

#[derive(Debug, PartialEq)]
pub enum DeviceError {
    Empty,
    TooLong { length: usize },
    OutOfPaper,
}

pub trait Device {
    /// Prints one label and tells how many are left on the roll.
    fn print(&mut self, label: &str) -> Result<u32, DeviceError>;
}

pub struct Roll {
    pub left: u32,
    pub width: usize,
    pub printed: Vec<String>,
}

impl Roll {
    fn check(&self, label: &str) -> Result<(), DeviceError> {
        match label.chars().count() {
            0 => Err(DeviceError::Empty),
            length if length > self.width => Err(DeviceError::TooLong { length }),
            _ => Ok(()),
        }
    }
}

impl Device for Roll {
    fn print(&mut self, label: &str) -> Option<u32> {
        self.check(label).ok()?;
        self.left = self.left.checked_sub(1)?;
        self.printed.push(label.to_string());
        Some(self.left)
    }
}

pub fn print_all(device: &mut dyn Device, labels: &[&str]) -> Result<u32, DeviceError> {
    let mut left = 0;
    for label in labels {
        left = device.print(label)?;
    }
    Ok(left)
}
==== fixed
//! Devices that print shipping labels.

#[derive(Debug, PartialEq)]
pub enum DeviceError {
    Empty,
    TooLong { length: usize },
    OutOfPaper,
}

pub trait Device {
    /// Prints one label and tells how many are left on the roll.
    fn print(&mut self, label: &str) -> Result<u32, DeviceError>;
}

pub struct Roll {
    pub left: u32,
    pub width: usize,
    pub printed: Vec<String>,
}

impl Roll {
    fn check(&self, label: &str) -> Result<(), DeviceError> {
        match label.chars().count() {
            0 => Err(DeviceError::Empty),
            length if length > self.width => Err(DeviceError::TooLong { length }),
            _ => Ok(()),
        }
    }
}

impl Device for Roll {
    fn print(&mut self, label: &str) -> Result<u32, DeviceError> {
        self.check(label)?;
        self.left = self.left.checked_sub(1).ok_or(DeviceError::OutOfPaper)?;
        self.printed.push(label.to_string());
        Ok(self.left)
    }
}

pub fn print_all(device: &mut dyn Device, labels: &[&str]) -> Result<u32, DeviceError> {
    let mut left = 0;
    for label in labels {
        left = device.print(label)?;
    }
    Ok(left)
}
==== tests
fn roll(left: u32) -> Roll {
    Roll { left, width: 6, printed: Vec::new() }
}

#[test]
fn prints_and_counts_down() {
    let mut roll = roll(5);
    assert_eq!(print_all(&mut roll, &["Oslo", "Bergen"]), Ok(3));
    assert_eq!(roll.printed, ["Oslo", "Bergen"]);
}

#[test]
fn a_bad_label_takes_no_paper() {
    let mut roll = roll(5);
    assert_eq!(print_all(&mut roll, &["Oslo", "Trondheim"]), Err(DeviceError::TooLong { length: 9 }));
    assert_eq!(print_all(&mut roll, &[""]), Err(DeviceError::Empty));
    assert_eq!(roll.left, 4);
}

#[test]
fn the_roll_runs_out() {
    let mut roll = roll(1);
    assert_eq!(print_all(&mut roll, &["Oslo", "Bodo"]), Err(DeviceError::OutOfPaper));
    assert_eq!(roll.printed, ["Oslo"]);
}
