---
code: E0277
---
#[derive(Debug, PartialEq, Eq)]
pub struct SizeError {
    pub line: usize,
    pub text: String,
}

/// Reads a size as a mail server writes it: `512`, `4k` or `2M`.
pub fn size(text: &str) -> Option<u64> {
    let (digits, factor) = match text.chars().last()? {
        'k' => (&text[..text.len() - 1], 1 << 10),
        'M' => (&text[..text.len() - 1], 1 << 20),
        _ => (text, 1),
    };
    digits.parse::<u64>().ok().map(|n| n * factor)
}

/// Reads a listing of `folder size` lines, in its order. One bad line spoils the listing.
pub fn sizes(listing: &str) -> Result<Vec<(String, u64)>, SizeError> {
    let rows: Vec<(String, u64)> = listing
        .lines()
        .enumerate()
        .map(|(i, line)| {
            let bad = || SizeError { line: i + 1, text: line.to_string() };
            let (name, number) = line.rsplit_once(' ').ok_or_else(bad)?;
            let bytes = size(number).ok_or_else(bad)?;
            Ok((name.trim().to_string(), bytes))
        })
        .collect();
    Ok(rows)
}

/// Names of the folders above `quota` bytes.
pub fn over_quota(rows: &[(String, u64)], quota: u64) -> Vec<&str> {
    rows.iter().filter(|(_, n)| *n > quota).map(|(name, _)| name.as_str()).collect()
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub struct SizeError {
    pub line: usize,
    pub text: String,
}

/// Reads a size as a mail server writes it: `512`, `4k` or `2M`.
pub fn size(text: &str) -> Option<u64> {
    let (digits, factor) = match text.chars().last()? {
        'k' => (&text[..text.len() - 1], 1 << 10),
        'M' => (&text[..text.len() - 1], 1 << 20),
        _ => (text, 1),
    };
    digits.parse::<u64>().ok().map(|n| n * factor)
}

/// Reads a listing of `folder size` lines, in its order. One bad line spoils the listing.
pub fn sizes(listing: &str) -> Result<Vec<(String, u64)>, SizeError> {
    let rows = listing
        .lines()
        .enumerate()
        .map(|(i, line)| {
            let bad = || SizeError { line: i + 1, text: line.to_string() };
            let (name, number) = line.rsplit_once(' ').ok_or_else(bad)?;
            let bytes = size(number).ok_or_else(bad)?;
            Ok((name.trim().to_string(), bytes))
        })
        .collect::<Result<Vec<_>, SizeError>>()?;
    Ok(rows)
}

/// Names of the folders above `quota` bytes.
pub fn over_quota(rows: &[(String, u64)], quota: u64) -> Vec<&str> {
    rows.iter().filter(|(_, n)| *n > quota).map(|(name, _)| name.as_str()).collect()
}
==== tests
#[test]
fn good_listing() {
    let rows = sizes("inbox 3k\nold mail 2M\ntrash 9").unwrap();
    assert_eq!(rows[1], ("old mail".to_string(), 2 << 20));
    assert_eq!(over_quota(&rows, 1000), ["inbox", "old mail"]);
}

#[test]
fn first_bad_line_is_named() {
    let e = sizes("inbox 3k\nspam xk\nnothing").unwrap_err();
    assert_eq!(e, SizeError { line: 2, text: "spam xk".into() });
    assert_eq!(sizes("inbox"), Err(SizeError { line: 1, text: "inbox".into() }));
    assert_eq!(sizes(""), Ok(vec![]));
}
