---
code: E0384
---
//! Walks a table of page links breadth first.

use std::collections::{HashMap, HashSet, VecDeque};

#[derive(Default)]
pub struct Site {
    links: HashMap<String, Vec<String>>,
    redirects: HashMap<String, String>,
}

impl Site {
    pub fn link(&mut self, from: &str, to: &str) {
        self.links.entry(from.to_string()).or_default().push(to.to_string());
    }

    pub fn redirect(&mut self, from: &str, to: &str) {
        self.redirects.insert(from.to_string(), to.to_string());
    }

    /// Pages within `limit` clicks of `start`, in the order they are met.
    /// A page that redirects is replaced by its target at no extra click.
    pub fn reachable(&self, start: &str, limit: usize) -> Vec<String> {
        let mut queue = VecDeque::from([(start, 0)]);
        let mut seen = HashSet::new();
        let mut met = Vec::new();
        while let Some((page, clicks)) = queue.pop_front() {
            if let Some(target) = self.redirects.get(page) {
                page = target.as_str();
            }
            if !seen.insert(page) {
                continue;
            }
            met.push(page.to_string());
            if clicks < limit {
                for next in self.links.get(page).into_iter().flatten() {
                    queue.push_back((next.as_str(), clicks + 1));
                }
            }
        }
        met
    }
}
==== fixed
//! Walks a table of page links breadth first.

use std::collections::{HashMap, HashSet, VecDeque};

#[derive(Default)]
pub struct Site {
    links: HashMap<String, Vec<String>>,
    redirects: HashMap<String, String>,
}

impl Site {
    pub fn link(&mut self, from: &str, to: &str) {
        self.links.entry(from.to_string()).or_default().push(to.to_string());
    }

    pub fn redirect(&mut self, from: &str, to: &str) {
        self.redirects.insert(from.to_string(), to.to_string());
    }

    /// Pages within `limit` clicks of `start`, in the order they are met.
    /// A page that redirects is replaced by its target at no extra click.
    pub fn reachable(&self, start: &str, limit: usize) -> Vec<String> {
        let mut queue = VecDeque::from([(start, 0)]);
        let mut seen = HashSet::new();
        let mut met = Vec::new();
        while let Some((mut page, clicks)) = queue.pop_front() {
            if let Some(target) = self.redirects.get(page) {
                page = target.as_str();
            }
            if !seen.insert(page) {
                continue;
            }
            met.push(page.to_string());
            if clicks < limit {
                for next in self.links.get(page).into_iter().flatten() {
                    queue.push_back((next.as_str(), clicks + 1));
                }
            }
        }
        met
    }
}
==== tests
fn site() -> Site {
    let mut site = Site::default();
    site.link("home", "news");
    site.link("home", "shop");
    site.link("news-2", "archive");
    site.redirect("news", "news-2");
    site
}

#[test]
fn follows_redirects_for_free() {
    assert_eq!(site().reachable("home", 1), ["home", "news-2", "shop"]);
    assert_eq!(site().reachable("home", 2), ["home", "news-2", "shop", "archive"]);
}

#[test]
fn a_redirected_start() {
    assert_eq!(site().reachable("news", 0), ["news-2"]);
    assert_eq!(site().reachable("shop", 5), ["shop"]);
}
