---
code: E0596
---
/// Calls functions for each number that a scanner finds in a text.
pub struct Scanner<'a> {
    text: &'a str,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        Scanner { text }
    }

    /// Tells `found` of each run of digits: its value and whether a minus stands before it.
    pub fn each_number<F: FnMut(u64, bool)>(&self, found: F) {
        let mut negative = false;
        let mut value: Option<u64> = None;
        for c in self.text.chars().chain(std::iter::once(' ')) {
            match (c.to_digit(10), value) {
                (Some(digit), held) => value = Some(held.unwrap_or(0) * 10 + u64::from(digit)),
                (None, Some(number)) => {
                    found(number, negative);
                    value = None;
                    negative = c == '-';
                }
                (None, None) => negative = c == '-',
            }
        }
    }
}

/// Sum and number of the numbers in a text.
pub fn sum_and_count(text: &str) -> (i64, usize) {
    let sum = 0i64;
    let count = 0;
    Scanner::new(text).each_number(|number, negative| {
        let number = number as i64;
        sum += if negative { -number } else { number };
        count += 1;
    });
    (sum, count)
}
==== fixed
/// Calls functions for each number that a scanner finds in a text.
pub struct Scanner<'a> {
    text: &'a str,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        Scanner { text }
    }

    /// Tells `found` of each run of digits: its value and whether a minus stands before it.
    pub fn each_number<F: FnMut(u64, bool)>(&self, mut found: F) {
        let mut negative = false;
        let mut value: Option<u64> = None;
        for c in self.text.chars().chain(std::iter::once(' ')) {
            match (c.to_digit(10), value) {
                (Some(digit), held) => value = Some(held.unwrap_or(0) * 10 + u64::from(digit)),
                (None, Some(number)) => {
                    found(number, negative);
                    value = None;
                    negative = c == '-';
                }
                (None, None) => negative = c == '-',
            }
        }
    }
}

/// Sum and number of the numbers in a text.
pub fn sum_and_count(text: &str) -> (i64, usize) {
    let mut sum = 0i64;
    let mut count = 0;
    Scanner::new(text).each_number(|number, negative| {
        let number = number as i64;
        sum += if negative { -number } else { number };
        count += 1;
    });
    (sum, count)
}
==== tests
#[test]
fn sums() {
    assert_eq!(sum_and_count("a12 b-3, 4"), (13, 3));
    assert_eq!(sum_and_count("-5-6"), (-11, 2));
    assert_eq!(sum_and_count("none - at all"), (0, 0));
}

#[test]
fn counts_zeros() {
    assert_eq!(sum_and_count("0 0 00"), (0, 3));
    assert_eq!(sum_and_count("- 7"), (7, 1));
}
