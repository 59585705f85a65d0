---
code: E0382
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    pub author: String,
    pub text: String,
}

/// Comments wait here until somebody approves them; known authors need not wait.
#[derive(Debug, Default)]
pub struct Moderation {
    waiting: VecDeque<Comment>,
    published: Vec<Comment>,
    known: Vec<String>,
}

impl Moderation {
    pub fn submit(&mut self, comment: Comment) -> bool {
        let known = self.known.contains(&comment.author);
        if known {
            self.published.push(comment);
        } else {
            self.waiting.push_back(comment);
        }
        known
    }

    /// Publishes the comment that waits longest; its author is known from now on.
    pub fn approve_next(&mut self) -> Option<&Comment> {
        let comment = self.waiting.pop_front()?;
        self.published.push(comment);
        if !self.known.contains(&comment.author) {
            self.known.push(comment.author);
        }
        self.published.last()
    }

    pub fn published(&self) -> &[Comment] {
        &self.published
    }

    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    pub author: String,
    pub text: String,
}

/// Comments wait here until somebody approves them; known authors need not wait.
#[derive(Debug, Default)]
pub struct Moderation {
    waiting: VecDeque<Comment>,
    published: Vec<Comment>,
    known: Vec<String>,
}

impl Moderation {
    pub fn submit(&mut self, comment: Comment) -> bool {
        let known = self.known.contains(&comment.author);
        if known {
            self.published.push(comment);
        } else {
            self.waiting.push_back(comment);
        }
        known
    }

    /// Publishes the comment that waits longest; its author is known from now on.
    pub fn approve_next(&mut self) -> Option<&Comment> {
        let comment = self.waiting.pop_front()?;
        if !self.known.contains(&comment.author) {
            self.known.push(comment.author.clone());
        }
        self.published.push(comment);
        self.published.last()
    }

    pub fn published(&self) -> &[Comment] {
        &self.published
    }

    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }
}
==== tests
fn comment(author: &str, text: &str) -> Comment {
    Comment { author: author.into(), text: text.into() }
}

#[test]
fn approved_authors_are_known() {
    let mut m = Moderation::default();
    assert!(!m.submit(comment("ann", "1")));
    assert!(!m.submit(comment("bob", "2")));
    assert_eq!(m.approve_next(), Some(&comment("ann", "1")));
    assert!(m.submit(comment("ann", "3")));
    assert!(!m.submit(comment("bob", "4")));
    assert_eq!(m.published(), [comment("ann", "1"), comment("ann", "3")]);
    assert_eq!(m.waiting(), 2);
}

#[test]
fn nothing_waits() {
    let mut m = Moderation::default();
    assert_eq!(m.approve_next(), None);
    assert!(m.published().is_empty());
}
