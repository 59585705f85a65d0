---
code: E0053
---
//! Mail filters that several mailboxes share.

use std::cell::Cell;
use std::rc::Rc;

pub trait Filter {
    fn blocks(&self, text: &str) -> bool;
    /// How many mails the filter has blocked in all mailboxes.
    fn hits(&self) -> u32;
}

/// Blocks mails that shout.
#[derive(Default)]
pub struct Capitals {
    hits: Cell<u32>,
}

/// Blocks mails with one of its words.
pub struct Words {
    words: Vec<String>,
    hits: u32,
}

impl Words {
    pub fn new(words: &[&str]) -> Self {
        let words = words.iter().map(|word| word.to_lowercase()).collect();
        Words { words, hits: 0 }
    }
}

impl Filter for Capitals {
    fn blocks(&self, text: &str) -> bool {
        let shouts = text.len() > 3 && text == text.to_uppercase();
        self.hits.set(self.hits.get() + u32::from(shouts));
        shouts
    }

    fn hits(&self) -> u32 {
        self.hits.get()
    }
}

impl Filter for Words {
    fn blocks(&mut self, text: &str) -> bool {
        let text = text.to_lowercase();
        let blocked = self.words.iter().any(|word| text.contains(word.as_str()));
        self.hits += u32::from(blocked);
        blocked
    }

    fn hits(&self) -> u32 {
        self.hits
    }
}

pub struct Mailbox {
    filter: Rc<dyn Filter>,
    pub mails: Vec<String>,
}

impl Mailbox {
    pub fn new(filter: Rc<dyn Filter>) -> Self {
        Mailbox { filter, mails: Vec::new() }
    }

    pub fn receive(&mut self, text: &str) {
        if !self.filter.blocks(text) {
            self.mails.push(text.to_string());
        }
    }
}
==== fixed
//! Mail filters that several mailboxes share.

use std::cell::Cell;
use std::rc::Rc;

pub trait Filter {
    fn blocks(&self, text: &str) -> bool;
    /// How many mails the filter has blocked in all mailboxes.
    fn hits(&self) -> u32;
}

/// Blocks mails that shout.
#[derive(Default)]
pub struct Capitals {
    hits: Cell<u32>,
}

/// Blocks mails with one of its words.
pub struct Words {
    words: Vec<String>,
    hits: Cell<u32>,
}

impl Words {
    pub fn new(words: &[&str]) -> Self {
        let words = words.iter().map(|word| word.to_lowercase()).collect();
        Words { words, hits: Cell::new(0) }
    }
}

impl Filter for Capitals {
    fn blocks(&self, text: &str) -> bool {
        let shouts = text.len() > 3 && text == text.to_uppercase();
        self.hits.set(self.hits.get() + u32::from(shouts));
        shouts
    }

    fn hits(&self) -> u32 {
        self.hits.get()
    }
}

impl Filter for Words {
    fn blocks(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let blocked = self.words.iter().any(|word| text.contains(word.as_str()));
        self.hits.set(self.hits.get() + u32::from(blocked));
        blocked
    }

    fn hits(&self) -> u32 {
        self.hits.get()
    }
}

pub struct Mailbox {
    filter: Rc<dyn Filter>,
    pub mails: Vec<String>,
}

impl Mailbox {
    pub fn new(filter: Rc<dyn Filter>) -> Self {
        Mailbox { filter, mails: Vec::new() }
    }

    pub fn receive(&mut self, text: &str) {
        if !self.filter.blocks(text) {
            self.mails.push(text.to_string());
        }
    }
}
==== tests
#[test]
fn one_filter_counts_for_two_mailboxes() {
    let filter = Rc::new(Words::new(&["Prize", "loan"]));
    let mut ann = Mailbox::new(filter.clone());
    let mut bo = Mailbox::new(filter.clone());
    ann.receive("your PRIZE waits");
    ann.receive("lunch?");
    bo.receive("a loan, a prize");
    assert_eq!(ann.mails, ["lunch?"]);
    assert!(bo.mails.is_empty());
    assert_eq!(filter.hits(), 2);
}

#[test]
fn capitals_still_count() {
    let filter = Rc::new(Capitals::default());
    let mut box_ = Mailbox::new(filter.clone());
    box_.receive("BUY NOW");
    box_.receive("ok");
    assert_eq!((box_.mails.len(), filter.hits()), (1, 1));
}
