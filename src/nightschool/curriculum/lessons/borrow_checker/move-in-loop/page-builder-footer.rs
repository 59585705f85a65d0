---
code: E0382
---
/// Lays text out on pages of a fixed number of lines.
pub struct Pager {
    lines_per_page: usize,
    header: Option<String>,
}

#[derive(Debug, PartialEq)]
pub struct Page {
    pub number: usize,
    pub lines: Vec<String>,
}

impl Pager {
    pub fn new(lines_per_page: usize) -> Self {
        assert!(lines_per_page > 0);
        Pager { lines_per_page, header: None }
    }

    pub fn header(mut self, text: &str) -> Self {
        self.header = Some(text.to_string());
        self
    }

    /// The pages of a text; if there is a header, it is the first line of each page
    /// and does not count against the page's lines.
    pub fn paginate(self, text: &str) -> Vec<Page> {
        let all: Vec<&str> = text.lines().collect();
        let mut pages = Vec::new();
        for (at, chunk) in all.chunks(self.lines_per_page).enumerate() {
            let mut lines = Vec::with_capacity(chunk.len() + 1);
            if let Some(header) = self.header {
                lines.push(header);
            }
            lines.extend(chunk.iter().map(|line| line.to_string()));
            pages.push(Page { number: at + 1, lines });
        }
        pages
    }
}
==== fixed
/// Lays text out on pages of a fixed number of lines.
pub struct Pager {
    lines_per_page: usize,
    header: Option<String>,
}

#[derive(Debug, PartialEq)]
pub struct Page {
    pub number: usize,
    pub lines: Vec<String>,
}

impl Pager {
    pub fn new(lines_per_page: usize) -> Self {
        assert!(lines_per_page > 0);
        Pager { lines_per_page, header: None }
    }

    pub fn header(mut self, text: &str) -> Self {
        self.header = Some(text.to_string());
        self
    }

    /// The pages of a text; if there is a header, it is the first line of each page
    /// and does not count against the page's lines.
    pub fn paginate(self, text: &str) -> Vec<Page> {
        let all: Vec<&str> = text.lines().collect();
        let mut pages = Vec::new();
        for (at, chunk) in all.chunks(self.lines_per_page).enumerate() {
            let mut lines = Vec::with_capacity(chunk.len() + 1);
            if let Some(header) = &self.header {
                lines.push(header.clone());
            }
            lines.extend(chunk.iter().map(|line| line.to_string()));
            pages.push(Page { number: at + 1, lines });
        }
        pages
    }
}
==== tests
#[test]
fn header_on_each_page() {
    let pages = Pager::new(2).header("== h ==").paginate("a\nb\nc");
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].lines, vec!["== h ==", "a", "b"]);
    assert_eq!(pages[1], Page { number: 2, lines: vec!["== h ==".to_string(), "c".to_string()] });
}

#[test]
fn no_header() {
    let pages = Pager::new(1).paginate("a\nb");
    assert_eq!(pages[1].lines, vec!["b"]);
    assert!(Pager::new(3).header("h").paginate("").is_empty());
}
