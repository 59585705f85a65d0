---
code: E0369
---
//! Split times of a relay: legs of any unit that can be put end to end.

/// The name of a runner and what the clock said when the leg was over.
#[derive(Debug, PartialEq)]
pub struct Split<T> {
    pub runner: String,
    pub clock: T,
}

/// Runs the legs one after another from `start` and notes the clock at
/// each hand-over. The unit only has to be summable; it may be a plain
/// number or a type of the caller.
pub fn splits<T>(start: T, legs: &[(&str, T)]) -> Vec<Split<T>>
where
    T: Copy,
{
    let mut clock = start;
    let mut table = Vec::with_capacity(legs.len());
    for &(runner, leg) in legs {
        clock = clock + leg;
        table.push(Split { runner: runner.to_string(), clock });
    }
    table
}

/// The runner who was last on the track.
pub fn anchor<T>(table: &[Split<T>]) -> Option<&str> {
    table.last().map(|split| split.runner.as_str())
}
==== fixed
//! Split times of a relay: legs of any unit that can be put end to end.

/// The name of a runner and what the clock said when the leg was over.
#[derive(Debug, PartialEq)]
pub struct Split<T> {
    pub runner: String,
    pub clock: T,
}

/// Runs the legs one after another from `start` and notes the clock at
/// each hand-over. The unit only has to be summable; it may be a plain
/// number or a type of the caller.
pub fn splits<T>(start: T, legs: &[(&str, T)]) -> Vec<Split<T>>
where
    T: Copy + std::ops::Add<Output = T>,
{
    let mut clock = start;
    let mut table = Vec::with_capacity(legs.len());
    for &(runner, leg) in legs {
        clock = clock + leg;
        table.push(Split { runner: runner.to_string(), clock });
    }
    table
}

/// The runner who was last on the track.
pub fn anchor<T>(table: &[Split<T>]) -> Option<&str> {
    table.last().map(|split| split.runner.as_str())
}
==== tests
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ticks(u32);

impl std::ops::Add for Ticks {
    type Output = Ticks;
    fn add(self, other: Ticks) -> Ticks {
        Ticks(self.0 + other.0)
    }
}

#[test]
fn the_clock_runs_on_from_leg_to_leg() {
    let table = splits(100, &[("ann", 12), ("bea", 11), ("cat", 13)]);
    let clocks: Vec<i32> = table.iter().map(|s| s.clock).collect();
    assert_eq!(clocks, [112, 123, 136]);
    assert_eq!(anchor(&table), Some("cat"));
}

#[test]
fn units_of_the_caller_serve() {
    let table = splits(Ticks(5), &[("dov", Ticks(2)), ("eli", Ticks(4))]);
    assert_eq!(table[0], Split { runner: "dov".to_string(), clock: Ticks(7) });
    assert_eq!(table[1].clock, Ticks(11));
}
