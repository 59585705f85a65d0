---
code: E0053
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MatchResult {
    pub home: u32,
    pub away: u32,
}

pub trait ScoreRule {
    /// Table points for the home side and the away side.
    fn points(&self, result: &MatchResult) -> (u32, u32);
}

pub struct ThreePoints;

/// Two points for a win, and one more for a side that scores four or more.
pub struct OldLeague;

impl ScoreRule for ThreePoints {
    fn points(&self, result: &MatchResult) -> (u32, u32) {
        match result.home.cmp(&result.away) {
            std::cmp::Ordering::Greater => (3, 0),
            std::cmp::Ordering::Equal => (1, 1),
            std::cmp::Ordering::Less => (0, 3),
        }
    }
}

impl ScoreRule for OldLeague {
    fn points(&self, result: MatchResult) -> (u32, u32) {
        let bonus = |goals: u32| if goals >= 4 { 1 } else { 0 };
        let (home, away) = if result.home > result.away {
            (2, 0)
        } else if result.home < result.away {
            (0, 2)
        } else {
            (1, 1)
        };
        (home + bonus(result.home), away + bonus(result.away))
    }
}

pub fn season(rule: &dyn ScoreRule, results: &[MatchResult]) -> (u32, u32) {
    results.iter().map(|r| rule.points(r)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MatchResult {
    pub home: u32,
    pub away: u32,
}

pub trait ScoreRule {
    /// Table points for the home side and the away side.
    fn points(&self, result: &MatchResult) -> (u32, u32);
}

pub struct ThreePoints;

/// Two points for a win, and one more for a side that scores four or more.
pub struct OldLeague;

impl ScoreRule for ThreePoints {
    fn points(&self, result: &MatchResult) -> (u32, u32) {
        match result.home.cmp(&result.away) {
            std::cmp::Ordering::Greater => (3, 0),
            std::cmp::Ordering::Equal => (1, 1),
            std::cmp::Ordering::Less => (0, 3),
        }
    }
}

impl ScoreRule for OldLeague {
    fn points(&self, result: &MatchResult) -> (u32, u32) {
        let bonus = |goals: u32| if goals >= 4 { 1 } else { 0 };
        let (home, away) = if result.home > result.away {
            (2, 0)
        } else if result.home < result.away {
            (0, 2)
        } else {
            (1, 1)
        };
        (home + bonus(result.home), away + bonus(result.away))
    }
}

pub fn season(rule: &dyn ScoreRule, results: &[MatchResult]) -> (u32, u32) {
    results.iter().map(|r| rule.points(r)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
}
==== tests
fn r(home: u32, away: u32) -> MatchResult {
    MatchResult { home, away }
}
#[test]
fn old_league_bonus() {
    assert_eq!(season(&OldLeague, &[r(5, 4)]), (3, 1));
    assert_eq!(season(&OldLeague, &[r(1, 1), r(0, 2)]), (1, 3));
}
#[test]
fn three_points() {
    assert_eq!(season(&ThreePoints, &[r(1, 0), r(2, 2)]), (4, 1));
}
