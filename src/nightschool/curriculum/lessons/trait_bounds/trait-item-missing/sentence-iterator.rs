---
code: E0046
---
/// Yields the sentences of a text with their end marks, without the blanks between them.
pub struct Sentences<'t> {
    rest: &'t str,
}

impl<'t> Sentences<'t> {
    pub fn of(text: &'t str) -> Self {
        Sentences { rest: text.trim() }
    }

    fn is_end(ch: char) -> bool {
        matches!(ch, '.' | '!' | '?')
    }
}

impl<'t> Iterator for Sentences<'t> {
    fn next(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = match self.rest.find(Self::is_end) {
            Some(mark) => {
                let tail = &self.rest[mark..];
                mark + (tail.len() - tail.trim_start_matches(Self::is_end).len())
            }
            None => self.rest.len(),
        };
        let (sentence, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        Some(sentence)
    }
}

/// Mean number of words in a sentence; 0 for an empty text.
pub fn mean_words(text: &str) -> f64 {
    let lengths: Vec<usize> = Sentences::of(text).map(|s| s.split_whitespace().count()).collect();
    if lengths.is_empty() {
        return 0.0;
    }
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}
==== fixed
/// Yields the sentences of a text with their end marks, without the blanks between them.
pub struct Sentences<'t> {
    rest: &'t str,
}

impl<'t> Sentences<'t> {
    pub fn of(text: &'t str) -> Self {
        Sentences { rest: text.trim() }
    }

    fn is_end(ch: char) -> bool {
        matches!(ch, '.' | '!' | '?')
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = match self.rest.find(Self::is_end) {
            Some(mark) => {
                let tail = &self.rest[mark..];
                mark + (tail.len() - tail.trim_start_matches(Self::is_end).len())
            }
            None => self.rest.len(),
        };
        let (sentence, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        Some(sentence)
    }
}

/// Mean number of words in a sentence; 0 for an empty text.
pub fn mean_words(text: &str) -> f64 {
    let lengths: Vec<usize> = Sentences::of(text).map(|s| s.split_whitespace().count()).collect();
    if lengths.is_empty() {
        return 0.0;
    }
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}
==== tests
#[test]
fn sentences_keep_their_marks() {
    let all: Vec<&str> = Sentences::of(" Who?!  I. And you ").collect();
    assert_eq!(all, ["Who?!", "I.", "And you"]);
}

#[test]
fn mean_of_words() {
    assert_eq!(mean_words("One two. One two three four!"), 3.0);
    assert_eq!(mean_words("  "), 0.0);
}
