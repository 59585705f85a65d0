---
code: E0277
---
//! Scores of a diving contest.

/// One dive: what the judges gave, times the difficulty.
#[derive(Debug, Clone, PartialEq)]
pub struct Dive {
    pub diver: String,
    pub marks: f64,
    pub difficulty: f64,
}

impl Dive {
    pub fn new(diver: &str, marks: f64, difficulty: f64) -> Self {
        Dive { diver: diver.to_string(), marks, difficulty }
    }

    /// What counts for the result.
    pub fn points(&self) -> f64 {
        self.marks * self.difficulty
    }
}

/// Puts the dives into the order of the result list, the most points first.
/// Dives with equal points stay as they came in.
pub fn rank(dives: &mut Vec<Dive>) {
    dives.sort();
}

/// The divers who get a medal, gold first.
pub fn medals(mut dives: Vec<Dive>) -> Vec<String> {
    rank(&mut dives);
    dives.into_iter().take(3).map(|dive| dive.diver).collect()
}
==== fixed
//! Scores of a diving contest.

/// One dive: what the judges gave, times the difficulty.
#[derive(Debug, Clone, PartialEq)]
pub struct Dive {
    pub diver: String,
    pub marks: f64,
    pub difficulty: f64,
}

impl Dive {
    pub fn new(diver: &str, marks: f64, difficulty: f64) -> Self {
        Dive { diver: diver.to_string(), marks, difficulty }
    }

    /// What counts for the result.
    pub fn points(&self) -> f64 {
        self.marks * self.difficulty
    }
}

/// Puts the dives into the order of the result list, the most points first.
/// Dives with equal points stay as they came in.
pub fn rank(dives: &mut Vec<Dive>) {
    dives.sort_by(|a, b| b.points().total_cmp(&a.points()));
}

/// The divers who get a medal, gold first.
pub fn medals(mut dives: Vec<Dive>) -> Vec<String> {
    rank(&mut dives);
    dives.into_iter().take(3).map(|dive| dive.diver).collect()
}
==== tests
#[test]
fn difficulty_counts() {
    let dives = vec![
        Dive::new("aya", 24.0, 2.0),
        Dive::new("ben", 20.0, 3.2),
        Dive::new("cem", 27.5, 2.0),
        Dive::new("dee", 10.0, 2.0),
    ];
    assert_eq!(medals(dives), ["ben", "cem", "aya"]);
}

#[test]
fn equal_points_stay_in_order() {
    let mut dives = vec![Dive::new("zoe", 30.0, 2.0), Dive::new("abe", 20.0, 3.0), Dive::new("lou", 30.0, 2.5)];
    rank(&mut dives);
    let order: Vec<&str> = dives.iter().map(|dive| dive.diver.as_str()).collect();
    assert_eq!(order, ["lou", "zoe", "abe"]);
}
