---
code: E0596
---
/// Breaks words into lines of at most `width` columns.
pub struct Wrapper {
    width: usize,
    current: String,
    lines: Vec<String>,
}

impl Wrapper {
    pub fn new(width: usize) -> Self {
        Wrapper {
            width,
            current: String::new(),
            lines: Vec::new(),
        }
    }

    fn word(&mut self, word: &str) {
        let extra = usize::from(!self.current.is_empty());
        if self.current.len() + extra + word.len() > self.width {
            self.flush();
        }
        if !self.current.is_empty() {
            self.current.push(' ');
        }
        self.current.push_str(word);
    }

    fn flush(&self) {
        if !self.current.is_empty() {
            self.lines.push(self.current.clone());
            self.current.clear();
        }
    }
}

pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let wrapper = Wrapper::new(width);
    for word in text.split_whitespace() {
        wrapper.word(word);
    }
    wrapper.flush();
    wrapper.lines
}
==== fixed
/// Breaks words into lines of at most `width` columns.
pub struct Wrapper {
    width: usize,
    current: String,
    lines: Vec<String>,
}

impl Wrapper {
    pub fn new(width: usize) -> Self {
        Wrapper {
            width,
            current: String::new(),
            lines: Vec::new(),
        }
    }

    fn word(&mut self, word: &str) {
        let extra = usize::from(!self.current.is_empty());
        if self.current.len() + extra + word.len() > self.width {
            self.flush();
        }
        if !self.current.is_empty() {
            self.current.push(' ');
        }
        self.current.push_str(word);
    }

    fn flush(&mut self) {
        if !self.current.is_empty() {
            self.lines.push(self.current.clone());
            self.current.clear();
        }
    }
}

pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut wrapper = Wrapper::new(width);
    for word in text.split_whitespace() {
        wrapper.word(word);
    }
    wrapper.flush();
    wrapper.lines
}
==== tests
    #[test]
    fn breaks_at_width() {
        assert_eq!(wrap("let the  long line go", 8), vec!["let the", "long", "line go"]);
    }
    #[test]
    fn long_word_stands_alone() {
        assert_eq!(wrap("a extraordinary b", 5), vec!["a", "extraordinary", "b"]);
        assert!(wrap("  ", 5).is_empty());
    }
