---
code: E0369
---
//! Gaps between the marks of a tide table.

use std::time::{Duration, Instant};

/// The waits between one mark and the next. The marks may be of any kind,
/// and the gap between two of them need not be of that same kind: two
/// instants are a duration apart.
pub fn gaps<M, G>(marks: &[M]) -> Vec<G>
where
    M: Copy,
{
    marks.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The longest wait between two marks of a table, if it has two.
pub fn longest_wait(marks: &[Instant]) -> Option<Duration> {
    gaps(marks).into_iter().max()
}

/// Heights are counted in centimetres above the chart datum.
pub fn steepest_rise(heights: &[i32]) -> Option<i32> {
    gaps(heights).into_iter().max()
}
==== fixed
//! Gaps between the marks of a tide table.

use std::time::{Duration, Instant};

/// The waits between one mark and the next. The marks may be of any kind,
/// and the gap between two of them need not be of that same kind: two
/// instants are a duration apart.
pub fn gaps<M, G>(marks: &[M]) -> Vec<G>
where
    M: Copy + std::ops::Sub<Output = G>,
{
    marks.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The longest wait between two marks of a table, if it has two.
pub fn longest_wait(marks: &[Instant]) -> Option<Duration> {
    gaps(marks).into_iter().max()
}

/// Heights are counted in centimetres above the chart datum.
pub fn steepest_rise(heights: &[i32]) -> Option<i32> {
    gaps(heights).into_iter().max()
}
==== tests
#[test]
fn gaps_of_numbers_run_forward() {
    let found: Vec<i32> = gaps(&[3, 10, 8]);
    assert_eq!(found, [7, -2]);
    assert_eq!(steepest_rise(&[120, 180, 170, 260]), Some(90));
    assert_eq!(steepest_rise(&[120]), None);
}

#[test]
fn gaps_of_instants_are_durations() {
    let start = Instant::now();
    let at = |minutes: u64| start + Duration::from_secs(60 * minutes);
    assert_eq!(longest_wait(&[at(0), at(5), at(65), at(70)]), Some(Duration::from_secs(3600)));
}
