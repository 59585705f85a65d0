---
code: E0277
---
//! Lottery slips, typed in as `4, 8, 15`.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Slip {
    pub numbers: Vec<u8>,
}

impl Slip {
    /// Reads a slip. A slip with a field that is no number is void as a whole.
    pub fn read(line: &str) -> Result<Slip, ParseIntError> {
        let mut numbers: Vec<u8> = line.split(',').map(|field| field.trim().parse::<u8>()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Ok(Slip { numbers })
    }

    pub fn hits(&self, drawn: &[u8]) -> usize {
        self.numbers.iter().filter(|number| drawn.contains(number)).count()
    }
}

/// The hits of all valid slips, in the order they were handed in.
pub fn evaluate(lines: &[&str], drawn: &[u8]) -> Vec<usize> {
    lines
        .iter()
        .filter_map(|line| Slip::read(line).ok())
        .map(|slip| slip.hits(drawn))
        .collect()
}
==== fixed
//! Lottery slips, typed in as `4, 8, 15`.

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub struct Slip {
    pub numbers: Vec<u8>,
}

impl Slip {
    /// Reads a slip. A slip with a field that is no number is void as a whole.
    pub fn read(line: &str) -> Result<Slip, ParseIntError> {
        let mut numbers: Vec<u8> =
            line.split(',').map(|field| field.trim().parse::<u8>()).collect::<Result<_, _>>()?;
        numbers.sort_unstable();
        numbers.dedup();
        Ok(Slip { numbers })
    }

    pub fn hits(&self, drawn: &[u8]) -> usize {
        self.numbers.iter().filter(|number| drawn.contains(number)).count()
    }
}

/// The hits of all valid slips, in the order they were handed in.
pub fn evaluate(lines: &[&str], drawn: &[u8]) -> Vec<usize> {
    lines
        .iter()
        .filter_map(|line| Slip::read(line).ok())
        .map(|slip| slip.hits(drawn))
        .collect()
}
==== tests
#[test]
fn reads_sorted_without_repeats() {
    assert_eq!(Slip::read("15, 4,8 ,4").unwrap().numbers, [4, 8, 15]);
}

#[test]
fn void_as_a_whole() {
    assert!(Slip::read("4, eight, 15").is_err());
    assert!(Slip::read("4, 300").is_err());
    assert_eq!(evaluate(&["1,2", "2,x", "2,3,5"], &[2, 3]), [1, 2]);
}
