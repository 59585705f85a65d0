---
code: E0106
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    pub number: u32,
    pub text: String,
    pub answer: String,
}

pub struct Puzzle {
    clues: Vec<Clue>,
}

/// The clue of the puzzle whose answer fits a pattern such as `c.t`, the dots being unknown letters.
pub fn first_fit(puzzle: &Puzzle, pattern: &str) -> Option<&Clue> {
    puzzle.clues.iter().find(|clue| {
        clue.answer.len() == pattern.len()
            && clue.answer.chars().zip(pattern.chars()).all(|(a, p)| p == '.' || p == a)
    })
}

impl Puzzle {
    pub fn new(entries: &[(u32, &str, &str)]) -> Puzzle {
        let clues = entries
            .iter()
            .map(|(number, text, answer)| Clue {
                number: *number,
                text: text.to_string(),
                answer: answer.to_string(),
            })
            .collect();
        Puzzle { clues }
    }

    /// For each slot number the clue that fits its pattern.
    pub fn solve(&self, slots: &HashMap<u32, String>) -> HashMap<u32, &Clue> {
        let mut out = HashMap::new();
        for (slot, pattern) in slots {
            let key = pattern.to_lowercase();
            if let Some(clue) = first_fit(self, &key) {
                out.insert(*slot, clue);
            }
        }
        out
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    pub number: u32,
    pub text: String,
    pub answer: String,
}

pub struct Puzzle {
    clues: Vec<Clue>,
}

/// The clue of the puzzle whose answer fits a pattern such as `c.t`, the dots being unknown letters.
pub fn first_fit<'p>(puzzle: &'p Puzzle, pattern: &str) -> Option<&'p Clue> {
    puzzle.clues.iter().find(|clue| {
        clue.answer.len() == pattern.len()
            && clue.answer.chars().zip(pattern.chars()).all(|(a, p)| p == '.' || p == a)
    })
}

impl Puzzle {
    pub fn new(entries: &[(u32, &str, &str)]) -> Puzzle {
        let clues = entries
            .iter()
            .map(|(number, text, answer)| Clue {
                number: *number,
                text: text.to_string(),
                answer: answer.to_string(),
            })
            .collect();
        Puzzle { clues }
    }

    /// For each slot number the clue that fits its pattern.
    pub fn solve(&self, slots: &HashMap<u32, String>) -> HashMap<u32, &Clue> {
        let mut out = HashMap::new();
        for (slot, pattern) in slots {
            let key = pattern.to_lowercase();
            if let Some(clue) = first_fit(self, &key) {
                out.insert(*slot, clue);
            }
        }
        out
    }
}
==== tests
fn puzzle() -> Puzzle {
    Puzzle::new(&[(1, "pet", "cat"), (2, "bed", "cot"), (3, "sea", "ocean")])
}

#[test]
fn clue_outlives_pattern() {
    let p = puzzle();
    let clue = {
        let pattern = String::from("c.t");
        first_fit(&p, &pattern)
    };
    assert_eq!(clue.map(|c| c.number), Some(1));
    assert!(first_fit(&p, "x..").is_none());
}

#[test]
fn solve_slots() {
    let p = puzzle();
    let slots = HashMap::from([(7, "C.T".to_string()), (8, ".O.".to_string()), (9, "zz".to_string())]);
    let solved = p.solve(&slots);
    assert_eq!(solved.len(), 2);
    assert_eq!(solved[&7].answer, "cat");
    assert_eq!(solved[&8].answer, "cot");
}
