---
code: E0277
---
//! Standings of a running race.

#[derive(Debug, Clone, PartialEq)]
pub struct Runner {
    pub bib: u32,
    /// Seconds at the finish line; nothing for those still under way.
    pub finish: Option<u32>,
}

pub struct Race {
    pub runners: Vec<Runner>,
}

impl Race {
    /// What runners are sorted by: the fastest first, those who are
    /// still under way behind everybody who has arrived.
    fn sort_key(runner: &Runner) -> u32 {
        runner.finish?
    }

    /// Bib numbers in the order of the standings.
    pub fn standings(&self) -> Vec<u32> {
        let mut sorted: Vec<&Runner> = self.runners.iter().collect();
        sorted.sort_by_key(|runner| Self::sort_key(runner));
        sorted.iter().map(|runner| runner.bib).collect()
    }

    /// How many are still out there.
    pub fn under_way(&self) -> usize {
        self.runners.iter().filter(|runner| runner.finish.is_none()).count()
    }
}
==== fixed
//! Standings of a running race.

#[derive(Debug, Clone, PartialEq)]
pub struct Runner {
    pub bib: u32,
    /// Seconds at the finish line; nothing for those still under way.
    pub finish: Option<u32>,
}

pub struct Race {
    pub runners: Vec<Runner>,
}

impl Race {
    /// What runners are sorted by: the fastest first, those who are
    /// still under way behind everybody who has arrived.
    fn sort_key(runner: &Runner) -> u32 {
        runner.finish.unwrap_or(u32::MAX)
    }

    /// Bib numbers in the order of the standings.
    pub fn standings(&self) -> Vec<u32> {
        let mut sorted: Vec<&Runner> = self.runners.iter().collect();
        sorted.sort_by_key(|runner| Self::sort_key(runner));
        sorted.iter().map(|runner| runner.bib).collect()
    }

    /// How many are still out there.
    pub fn under_way(&self) -> usize {
        self.runners.iter().filter(|runner| runner.finish.is_none()).count()
    }
}
==== tests
fn race(times: &[(u32, Option<u32>)]) -> Race {
    Race { runners: times.iter().map(|&(bib, finish)| Runner { bib, finish }).collect() }
}

#[test]
fn the_fastest_leads() {
    assert_eq!(race(&[(1, Some(900)), (2, Some(870)), (3, Some(899))]).standings(), [2, 3, 1]);
}

#[test]
fn runners_under_way_come_last() {
    let race = race(&[(4, None), (1, Some(9_000_000)), (7, None), (2, Some(870))]);
    assert_eq!(race.standings(), [2, 1, 4, 7]);
    assert_eq!(race.under_way(), 2);
}
