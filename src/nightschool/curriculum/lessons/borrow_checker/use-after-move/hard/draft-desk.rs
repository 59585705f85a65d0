---
code: E0382
---
//! Drafts of newspaper articles on the editor's desk.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Draft {
    pub slug: String,
    pub text: String,
    pub revisions: Vec<String>,
}

/// A copied draft begins a history of its own.
impl Clone for Draft {
    fn clone(&self) -> Self {
        Draft { slug: self.slug.clone(), text: self.text.clone(), revisions: Vec::new() }
    }
}

#[derive(Debug, Default)]
pub struct Desk {
    drafts: BTreeMap<String, Draft>,
    pub journal: Vec<String>,
}

impl Desk {
    /// Files a draft under its slug and tells how many revisions it has been through.
    pub fn file(&mut self, draft: Draft) -> usize {
        let slug = draft.slug.to_lowercase();
        self.journal.push(format!("filed {slug}"));
        self.drafts.insert(slug, draft);
        draft.revisions.len()
    }

    pub fn revise(&mut self, slug: &str, text: &str) -> Option<usize> {
        let draft = self.drafts.get_mut(slug)?;
        let old = std::mem::replace(&mut draft.text, text.to_string());
        draft.revisions.push(old);
        Some(draft.revisions.len())
    }

    pub fn draft(&self, slug: &str) -> Option<&Draft> {
        self.drafts.get(slug)
    }
}
==== fixed
//! Drafts of newspaper articles on the editor's desk.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub struct Draft {
    pub slug: String,
    pub text: String,
    pub revisions: Vec<String>,
}

/// A copied draft begins a history of its own.
impl Clone for Draft {
    fn clone(&self) -> Self {
        Draft { slug: self.slug.clone(), text: self.text.clone(), revisions: Vec::new() }
    }
}

#[derive(Debug, Default)]
pub struct Desk {
    drafts: BTreeMap<String, Draft>,
    pub journal: Vec<String>,
}

impl Desk {
    /// Files a draft under its slug and tells how many revisions it has been through.
    pub fn file(&mut self, draft: Draft) -> usize {
        let slug = draft.slug.to_lowercase();
        self.journal.push(format!("filed {slug}"));
        let revisions = draft.revisions.len();
        self.drafts.insert(slug, draft);
        revisions
    }

    pub fn revise(&mut self, slug: &str, text: &str) -> Option<usize> {
        let draft = self.drafts.get_mut(slug)?;
        let old = std::mem::replace(&mut draft.text, text.to_string());
        draft.revisions.push(old);
        Some(draft.revisions.len())
    }

    pub fn draft(&self, slug: &str) -> Option<&Draft> {
        self.drafts.get(slug)
    }
}
==== tests
fn draft(slug: &str, revisions: &[&str]) -> Draft {
    Draft {
        slug: slug.to_string(),
        text: "now".to_string(),
        revisions: revisions.iter().map(|text| text.to_string()).collect(),
    }
}

#[test]
fn filing_keeps_the_history() {
    let mut desk = Desk::default();
    assert_eq!(desk.file(draft("Bridge", &["first", "second"])), 2);
    assert_eq!(desk.draft("bridge").unwrap().revisions, ["first", "second"]);
    assert_eq!(desk.revise("bridge", "later"), Some(3));
    assert_eq!(desk.draft("bridge").unwrap().revisions, ["first", "second", "now"]);
    assert_eq!(desk.journal, ["filed bridge"]);
}

#[test]
fn a_fresh_draft_has_no_revisions() {
    let mut desk = Desk::default();
    assert_eq!(desk.file(draft("Zoo", &[])), 0);
    assert_eq!(desk.draft("zoo").unwrap().slug, "Zoo");
    assert_eq!(desk.revise("bridge", "x"), None);
}
