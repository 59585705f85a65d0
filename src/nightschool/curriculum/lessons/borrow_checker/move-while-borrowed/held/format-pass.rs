---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub path: String,
    pub lines: Vec<String>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Source {
            path: path.to_string(),
            lines: text.lines().map(str::to_string).collect(),
        }
    }

    fn longest(&self) -> Option<&String> {
        self.lines.iter().max_by_key(|line| line.len())
    }
}

/// Removes trailing white space and empty lines at the end.
pub fn tidy(mut source: Source) -> Source {
    for line in &mut source.lines {
        let kept = line.trim_end().len();
        line.truncate(kept);
    }
    while source.lines.last().map_or(false, |line| line.is_empty()) {
        source.lines.pop();
    }
    source
}

/// Tidies a file. The width of its longest line before and after is part of
/// the report line.
pub fn tidy_with_report(source: Source) -> (Source, String) {
    let before = source.longest();
    let tidied = tidy(source);
    let after = tidied.longest().map_or(0, |line| line.len());
    let report = format!("{}: {} -> {after}", tidied.path, before.map_or(0, |line| line.len()));
    (tidied, report)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub path: String,
    pub lines: Vec<String>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Source {
            path: path.to_string(),
            lines: text.lines().map(str::to_string).collect(),
        }
    }

    fn longest(&self) -> Option<&String> {
        self.lines.iter().max_by_key(|line| line.len())
    }
}

/// Removes trailing white space and empty lines at the end.
pub fn tidy(mut source: Source) -> Source {
    for line in &mut source.lines {
        let kept = line.trim_end().len();
        line.truncate(kept);
    }
    while source.lines.last().map_or(false, |line| line.is_empty()) {
        source.lines.pop();
    }
    source
}

/// Tidies a file. The width of its longest line before and after is part of
/// the report line.
pub fn tidy_with_report(source: Source) -> (Source, String) {
    let before = source.longest().map_or(0, |line| line.len());
    let tidied = tidy(source);
    let after = tidied.longest().map_or(0, |line| line.len());
    let report = format!("{}: {before} -> {after}", tidied.path);
    (tidied, report)
}
==== tests
    #[test]
    fn widths_before_and_after() {
        let (s, report) = tidy_with_report(Source::new("a.rs", "fn a() {   \n    b();\n}\n\n  "));
        assert_eq!(report, "a.rs: 11 -> 8");
        assert_eq!(s.lines, vec!["fn a() {", "    b();", "}"]);
    }
    #[test]
    fn empty_file() {
        let (s, report) = tidy_with_report(Source::new("e.rs", ""));
        assert_eq!(report, "e.rs: 0 -> 0");
        assert!(s.lines.is_empty());
    }
