---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Comment {
    pub id: u32,
    pub parent: Option<u32>,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Thread {
    comments: HashMap<u32, Comment>,
}

impl Thread {
    pub fn post(&mut self, id: u32, parent: Option<u32>, text: &str) {
        self.comments.insert(id, Comment { id, parent, text: text.to_string() });
    }

    /// How deep a comment is nested; those without a parent have depth 0.
    /// `None` where the comment or one of those above it was deleted.
    pub fn depth(&self, id: u32) -> Option<usize> {
        let comment = self.comments.get(&id)?;
        match comment.parent {
            Some(parent) => {
                let above: usize = self.depth(parent);
                Some(above + 1)
            }
            None => Some(0),
        }
    }

    pub fn delete(&mut self, id: u32) -> bool {
        self.comments.remove(&id).is_some()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Comment {
    pub id: u32,
    pub parent: Option<u32>,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Thread {
    comments: HashMap<u32, Comment>,
}

impl Thread {
    pub fn post(&mut self, id: u32, parent: Option<u32>, text: &str) {
        self.comments.insert(id, Comment { id, parent, text: text.to_string() });
    }

    /// How deep a comment is nested; those without a parent have depth 0.
    /// `None` where the comment or one of those above it was deleted.
    pub fn depth(&self, id: u32) -> Option<usize> {
        let comment = self.comments.get(&id)?;
        match comment.parent {
            Some(parent) => {
                let above: usize = self.depth(parent)?;
                Some(above + 1)
            }
            None => Some(0),
        }
    }

    pub fn delete(&mut self, id: u32) -> bool {
        self.comments.remove(&id).is_some()
    }
}
==== tests
#[test]
fn depth_counts_parents() {
    let mut t = Thread::default();
    t.post(1, None, "first");
    t.post(2, Some(1), "re");
    t.post(3, Some(2), "re re");
    assert_eq!(t.depth(1), Some(0));
    assert_eq!(t.depth(3), Some(2));
}

#[test]
fn deleted_ancestors_hide_the_depth() {
    let mut t = Thread::default();
    t.post(1, None, "first");
    t.post(2, Some(1), "re");
    t.post(3, Some(2), "re re");
    assert!(t.delete(1));
    assert_eq!(t.depth(3), None);
    assert_eq!(t.depth(9), None);
}
