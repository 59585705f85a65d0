---
code: E0382
---
/// Turns pieces of text into lines of a quote, a list or a block of code.
pub struct Prefixer {
    pub width: usize,
}

impl Prefixer {
    /// A line with its prefix; blanks at the end are cut.
    fn line(&self, prefix: String, text: &str) -> String {
        let mut line = prefix;
        line.push_str(text);
        line.truncate(line.trim_end().len());
        line
    }

    /// A list item: the marker stands before the first line, the others are indented to the same column.
    pub fn item(&self, marker: &str, text: &str) -> Vec<String> {
        let first = format!("{marker} ");
        let rest = " ".repeat(first.chars().count().max(self.width));
        let mut lines = text.lines();
        let mut out = Vec::new();
        if let Some(line) = lines.next() {
            out.push(self.line(format!("{first:<w$}", w = self.width), line));
        }
        for line in lines {
            out.push(self.line(rest, line));
        }
        out
    }

    pub fn quote(&self, text: &str) -> Vec<String> {
        text.lines().map(|line| self.line("> ".to_string(), line)).collect()
    }
}
==== fixed
/// Turns pieces of text into lines of a quote, a list or a block of code.
pub struct Prefixer {
    pub width: usize,
}

impl Prefixer {
    /// A line with its prefix; blanks at the end are cut.
    fn line(&self, prefix: String, text: &str) -> String {
        let mut line = prefix;
        line.push_str(text);
        line.truncate(line.trim_end().len());
        line
    }

    /// A list item: the marker stands before the first line, the others are indented to the same column.
    pub fn item(&self, marker: &str, text: &str) -> Vec<String> {
        let first = format!("{marker} ");
        let rest = " ".repeat(first.chars().count().max(self.width));
        let mut lines = text.lines();
        let mut out = Vec::new();
        if let Some(line) = lines.next() {
            out.push(self.line(format!("{first:<w$}", w = self.width), line));
        }
        for line in lines {
            out.push(self.line(rest.clone(), line));
        }
        out
    }

    pub fn quote(&self, text: &str) -> Vec<String> {
        text.lines().map(|line| self.line("> ".to_string(), line)).collect()
    }
}
==== tests
#[test]
fn all_lines_are_indented() {
    let p = Prefixer { width: 4 };
    assert_eq!(p.item("-", "one\ntwo\n\nthree"), ["-   one", "    two", "", "    three"]);
}

#[test]
fn long_markers_widen() {
    let p = Prefixer { width: 2 };
    assert_eq!(p.item("10.", "a\nb\nc"), ["10. a", "    b", "    c"]);
    assert!(p.item("-", "").is_empty());
    assert_eq!(p.quote("x\n\ny"), ["> x", ">", "> y"]);
}
