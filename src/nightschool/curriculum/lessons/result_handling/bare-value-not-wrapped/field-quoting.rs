---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum QuoteError {
    Unclosed,
    TextAfterQuote(char),
}

/// Reads one CSV field. In a quoted field a doubled quote stands for one;
/// nothing may come after the closing quote.
pub fn field(source: &str) -> Result<String, QuoteError> {
    let Some(inner) = source.strip_prefix('"') else {
        return source.trim().to_string();
    };
    let mut value = String::new();
    let mut chars = inner.chars();
    loop {
        match chars.next() {
            None => return Err(QuoteError::Unclosed),
            Some('"') => match chars.next() {
                Some('"') => value.push('"'),
                Some(other) => return Err(QuoteError::TextAfterQuote(other)),
                None => break,
            },
            Some(c) => value.push(c),
        }
    }
    value
}

/// How many of the fields are well formed.
pub fn well_formed(fields: &[&str]) -> usize {
    fields.iter().filter(|source| field(source).is_ok()).count()
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum QuoteError {
    Unclosed,
    TextAfterQuote(char),
}

/// Reads one CSV field. In a quoted field a doubled quote stands for one;
/// nothing may come after the closing quote.
pub fn field(source: &str) -> Result<String, QuoteError> {
    let Some(inner) = source.strip_prefix('"') else {
        return Ok(source.trim().to_string());
    };
    let mut value = String::new();
    let mut chars = inner.chars();
    loop {
        match chars.next() {
            None => return Err(QuoteError::Unclosed),
            Some('"') => match chars.next() {
                Some('"') => value.push('"'),
                Some(other) => return Err(QuoteError::TextAfterQuote(other)),
                None => break,
            },
            Some(c) => value.push(c),
        }
    }
    Ok(value)
}

/// How many of the fields are well formed.
pub fn well_formed(fields: &[&str]) -> usize {
    fields.iter().filter(|source| field(source).is_ok()).count()
}
==== tests
#[test]
fn plain_and_quoted() {
    assert_eq!(field("  abc "), Ok("abc".to_string()));
    assert_eq!(field("\" a \"\"b\"\"\""), Ok(" a \"b\"".to_string()));
    assert_eq!(field("\"\""), Ok(String::new()));
}
#[test]
fn malformed() {
    assert_eq!(field("\"abc"), Err(QuoteError::Unclosed));
    assert_eq!(field("\"a\"b"), Err(QuoteError::TextAfterQuote('b')));
    assert_eq!(well_formed(&["a", "\"b", "\"c\"", "\"d\"e"]), 2);
}
