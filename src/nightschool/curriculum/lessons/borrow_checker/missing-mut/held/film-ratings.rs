---
code: E0596
---
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Rating {
    pub stars: u32,
    pub voters: u32,
}

impl Rating {
    fn vote(&mut self, stars: u32) {
        self.stars += stars;
        self.voters += 1;
    }

    pub fn mean(&self) -> f64 {
        if self.voters == 0 { 0.0 } else { f64::from(self.stars) / f64::from(self.voters) }
    }
}

/// Adds one evening's votes to the ratings; votes for films not on the list are ignored.
fn count_votes(ratings: &BTreeMap<String, Rating>, votes: &[(&str, u32)]) -> usize {
    let mut ignored = 0;
    for (film, stars) in votes {
        match ratings.get_mut(*film) {
            Some(rating) => rating.vote(*stars),
            None => ignored += 1,
        }
    }
    ignored
}

/// The mean rating of each film after all evenings, and the number of votes that were ignored.
pub fn festival(films: &[&str], evenings: &[Vec<(&str, u32)>]) -> (Vec<(String, f64)>, usize) {
    let ratings: BTreeMap<String, Rating> =
        films.iter().map(|film| (film.to_string(), Rating::default())).collect();
    let mut ignored = 0;
    for votes in evenings {
        ignored += count_votes(&ratings, votes);
    }
    (ratings.into_iter().map(|(film, rating)| (film, rating.mean())).collect(), ignored)
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Rating {
    pub stars: u32,
    pub voters: u32,
}

impl Rating {
    fn vote(&mut self, stars: u32) {
        self.stars += stars;
        self.voters += 1;
    }

    pub fn mean(&self) -> f64 {
        if self.voters == 0 { 0.0 } else { f64::from(self.stars) / f64::from(self.voters) }
    }
}

/// Adds one evening's votes to the ratings; votes for films not on the list are ignored.
fn count_votes(ratings: &mut BTreeMap<String, Rating>, votes: &[(&str, u32)]) -> usize {
    let mut ignored = 0;
    for (film, stars) in votes {
        match ratings.get_mut(*film) {
            Some(rating) => rating.vote(*stars),
            None => ignored += 1,
        }
    }
    ignored
}

/// The mean rating of each film after all evenings, and the number of votes that were ignored.
pub fn festival(films: &[&str], evenings: &[Vec<(&str, u32)>]) -> (Vec<(String, f64)>, usize) {
    let mut ratings: BTreeMap<String, Rating> =
        films.iter().map(|film| (film.to_string(), Rating::default())).collect();
    let mut ignored = 0;
    for votes in evenings {
        ignored += count_votes(&mut ratings, votes);
    }
    (ratings.into_iter().map(|(film, rating)| (film, rating.mean())).collect(), ignored)
}
==== tests
#[test]
fn means_over_evenings() {
    let (means, ignored) = festival(&["Ran", "M"], &[vec![("M", 5), ("Ran", 3)], vec![("M", 4), ("Up", 1)]]);
    assert_eq!(means, [("M".to_string(), 4.5), ("Ran".to_string(), 3.0)]);
    assert_eq!(ignored, 1);
}
#[test]
fn no_votes() {
    assert_eq!(festival(&["M"], &[]), (vec![("M".to_string(), 0.0)], 0));
}
