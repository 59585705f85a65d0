---
code: E0505
---
//! Writes a page of nested sections; a section is closed when its value goes away.

use std::cell::RefCell;
use std::rc::Rc;

pub type Page = Rc<RefCell<String>>;

#[derive(Debug)]
pub struct Section {
    title: String,
    page: Page,
}

impl Section {
    pub fn open(page: &Page, title: &str) -> Self {
        page.borrow_mut().push_str(&format!("<{title}>"));
        Section { title: title.to_string(), page: Rc::clone(page) }
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn write(&self, text: &str) {
        self.page.borrow_mut().push_str(text);
    }
}

impl Drop for Section {
    fn drop(&mut self) {
        self.page.borrow_mut().push_str(&format!("</{}>", self.title));
    }
}

/// Renders one section for each chapter. The link back to a chapter stands behind the
/// closed section, not in it.
pub fn render(chapters: &[(&str, &str)]) -> String {
    let page = Page::default();
    for (title, text) in chapters {
        let section = Section::open(&page, title);
        section.write(text);
        let target = section.title();
        drop(section);
        page.borrow_mut().push_str(&format!("[back to {target}]"));
    }
    page.take()
}
==== fixed
//! Writes a page of nested sections; a section is closed when its value goes away.

use std::cell::RefCell;
use std::rc::Rc;

pub type Page = Rc<RefCell<String>>;

#[derive(Debug)]
pub struct Section {
    title: String,
    page: Page,
}

impl Section {
    pub fn open(page: &Page, title: &str) -> Self {
        page.borrow_mut().push_str(&format!("<{title}>"));
        Section { title: title.to_string(), page: Rc::clone(page) }
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn write(&self, text: &str) {
        self.page.borrow_mut().push_str(text);
    }
}

impl Drop for Section {
    fn drop(&mut self) {
        self.page.borrow_mut().push_str(&format!("</{}>", self.title));
    }
}

/// Renders one section for each chapter. The link back to a chapter stands behind the
/// closed section, not in it.
pub fn render(chapters: &[(&str, &str)]) -> String {
    let page = Page::default();
    for (title, text) in chapters {
        let section = Section::open(&page, title);
        section.write(text);
        let target = section.title().to_string();
        drop(section);
        page.borrow_mut().push_str(&format!("[back to {target}]"));
    }
    page.take()
}
==== tests
#[test]
fn the_link_stands_behind_the_section() {
    assert_eq!(render(&[("intro", "hello")]), "<intro>hello</intro>[back to intro]");
}

#[test]
fn sections_follow_each_other() {
    assert_eq!(
        render(&[("a", "1"), ("b", "")]),
        "<a>1</a>[back to a]<b></b>[back to b]"
    );
    assert_eq!(render(&[]), "");
}
