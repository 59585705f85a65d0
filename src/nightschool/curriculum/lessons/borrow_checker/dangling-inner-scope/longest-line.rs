---
code: E0597
---
/// A page of text as the editor loaded it, with tabs still in.
pub struct Page {
    raw: Vec<String>,
    tab_width: usize,
}

impl Page {
    pub fn new(text: &str, tab_width: usize) -> Self {
        Page { raw: text.lines().map(str::to_owned).collect(), tab_width }
    }

    fn expand(&self, line: &str) -> String {
        let mut out = String::new();
        for ch in line.chars() {
            if ch == '\t' {
                let fill = self.tab_width - out.chars().count() % self.tab_width;
                out.extend(std::iter::repeat(' ').take(fill));
            } else {
                out.push(ch);
            }
        }
        out
    }

    /// The widest line once tabs are expanded, without the blanks around it.
    /// Of equally wide lines the first one counts.
    pub fn widest(&self) -> Option<String> {
        let mut best: Option<(usize, &str)> = None;
        for line in &self.raw {
            let shown = self.expand(line);
            let width = shown.chars().count();
            if best.map_or(true, |(w, _)| width > w) {
                best = Some((width, shown.trim()));
            }
        }
        best.map(|(_, text)| text.to_string())
    }
}
==== fixed
/// A page of text as the editor loaded it, with tabs still in.
pub struct Page {
    raw: Vec<String>,
    tab_width: usize,
}

impl Page {
    pub fn new(text: &str, tab_width: usize) -> Self {
        Page { raw: text.lines().map(str::to_owned).collect(), tab_width }
    }

    fn expand(&self, line: &str) -> String {
        let mut out = String::new();
        for ch in line.chars() {
            if ch == '\t' {
                let fill = self.tab_width - out.chars().count() % self.tab_width;
                out.extend(std::iter::repeat(' ').take(fill));
            } else {
                out.push(ch);
            }
        }
        out
    }

    /// The widest line once tabs are expanded, without the blanks around it.
    /// Of equally wide lines the first one counts.
    pub fn widest(&self) -> Option<String> {
        let mut best: Option<(usize, String)> = None;
        for line in &self.raw {
            let shown = self.expand(line);
            let width = shown.chars().count();
            if best.as_ref().map_or(true, |(w, _)| width > *w) {
                best = Some((width, shown.trim().to_string()));
            }
        }
        best.map(|(_, text)| text)
    }
}
==== tests
#[test]
fn tabs_count_at_their_width() {
    let page = Page::new("abcdef\n\tab\nxy", 8);
    assert_eq!(page.widest().as_deref(), Some("ab"));
    let page = Page::new("abcdef\n\tab\nxy", 2);
    assert_eq!(page.widest().as_deref(), Some("abcdef"));
}

#[test]
fn first_of_equals_and_inner_tabs() {
    let page = Page::new("one\ntwo", 4);
    assert_eq!(page.widest().as_deref(), Some("one"));
    assert_eq!(Page::new("a\tb", 4).widest().as_deref(), Some("a   b"));
    assert_eq!(Page::new("", 4).widest(), None);
}
