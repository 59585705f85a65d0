use std::iter::Peekable;
use std::str::Chars;

pub struct Runs<'a> {
    chars: Peekable<Chars<'a>>,
}

/// Splits the text into runs of equal characters with their lengths.
pub fn runs(text: &str) -> Runs<'_> {
    Runs { chars: text.chars().peekable() }
}

impl<'a> Iterator for Runs<'a> {
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.chars.next()?;
        let mut length = 1;
        while self.chars.next_if_eq(&first).is_some() {
            length += 1;
        }
        Some((first, length))
    }
}

pub fn encode(text: &str) -> String {
    runs(text).map(|(c, n)| if n == 1 { c.to_string() } else { format!("{n}{c}") }).collect()
}
