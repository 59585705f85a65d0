---
code: E0596
---
/// A catalogue text of one record per line, read step by step.
pub struct Records<'a> {
    lines: std::str::Lines<'a>,
    pub seen: usize,
}

#[derive(Debug, PartialEq)]
pub struct Title {
    pub author: String,
    pub name: String,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str) -> Self {
        Records { lines: text.lines(), seen: 0 }
    }

    fn next_line(&mut self) -> Option<&'a str> {
        for line in self.lines.by_ref() {
            self.seen += 1;
            if !line.trim().is_empty() && !line.starts_with('#') {
                return Some(line);
            }
        }
        None
    }
}

fn read_title(records: &Records<'_>) -> Option<Title> {
    let line = records.next_line()?;
    let (author, name) = line.split_once(':').unwrap_or(("anonymous", line));
    Some(Title {
        author: author.trim().to_string(),
        name: name.trim().to_string(),
    })
}

/// All titles and the number of lines looked at.
pub fn read_catalogue(text: &str) -> (Vec<Title>, usize) {
    let records = Records::new(text);
    let mut titles = Vec::new();
    while let Some(title) = read_title(&records) {
        titles.push(title);
    }
    (titles, records.seen)
}
==== fixed
/// A catalogue text of one record per line, read step by step.
pub struct Records<'a> {
    lines: std::str::Lines<'a>,
    pub seen: usize,
}

#[derive(Debug, PartialEq)]
pub struct Title {
    pub author: String,
    pub name: String,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str) -> Self {
        Records { lines: text.lines(), seen: 0 }
    }

    fn next_line(&mut self) -> Option<&'a str> {
        for line in self.lines.by_ref() {
            self.seen += 1;
            if !line.trim().is_empty() && !line.starts_with('#') {
                return Some(line);
            }
        }
        None
    }
}

fn read_title(records: &mut Records<'_>) -> Option<Title> {
    let line = records.next_line()?;
    let (author, name) = line.split_once(':').unwrap_or(("anonymous", line));
    Some(Title {
        author: author.trim().to_string(),
        name: name.trim().to_string(),
    })
}

/// All titles and the number of lines looked at.
pub fn read_catalogue(text: &str) -> (Vec<Title>, usize) {
    let mut records = Records::new(text);
    let mut titles = Vec::new();
    while let Some(title) = read_title(&mut records) {
        titles.push(title);
    }
    (titles, records.seen)
}
==== tests
#[test]
fn reads_all_titles() {
    let (t, seen) = read_catalogue("# list\nMann: Budden\n\nBeowulf\n");
    assert_eq!(seen, 4);
    assert_eq!(t.len(), 2);
    assert_eq!(t[0], Title { author: "Mann".into(), name: "Budden".into() });
    assert_eq!(t[1], Title { author: "anonymous".into(), name: "Beowulf".into() });
}

#[test]
fn nothing_but_comments() {
    assert_eq!(read_catalogue("#a\n#b"), (vec![], 2));
    assert_eq!(read_catalogue(""), (vec![], 0));
}
