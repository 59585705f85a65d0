---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

/// A page; its text is shared by all entries that point to it.
#[derive(Debug, Clone)]
pub struct Page {
    pub id: u32,
    pub text: Rc<str>,
}

impl Page {
    pub fn new(id: u32, text: &str) -> Self {
        Page { id, text: Rc::from(text) }
    }

    fn lines_with(&self, word: &str) -> Vec<usize> {
        let numbered = self.text.lines().enumerate();
        numbered.filter(|(_, l)| l.contains(word)).map(|(i, _)| i + 1).collect()
    }
}

/// Line numbers of a word by page, pages without it left out. Every page has a thread of its own.
pub fn concordance(pages: &[Page], word: &str) -> BTreeMap<u32, Vec<usize>> {
    let jobs: Vec<_> = pages
        .iter()
        .map(|page| {
            let (page, word) = (page.clone(), word.to_string());
            thread::spawn(move || (page.id, page.lines_with(&word)))
        })
        .collect();
    jobs.into_iter()
        .map(|job| job.join().expect("page thread failed"))
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

/// A page; its text is shared by all entries that point to it.
#[derive(Debug, Clone)]
pub struct Page {
    pub id: u32,
    pub text: Arc<str>,
}

impl Page {
    pub fn new(id: u32, text: &str) -> Self {
        Page { id, text: Arc::from(text) }
    }

    fn lines_with(&self, word: &str) -> Vec<usize> {
        let numbered = self.text.lines().enumerate();
        numbered.filter(|(_, l)| l.contains(word)).map(|(i, _)| i + 1).collect()
    }
}

/// Line numbers of a word by page, pages without it left out. Every page has a thread of its own.
pub fn concordance(pages: &[Page], word: &str) -> BTreeMap<u32, Vec<usize>> {
    let jobs: Vec<_> = pages
        .iter()
        .map(|page| {
            let (page, word) = (page.clone(), word.to_string());
            thread::spawn(move || (page.id, page.lines_with(&word)))
        })
        .collect();
    jobs.into_iter()
        .map(|job| job.join().expect("page thread failed"))
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}
==== tests
#[test]
fn pages_and_lines() {
    let pages = [Page::new(7, "owl\nfox\nowl owl"), Page::new(2, "hen"), Page::new(3, "\nowl")];
    let got: Vec<(u32, Vec<usize>)> = concordance(&pages, "owl").into_iter().collect();
    assert_eq!(got, [(3, vec![2]), (7, vec![1, 3])]);
}

#[test]
fn clones_share_their_text() {
    let page = Page::new(1, "shared");
    let copy = page.clone();
    assert!(std::ptr::eq(page.text.as_ptr(), copy.text.as_ptr()));
    assert!(concordance(&[page], "x").is_empty());
}
