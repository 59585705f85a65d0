---
code: E0277
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// The place of a bracket that has no partner.
    Unbalanced(usize),
    TooDeep { limit: usize },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub open: usize,
    pub close: usize,
    pub depth: usize,
}

const LIMIT: usize = 4;

/// The groups of a pattern in the order in which they close. A backslash guards the next sign.
pub fn groups(pattern: &str) -> Result<Vec<Group>, PatternError> {
    let mut open = Vec::new();
    let mut groups = Vec::new();
    let mut signs = pattern.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            '(' if open.len() == LIMIT => return Err(PatternError::TooDeep { limit: LIMIT }),
            '(' => open.push(at),
            ')' => {
                let start = open.pop()?;
                groups.push(Group { open: start, close: at, depth: open.len() });
            }
            _ => {}
        }
    }
    match open.pop() {
        Some(at) => Err(PatternError::Unbalanced(at)),
        None => Ok(groups),
    }
}

/// The text of the n-th group to open, counted from 1.
pub fn group_text(pattern: &str, number: usize) -> Result<Option<&str>, PatternError> {
    let mut all = groups(pattern)?;
    all.sort_by_key(|g| g.open);
    Ok(number.checked_sub(1).and_then(|i| all.get(i)).map(|g| &pattern[g.open + 1..g.close]))
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// The place of a bracket that has no partner.
    Unbalanced(usize),
    TooDeep { limit: usize },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub open: usize,
    pub close: usize,
    pub depth: usize,
}

const LIMIT: usize = 4;

/// The groups of a pattern in the order in which they close. A backslash guards the next sign.
pub fn groups(pattern: &str) -> Result<Vec<Group>, PatternError> {
    let mut open = Vec::new();
    let mut groups = Vec::new();
    let mut signs = pattern.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            '(' if open.len() == LIMIT => return Err(PatternError::TooDeep { limit: LIMIT }),
            '(' => open.push(at),
            ')' => {
                let start = open.pop().ok_or(PatternError::Unbalanced(at))?;
                groups.push(Group { open: start, close: at, depth: open.len() });
            }
            _ => {}
        }
    }
    match open.pop() {
        Some(at) => Err(PatternError::Unbalanced(at)),
        None => Ok(groups),
    }
}

/// The text of the n-th group to open, counted from 1.
pub fn group_text(pattern: &str, number: usize) -> Result<Option<&str>, PatternError> {
    let mut all = groups(pattern)?;
    all.sort_by_key(|g| g.open);
    Ok(number.checked_sub(1).and_then(|i| all.get(i)).map(|g| &pattern[g.open + 1..g.close]))
}
==== tests
#[test]
fn nested_groups() {
    assert_eq!(group_text("a(b(c)d)(e)", 1), Ok(Some("b(c)d")));
    assert_eq!(group_text("a(b(c)d)(e)", 3), Ok(Some("e")));
    assert_eq!(group_text("a(b)", 2), Ok(None));
    assert_eq!(groups(r"\(a\)"), Ok(vec![]));
}

#[test]
fn place_of_the_lone_bracket() {
    assert_eq!(groups("a)b"), Err(PatternError::Unbalanced(1)));
    assert_eq!(groups("(a))x)"), Err(PatternError::Unbalanced(3)));
    assert_eq!(groups("(a)(b"), Err(PatternError::Unbalanced(3)));
    assert_eq!(groups("((((("), Err(PatternError::TooDeep { limit: 4 }));
}
