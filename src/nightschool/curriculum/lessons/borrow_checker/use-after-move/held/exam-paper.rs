---
code: E0382
---
/// A filled-in exam paper.
#[derive(Debug, PartialEq)]
pub struct Paper {
    pub pupil: String,
    pub answers: Vec<char>,
}

pub struct Key {
    solutions: Vec<char>,
}

#[derive(Debug, PartialEq)]
pub struct Graded {
    pub paper: Paper,
    pub correct: usize,
    pub blank: usize,
}

impl Key {
    pub fn new(solutions: &str) -> Self {
        Key { solutions: solutions.chars().collect() }
    }

    fn correct(&self, answers: Vec<char>) -> usize {
        answers.into_iter().zip(&self.solutions).filter(|(given, right)| given == *right).count()
    }

    /// Grades a paper; the paper itself goes back with the result. `_` stands for no answer.
    pub fn grade(&self, paper: Paper) -> Graded {
        let correct = self.correct(paper.answers);
        let blank = paper.answers.iter().filter(|c| **c == '_').count();
        Graded { paper, correct, blank }
    }
}
==== fixed
/// A filled-in exam paper.
#[derive(Debug, PartialEq)]
pub struct Paper {
    pub pupil: String,
    pub answers: Vec<char>,
}

pub struct Key {
    solutions: Vec<char>,
}

#[derive(Debug, PartialEq)]
pub struct Graded {
    pub paper: Paper,
    pub correct: usize,
    pub blank: usize,
}

impl Key {
    pub fn new(solutions: &str) -> Self {
        Key { solutions: solutions.chars().collect() }
    }

    fn correct(&self, answers: &[char]) -> usize {
        answers.iter().zip(&self.solutions).filter(|(given, right)| given == right).count()
    }

    /// Grades a paper; the paper itself goes back with the result. `_` stands for no answer.
    pub fn grade(&self, paper: Paper) -> Graded {
        let correct = self.correct(&paper.answers);
        let blank = paper.answers.iter().filter(|c| **c == '_').count();
        Graded { paper, correct, blank }
    }
}
==== tests
fn paper(answers: &str) -> Paper {
    Paper { pupil: "Lou".into(), answers: answers.chars().collect() }
}
#[test]
fn counts_and_returns_paper() {
    let graded = Key::new("abcda").grade(paper("ab_dc"));
    assert_eq!(graded, Graded { paper: paper("ab_dc"), correct: 3, blank: 1 });
}
#[test]
fn empty() {
    assert_eq!(Key::new("ab").grade(paper("")), Graded { paper: paper(""), correct: 0, blank: 0 });
}
