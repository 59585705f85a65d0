---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub holder: String,
    pub year: u32,
}

/// The first four-digit year of a copyright line.
fn year_in(line: &str) -> Option<u32> {
    line.split(|c: char| !c.is_ascii_digit())
        .find(|part| part.len() == 4)?
        .parse()
        .ok()
}

/// Reads `Copyright 2019 Jane Roe`. Lines without a year are no notices.
pub fn notice(line: &str) -> Notice {
    let year = year_in(line)?;
    let holder = line
        .trim_start_matches("Copyright")
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .trim_end()
        .to_string();
    Notice { holder, year }
}

/// All notices at the top of a file, in order; other comment lines are
/// passed over.
pub fn notices(file: &str) -> Vec<Notice> {
    let mut found = Vec::new();
    for line in file.lines().take_while(|line| line.starts_with("//")) {
        let text = line.trim_start_matches('/').trim();
        if text.starts_with("Copyright") {
            found.push(notice(text));
        }
    }
    found
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub holder: String,
    pub year: u32,
}

/// The first four-digit year of a copyright line.
fn year_in(line: &str) -> Option<u32> {
    line.split(|c: char| !c.is_ascii_digit())
        .find(|part| part.len() == 4)?
        .parse()
        .ok()
}

/// Reads `Copyright 2019 Jane Roe`. Lines without a year are no notices.
pub fn notice(line: &str) -> Option<Notice> {
    let year = year_in(line)?;
    let holder = line
        .trim_start_matches("Copyright")
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .trim_end()
        .to_string();
    Some(Notice { holder, year })
}

/// All notices at the top of a file, in order; other comment lines are
/// passed over.
pub fn notices(file: &str) -> Vec<Notice> {
    let mut found = Vec::new();
    for line in file.lines().take_while(|line| line.starts_with("//")) {
        let text = line.trim_start_matches('/').trim();
        if text.starts_with("Copyright") {
            found.extend(notice(text));
        }
    }
    found
}
==== tests
    #[test]
    fn reads_notices() {
        let file = "// Copyright 2019 Jane Roe\n// see LICENSE\n// Copyright, 2021 Acme Ltd \nfn x() {}\n// Copyright 1999 No One";
        assert_eq!(
            notices(file),
            vec![
                Notice { holder: "Jane Roe".into(), year: 2019 },
                Notice { holder: "Acme Ltd".into(), year: 2021 },
            ]
        );
    }
    #[test]
    fn yearless_lines_are_passed_over() {
        let file = "// Copyright Jane Roe\n// Copyright 2020 Bob";
        let found = notices(file);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].holder, "Bob");
    }
