---
code: E0599
---
/// A text with an optional selection, both ends counted in characters.
#[derive(Debug, Default)]
pub struct Document {
    text: String,
    selection: Option<(usize, usize)>,
}

impl Document {
    pub fn new(text: &str) -> Self {
        Document { text: text.to_string(), selection: None }
    }

    pub fn select(&mut self, from: usize, to: usize) {
        self.selection = Some((from.min(to), from.max(to)));
    }

    pub fn selected(&self) -> Option<String> {
        let (from, to) = self.selection?;
        Some(self.text.chars().skip(from).take(to - from).collect())
    }

    /// Number of words in the selection; nothing where nothing is selected.
    pub fn selected_words(&self) -> Option<usize> {
        Some(self.selected().split_whitespace().count())
    }

    /// What the status bar shows.
    pub fn status(&self) -> String {
        match self.selected_words() {
            Some(1) => "1 word selected".to_string(),
            Some(n) => format!("{n} words selected"),
            None => format!("{} words", self.text.split_whitespace().count()),
        }
    }
}
==== fixed
/// A text with an optional selection, both ends counted in characters.
#[derive(Debug, Default)]
pub struct Document {
    text: String,
    selection: Option<(usize, usize)>,
}

impl Document {
    pub fn new(text: &str) -> Self {
        Document { text: text.to_string(), selection: None }
    }

    pub fn select(&mut self, from: usize, to: usize) {
        self.selection = Some((from.min(to), from.max(to)));
    }

    pub fn selected(&self) -> Option<String> {
        let (from, to) = self.selection?;
        Some(self.text.chars().skip(from).take(to - from).collect())
    }

    /// Number of words in the selection; nothing where nothing is selected.
    pub fn selected_words(&self) -> Option<usize> {
        self.selected().map(|text| text.split_whitespace().count())
    }

    /// What the status bar shows.
    pub fn status(&self) -> String {
        match self.selected_words() {
            Some(1) => "1 word selected".to_string(),
            Some(n) => format!("{n} words selected"),
            None => format!("{} words", self.text.split_whitespace().count()),
        }
    }
}
==== tests
#[test]
fn without_selection_the_whole_text_counts() {
    let d = Document::new("one two three");
    assert_eq!(d.selected_words(), None);
    assert_eq!(d.status(), "3 words");
}

#[test]
fn selection_is_counted() {
    let mut d = Document::new("één two three");
    d.select(7, 0);
    assert_eq!(d.status(), "2 words selected");
    d.select(4, 7);
    assert_eq!(d.status(), "1 word selected");
    d.select(3, 3);
    assert_eq!(d.selected_words(), Some(0));
}
