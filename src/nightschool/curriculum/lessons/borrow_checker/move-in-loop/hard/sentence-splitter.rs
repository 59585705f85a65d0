---
code: E0382
---
//! Cuts a stream of tokens into sentences.

#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    pub words: Vec<String>,
    pub mark: char,
}

impl Sentence {
    pub fn is_question(&self) -> bool {
        self.mark == '?'
    }
}

fn closing_mark(token: &str) -> Option<char> {
    match token {
        "." | "!" | "?" => token.chars().next(),
        _ => None,
    }
}

/// Groups the tokens into sentences; words after the last mark form none.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut words = Vec::new();
    for token in text.split_whitespace() {
        match closing_mark(token) {
            Some(mark) => found.push(Sentence { words, mark }),
            None => words.push(token.to_string()),
        }
    }
    found
}

pub fn questions(text: &str) -> usize {
    sentences(text).iter().filter(|sentence| sentence.is_question()).count()
}
==== fixed
//! Cuts a stream of tokens into sentences.

#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    pub words: Vec<String>,
    pub mark: char,
}

impl Sentence {
    pub fn is_question(&self) -> bool {
        self.mark == '?'
    }
}

fn closing_mark(token: &str) -> Option<char> {
    match token {
        "." | "!" | "?" => token.chars().next(),
        _ => None,
    }
}

/// Groups the tokens into sentences; words after the last mark form none.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut words = Vec::new();
    for token in text.split_whitespace() {
        match closing_mark(token) {
            Some(mark) => found.push(Sentence { words: std::mem::take(&mut words), mark }),
            None => words.push(token.to_string()),
        }
    }
    found
}

pub fn questions(text: &str) -> usize {
    sentences(text).iter().filter(|sentence| sentence.is_question()).count()
}
==== tests
#[test]
fn every_sentence_has_its_own_words() {
    let found = sentences("who goes there ? me ! well then");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], Sentence { words: vec!["who".into(), "goes".into(), "there".into()], mark: '?' });
    assert_eq!(found[1], Sentence { words: vec!["me".into()], mark: '!' });
}

#[test]
fn counts_questions() {
    assert_eq!(questions("why ? because . really ?"), 2);
    assert_eq!(questions("no mark at all"), 0);
    assert!(sentences("").is_empty());
}
