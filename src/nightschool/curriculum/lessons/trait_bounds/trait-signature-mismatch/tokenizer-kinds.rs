---
code: E0053
---
/// Splits a text into the words that an index stores.
pub trait Tokenizer {
    fn name(&self) -> String;
    fn tokens(&self, text: &str) -> Vec<String>;
    /// Tells whether a token is worth indexing.
    fn keeps(&self, token: &str) -> bool;
}

pub struct Lowercase {
    pub min_len: usize,
}

impl Tokenizer for Lowercase {
    fn name(&self) -> String {
        format!("lowercase/{}", self.min_len)
    }

    fn tokens(&self, text: String) -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|t| self.keeps(t))
            .map(|t| t.to_lowercase())
            .collect()
    }

    fn keeps(&self, token: &str) -> bool {
        token.chars().count() >= self.min_len
    }
}

pub fn count_tokens(tokenizer: &dyn Tokenizer, pages: &[String]) -> usize {
    pages.iter().map(|page| tokenizer.tokens(page).len()).sum()
}
==== fixed
/// Splits a text into the words that an index stores.
pub trait Tokenizer {
    fn name(&self) -> String;
    fn tokens(&self, text: &str) -> Vec<String>;
    /// Tells whether a token is worth indexing.
    fn keeps(&self, token: &str) -> bool;
}

pub struct Lowercase {
    pub min_len: usize,
}

impl Tokenizer for Lowercase {
    fn name(&self) -> String {
        format!("lowercase/{}", self.min_len)
    }

    fn tokens(&self, text: &str) -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|t| self.keeps(t))
            .map(|t| t.to_lowercase())
            .collect()
    }

    fn keeps(&self, token: &str) -> bool {
        token.chars().count() >= self.min_len
    }
}

pub fn count_tokens(tokenizer: &dyn Tokenizer, pages: &[String]) -> usize {
    pages.iter().map(|page| tokenizer.tokens(page).len()).sum()
}
==== tests
#[test]
fn short_tokens_are_left_out() {
    let t = Lowercase { min_len: 3 };
    assert_eq!(t.tokens("An Owl, a FOX; Ü"), ["owl", "fox"]);
    assert_eq!(t.name(), "lowercase/3");
}

#[test]
fn counts_over_pages() {
    let pages = vec!["one two".to_string(), "x three".to_string()];
    assert_eq!(count_tokens(&Lowercase { min_len: 2 }, &pages), 3);
    assert_eq!(pages.len(), 2);
}
