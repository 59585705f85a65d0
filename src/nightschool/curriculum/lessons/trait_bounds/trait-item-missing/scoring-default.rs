---
code: E0046
---
/// A way of scoring a finished game from the points of each player.
pub trait Scoring {
    fn name(&self) -> &str;

    /// Places of the players, starting with 1; equal points share a place.
    fn places(&self, points: &[i32]) -> Vec<usize>;

    fn winners(&self, points: &[i32]) -> Vec<usize> {
        let places = self.places(points);
        (0..points.len()).filter(|i| places[*i] == 1).collect()
    }
}

pub struct HighestWins;

impl Scoring for HighestWins {
    fn name(&self) -> &str {
        "highest wins"
    }

    fn places(&self, points: &[i32]) -> Vec<usize> {
        points
            .iter()
            .map(|p| 1 + points.iter().filter(|other| *other > p).count())
            .collect()
    }
}

/// As in golf or hearts, few points are good.
pub struct LowestWins;

impl Scoring for LowestWins {
    fn name(&self) -> &str {
        "lowest wins"
    }
}

pub fn describe(scoring: &dyn Scoring, points: &[i32]) -> String {
    format!("{}: {:?}", scoring.name(), scoring.winners(points))
}
==== fixed
/// A way of scoring a finished game from the points of each player.
pub trait Scoring {
    fn name(&self) -> &str;

    /// Places of the players, starting with 1; equal points share a place.
    fn places(&self, points: &[i32]) -> Vec<usize>;

    fn winners(&self, points: &[i32]) -> Vec<usize> {
        let places = self.places(points);
        (0..points.len()).filter(|i| places[*i] == 1).collect()
    }
}

pub struct HighestWins;

impl Scoring for HighestWins {
    fn name(&self) -> &str {
        "highest wins"
    }

    fn places(&self, points: &[i32]) -> Vec<usize> {
        points
            .iter()
            .map(|p| 1 + points.iter().filter(|other| *other > p).count())
            .collect()
    }
}

/// As in golf or hearts, few points are good.
pub struct LowestWins;

impl Scoring for LowestWins {
    fn name(&self) -> &str {
        "lowest wins"
    }

    fn places(&self, points: &[i32]) -> Vec<usize> {
        points
            .iter()
            .map(|p| 1 + points.iter().filter(|other| *other < p).count())
            .collect()
    }
}

pub fn describe(scoring: &dyn Scoring, points: &[i32]) -> String {
    format!("{}: {:?}", scoring.name(), scoring.winners(points))
}
==== tests
#[test]
fn low() {
    assert_eq!(LowestWins.places(&[20, 5, 9, 5]), [4, 1, 3, 1]);
    assert_eq!(describe(&LowestWins, &[20, 5, 9, 5]), "lowest wins: [1, 3]");
}
#[test]
fn high() {
    assert_eq!(HighestWins.places(&[20, 5, 20]), [1, 3, 1]);
    assert_eq!(describe(&HighestWins, &[1, 2]), "highest wins: [1]");
}
