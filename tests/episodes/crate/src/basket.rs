//! What one customer buys.

use crate::goods::{Article, Kind};
use money::{Amount, Priced};
use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Basket {
    articles: Vec<Article>,
    notes: Vec<String>,
}

impl Basket {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, article: Article) -> &mut Self {
        self.articles.push(article);
        self
    }

    pub fn note(&mut self, text: &str) {
        self.notes.push(text.trim().to_string());
    }

    pub fn total(&self) -> Amount {
        self.articles.iter().map(|article| article.price()).sum()
    }

    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    pub fn dearest(&self) -> Option<&Article> {
        self.articles.iter().max_by_key(|article| article.price)
    }

    pub fn count_by_kind(&self) -> HashMap<Kind, usize> {
        let mut counts = HashMap::new();
        for article in &self.articles {
            *counts.entry(article.kind).or_insert(0) += 1;
        }
        counts
    }

    pub fn remove(&mut self, name: &str) -> Option<Article> {
        let place = self.articles.iter().position(|article| article.name == name)?;
        Some(self.articles.remove(place))
    }

    pub fn split_off(&mut self, kind: Kind) -> Vec<Article> {
        let (taken, left): (Vec<Article>, Vec<Article>) =
            self.articles.drain(..).partition(|article| article.kind == kind);
        self.articles = left;
        taken
    }

    pub fn longest_note<'a>(&'a self, other: &'a str) -> &'a str {
        let mut longest = other;
        for note in &self.notes {
            if note.len() > longest.len() {
                longest = note;
            }
        }
        longest
    }
}
