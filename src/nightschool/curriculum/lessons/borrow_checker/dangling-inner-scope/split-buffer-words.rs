---
code: E0597
---
/// The longest and the shortest words of a text.
#[derive(Debug, PartialEq)]
pub struct Extremes<'a> {
    pub longest: Option<&'a str>,
    pub shortest: Option<&'a str>,
}

impl<'a> Extremes<'a> {
    fn none() -> Self {
        Extremes { longest: None, shortest: None }
    }

    /// The earlier of equally long words stays.
    fn offer(&mut self, word: &'a str) {
        if self.longest.map_or(true, |held| word.len() > held.len()) {
            self.longest = Some(word);
        }
        if self.shortest.map_or(true, |held| word.len() < held.len()) {
            self.shortest = Some(word);
        }
    }
}

/// A line `longest/shortest` for texts in which `separators` part the words; `-` if there are no words.
pub fn summary(text: &str, separators: &[char]) -> String {
    let mut extremes = Extremes::none();
    for part in text.split(separators) {
        let word = part.to_lowercase();
        if !word.is_empty() {
            extremes.offer(&word);
        }
    }
    match (extremes.longest, extremes.shortest) {
        (Some(longest), Some(shortest)) => format!("{longest}/{shortest}"),
        _ => "-".to_string(),
    }
}
==== fixed
/// The longest and the shortest words of a text.
#[derive(Debug, PartialEq)]
pub struct Extremes<'a> {
    pub longest: Option<&'a str>,
    pub shortest: Option<&'a str>,
}

impl<'a> Extremes<'a> {
    fn none() -> Self {
        Extremes { longest: None, shortest: None }
    }

    /// The earlier of equally long words stays.
    fn offer(&mut self, word: &'a str) {
        if self.longest.map_or(true, |held| word.len() > held.len()) {
            self.longest = Some(word);
        }
        if self.shortest.map_or(true, |held| word.len() < held.len()) {
            self.shortest = Some(word);
        }
    }
}

/// A line `longest/shortest` for texts in which `separators` part the words; `-` if there are no words.
pub fn summary(text: &str, separators: &[char]) -> String {
    let mut extremes = Extremes::none();
    let words: Vec<String> = text.split(separators).map(str::to_lowercase).collect();
    for word in &words {
        if !word.is_empty() {
            extremes.offer(word);
        }
    }
    match (extremes.longest, extremes.shortest) {
        (Some(longest), Some(shortest)) => format!("{longest}/{shortest}"),
        _ => "-".to_string(),
    }
}
==== tests
#[test]
fn summaries() {
    assert_eq!(summary("One THREE,four six", &[' ', ',']), "three/one");
    assert_eq!(summary("ab;CD", &[';']), "ab/ab");
    assert_eq!(summary("solo", &[' ']), "solo/solo");
}

#[test]
fn no_words() {
    assert_eq!(summary("", &[' ']), "-");
    assert_eq!(summary(" , ", &[' ', ',']), "-");
}
