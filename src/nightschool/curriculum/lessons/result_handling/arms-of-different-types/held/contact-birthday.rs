---
code: E0308
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    Line { number: usize, reason: FieldError },
    NoHeader,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    Missing(&'static str),
    NotADay(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub birthday: u32,
}

fn contact(line: &str) -> Result<Contact, FieldError> {
    let (name, day) = line.split_once(',').ok_or(FieldError::Missing("birthday"))?;
    if name.trim().is_empty() {
        return Err(FieldError::Missing("name"));
    }
    match day.trim().parse() {
        Ok(birthday @ 1..=366) => Ok(Contact { name: name.trim().to_string(), birthday }),
        _ => Err(FieldError::NotADay(day.trim().to_string())),
    }
}

/// Reads contacts below a header line. Lines are numbered from 1, the header being line 1.
pub fn import(text: &str) -> Result<Vec<Contact>, ImportError> {
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, header)| header) != Some("name,birthday") {
        return Err(ImportError::NoHeader);
    }
    let mut contacts = Vec::new();
    for (index, line) in lines {
        match contact(line) {
            Ok(c) => contacts.push(c),
            Err(reason) => return Err(reason),
        }
    }
    Ok(contacts)
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    Line { number: usize, reason: FieldError },
    NoHeader,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    Missing(&'static str),
    NotADay(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub birthday: u32,
}

fn contact(line: &str) -> Result<Contact, FieldError> {
    let (name, day) = line.split_once(',').ok_or(FieldError::Missing("birthday"))?;
    if name.trim().is_empty() {
        return Err(FieldError::Missing("name"));
    }
    match day.trim().parse() {
        Ok(birthday @ 1..=366) => Ok(Contact { name: name.trim().to_string(), birthday }),
        _ => Err(FieldError::NotADay(day.trim().to_string())),
    }
}

/// Reads contacts below a header line. Lines are numbered from 1, the header being line 1.
pub fn import(text: &str) -> Result<Vec<Contact>, ImportError> {
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, header)| header) != Some("name,birthday") {
        return Err(ImportError::NoHeader);
    }
    let mut contacts = Vec::new();
    for (index, line) in lines {
        match contact(line) {
            Ok(c) => contacts.push(c),
            Err(reason) => return Err(ImportError::Line { number: index + 1, reason }),
        }
    }
    Ok(contacts)
}
==== tests
#[test]
fn imports_contacts() {
    let c = import("name,birthday\nAnn, 12\nBo,366").unwrap();
    assert_eq!(c.len(), 2);
    assert_eq!(c[1], Contact { name: "Bo".into(), birthday: 366 });
}

#[test]
fn reports_the_line() {
    assert_eq!(
        import("name,birthday\nAnn,12\nBo,400"),
        Err(ImportError::Line { number: 3, reason: FieldError::NotADay("400".into()) })
    );
    assert_eq!(
        import("name,birthday\n ,12"),
        Err(ImportError::Line { number: 2, reason: FieldError::Missing("name") })
    );
    assert_eq!(import("Ann,12"), Err(ImportError::NoHeader));
}
