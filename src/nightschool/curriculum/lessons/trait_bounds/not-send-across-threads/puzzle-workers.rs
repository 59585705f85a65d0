---
code: E0277
---
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

/// The letters that may stand in each place of a word puzzle.
pub struct Puzzle {
    pub choices: Vec<Vec<char>>,
    pub words: Vec<String>,
}

impl Puzzle {
    fn allows(&self, word: &str) -> bool {
        word.chars().count() == self.choices.len()
            && word.chars().zip(&self.choices).all(|(letter, allowed)| allowed.contains(&letter))
    }
}

/// All words of the puzzle's list that fit, in alphabetical order. Several
/// workers share the puzzle; each looks at every `workers`-th word.
pub fn solve(puzzle: Puzzle, workers: usize) -> Vec<String> {
    let puzzle = Rc::new(puzzle);
    let (found, results) = mpsc::channel();
    for worker in 0..workers {
        let puzzle = Rc::clone(&puzzle);
        let found = found.clone();
        thread::spawn(move || {
            for word in puzzle.words.iter().skip(worker).step_by(workers) {
                if puzzle.allows(word) {
                    found.send(word.clone()).unwrap();
                }
            }
        });
    }
    drop(found);
    let mut words: Vec<String> = results.iter().collect();
    words.sort();
    words
}
==== fixed
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

/// The letters that may stand in each place of a word puzzle.
pub struct Puzzle {
    pub choices: Vec<Vec<char>>,
    pub words: Vec<String>,
}

impl Puzzle {
    fn allows(&self, word: &str) -> bool {
        word.chars().count() == self.choices.len()
            && word.chars().zip(&self.choices).all(|(letter, allowed)| allowed.contains(&letter))
    }
}

/// All words of the puzzle's list that fit, in alphabetical order. Several
/// workers share the puzzle; each looks at every `workers`-th word.
pub fn solve(puzzle: Puzzle, workers: usize) -> Vec<String> {
    let puzzle = Arc::new(puzzle);
    let (found, results) = mpsc::channel();
    for worker in 0..workers {
        let puzzle = Arc::clone(&puzzle);
        let found = found.clone();
        thread::spawn(move || {
            for word in puzzle.words.iter().skip(worker).step_by(workers) {
                if puzzle.allows(word) {
                    found.send(word.clone()).unwrap();
                }
            }
        });
    }
    drop(found);
    let mut words: Vec<String> = results.iter().collect();
    words.sort();
    words
}
==== tests
fn puzzle() -> Puzzle {
    Puzzle {
        choices: vec![vec!['c', 'b'], vec!['a', 'o'], vec!['t', 'r']],
        words: ["cot", "bar", "cat", "dog", "cart", "bat"].map(String::from).to_vec(),
    }
}
#[test]
fn three_workers() {
    assert_eq!(solve(puzzle(), 3), ["bar", "bat", "cat", "cot"]);
}
#[test]
fn one_worker() {
    assert_eq!(solve(puzzle(), 1), ["bar", "bat", "cat", "cot"]);
}
