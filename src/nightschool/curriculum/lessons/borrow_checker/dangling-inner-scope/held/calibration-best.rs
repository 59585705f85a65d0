---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    pub offset: i32,
    pub squared_error: i64,
}

fn fit(samples: &[(i32, i32)], offset: i32) -> Fit {
    let squared_error = samples
        .iter()
        .map(|(measured, truth)| i64::from(measured + offset - truth).pow(2))
        .sum();
    Fit { offset, squared_error }
}

/// Tries every offset of the range and reports the one with the smallest
/// squared error; of equal ones the first that was tried.
pub fn best_offset(samples: &[(i32, i32)], range: std::ops::RangeInclusive<i32>) -> Option<String> {
    let mut best: Option<&Fit> = None;
    for offset in range {
        let candidate = fit(samples, offset);
        let better = match best {
            Some(known) => candidate.squared_error < known.squared_error,
            None => true,
        };
        if better {
            best = Some(&candidate);
        }
    }
    best.map(|b| format!("offset {:+} (error {})", b.offset, b.squared_error))
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    pub offset: i32,
    pub squared_error: i64,
}

fn fit(samples: &[(i32, i32)], offset: i32) -> Fit {
    let squared_error = samples
        .iter()
        .map(|(measured, truth)| i64::from(measured + offset - truth).pow(2))
        .sum();
    Fit { offset, squared_error }
}

/// Tries every offset of the range and reports the one with the smallest
/// squared error; of equal ones the first that was tried.
pub fn best_offset(samples: &[(i32, i32)], range: std::ops::RangeInclusive<i32>) -> Option<String> {
    let mut best: Option<Fit> = None;
    for offset in range {
        let candidate = fit(samples, offset);
        let better = match &best {
            Some(known) => candidate.squared_error < known.squared_error,
            None => true,
        };
        if better {
            best = Some(candidate);
        }
    }
    best.map(|b| format!("offset {:+} (error {})", b.offset, b.squared_error))
}
==== tests
#[test]
fn finds_the_best() {
    let samples = [(10, 13), (20, 23), (30, 32)];
    assert_eq!(best_offset(&samples, -5..=5), Some("offset +3 (error 1)".to_string()));
}

#[test]
fn first_of_equal_ones_and_empty_ranges() {
    let samples = [(0, 1), (0, -1)];
    assert_eq!(best_offset(&samples, 0..=0), Some("offset +0 (error 2)".to_string()));
    assert_eq!(best_offset(&[(0, 0), (1, 2)], 0..=1), Some("offset +0 (error 1)".to_string()));
    #[allow(clippy::reversed_empty_ranges)]
    let none = best_offset(&samples, 3..=1);
    assert_eq!(none, None);
}
