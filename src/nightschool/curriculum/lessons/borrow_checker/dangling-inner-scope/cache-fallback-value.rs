---
code: E0597
---
use std::collections::HashMap;

/// Texts that were rendered before, by template name.
#[derive(Default)]
pub struct RenderCache {
    rendered: HashMap<String, String>,
}

impl RenderCache {
    pub fn store(&mut self, name: &str, text: &str) {
        self.rendered.insert(name.to_string(), text.to_string());
    }

    pub fn cached(&self, name: &str) -> Option<&str> {
        self.rendered.get(name).map(String::as_str)
    }
}

fn render(name: &str) -> String {
    format!("[{}]", name.to_lowercase())
}

/// Appends the page for each name to `out`, one a line; what the cache lacks is rendered afresh.
pub fn write_pages(cache: &RenderCache, names: &[&str], out: &mut String) {
    for name in names {
        let page: &str = match cache.cached(name) {
            Some(text) => text,
            None => {
                let fresh = render(name);
                &fresh
            }
        };
        out.push_str(page);
        out.push('\n');
    }
}
==== fixed
use std::collections::HashMap;

/// Texts that were rendered before, by template name.
#[derive(Default)]
pub struct RenderCache {
    rendered: HashMap<String, String>,
}

impl RenderCache {
    pub fn store(&mut self, name: &str, text: &str) {
        self.rendered.insert(name.to_string(), text.to_string());
    }

    pub fn cached(&self, name: &str) -> Option<&str> {
        self.rendered.get(name).map(String::as_str)
    }
}

fn render(name: &str) -> String {
    format!("[{}]", name.to_lowercase())
}

/// Appends the page for each name to `out`, one a line; what the cache lacks is rendered afresh.
pub fn write_pages(cache: &RenderCache, names: &[&str], out: &mut String) {
    for name in names {
        let fresh;
        let page: &str = match cache.cached(name) {
            Some(text) => text,
            None => {
                fresh = render(name);
                &fresh
            }
        };
        out.push_str(page);
        out.push('\n');
    }
}
==== tests
#[test]
fn cached_and_fresh_pages() {
    let mut cache = RenderCache::default();
    cache.store("Home", "<home>");
    let mut out = String::from("top\n");
    write_pages(&cache, &["About", "Home", "Jobs"], &mut out);
    assert_eq!(out, "top\n[about]\n<home>\n[jobs]\n");
}

#[test]
fn cached_text_is_taken_even_if_empty() {
    let mut cache = RenderCache::default();
    cache.store("Blank", "");
    let mut out = String::new();
    write_pages(&cache, &["Blank"], &mut out);
    assert_eq!(out, "\n");
}
