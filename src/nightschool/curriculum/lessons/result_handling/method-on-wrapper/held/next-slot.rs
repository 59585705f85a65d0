---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    text: String,
    answer: Option<String>,
}

impl Clue {
    fn plain_text(&self) -> &str {
        self.text.trim_end_matches('.')
    }

    fn known_answer(&self) -> Option<&str> {
        self.answer.as_deref()
    }
}

#[derive(Debug, Default)]
pub struct ClueSheet {
    across: BTreeMap<u32, Clue>,
}

impl ClueSheet {
    pub fn add(&mut self, number: u32, text: &str, answer: Option<&str>) {
        let clue = Clue { text: text.to_string(), answer: answer.map(str::to_string) };
        self.across.insert(number, clue);
    }

    fn clue(&self, number: u32) -> Option<&Clue> {
        self.across.get(&number)
    }

    /// The answer of a clue, `None` when the clue or its answer is not known.
    pub fn answer(&self, number: u32) -> Option<&str> {
        self.clue(number).known_answer()
    }

    /// The letters of the answer as a length hint, "?" while it is open.
    pub fn hint(&self, number: u32) -> String {
        match self.answer(number) {
            Some(answer) => format!("({})", answer.chars().count()),
            None => "(?)".to_string(),
        }
    }

    pub fn line(&self, number: u32) -> Option<String> {
        let text = self.clue(number).plain_text();
        Some(format!("{number}. {text} {}", self.hint(number)))
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    text: String,
    answer: Option<String>,
}

impl Clue {
    fn plain_text(&self) -> &str {
        self.text.trim_end_matches('.')
    }

    fn known_answer(&self) -> Option<&str> {
        self.answer.as_deref()
    }
}

#[derive(Debug, Default)]
pub struct ClueSheet {
    across: BTreeMap<u32, Clue>,
}

impl ClueSheet {
    pub fn add(&mut self, number: u32, text: &str, answer: Option<&str>) {
        let clue = Clue { text: text.to_string(), answer: answer.map(str::to_string) };
        self.across.insert(number, clue);
    }

    fn clue(&self, number: u32) -> Option<&Clue> {
        self.across.get(&number)
    }

    /// The answer of a clue, `None` when the clue or its answer is not known.
    pub fn answer(&self, number: u32) -> Option<&str> {
        self.clue(number)?.known_answer()
    }

    /// The letters of the answer as a length hint, "?" while it is open.
    pub fn hint(&self, number: u32) -> String {
        match self.answer(number) {
            Some(answer) => format!("({})", answer.chars().count()),
            None => "(?)".to_string(),
        }
    }

    pub fn line(&self, number: u32) -> Option<String> {
        let text = self.clue(number)?.plain_text();
        Some(format!("{number}. {text} {}", self.hint(number)))
    }
}
==== tests
fn sheet() -> ClueSheet {
    let mut s = ClueSheet::default();
    s.add(1, "A pet.", Some("cat"));
    s.add(4, "Large water", None);
    s
}

#[test]
fn lines_and_hints() {
    let s = sheet();
    assert_eq!(s.line(1).as_deref(), Some("1. A pet (3)"));
    assert_eq!(s.line(4).as_deref(), Some("4. Large water (?)"));
    assert_eq!(s.line(5), None);
}

#[test]
fn answers() {
    let s = sheet();
    assert_eq!(s.answer(1), Some("cat"));
    assert_eq!(s.answer(4), None);
    assert_eq!(s.answer(9), None);
    assert_eq!(s.hint(9), "(?)");
}
