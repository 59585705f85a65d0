---
code: E0004
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LexError {
    Unterminated(usize),
    Illegal { at: usize, symbol: char },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Number(u64),
    Text(String),
}

/// The next token from `at` and the place after it; `None` at the end.
pub fn next_token(source: &[char], at: usize) -> Result<Option<(Token, usize)>, LexError> {
    let mut i = at;
    while i < source.len() && source[i] == ' ' {
        i += 1;
    }
    let Some(first) = source.get(i) else { return Ok(None) };
    match first {
        '"' => match source[i + 1..].iter().position(|c| *c == '"') {
            Some(n) => Ok(Some((Token::Text(source[i + 1..i + 1 + n].iter().collect()), i + n + 2))),
            None => Err(LexError::Unterminated(i)),
        },
        c if c.is_ascii_digit() => {
            let digits = source[i..].iter().take_while(|c| c.is_ascii_digit());
            let text: String = digits.collect();
            let end = i + text.len();
            Ok(Some((Token::Number(text.parse().unwrap_or(u64::MAX)), end)))
        }
        c => Err(LexError::Illegal { at: i, symbol: *c }),
    }
}

/// All tokens. Illegal symbols are skipped and counted; an unterminated text ends it with its error.
pub fn tokens(source: &str) -> Result<(Vec<Token>, usize), LexError> {
    let chars: Vec<char> = source.chars().collect();
    let (mut out, mut skipped, mut at) = (Vec::new(), 0, 0);
    loop {
        match next_token(&chars, at) {
            Ok(Some((token, end))) => {
                out.push(token);
                at = end;
            }
            Ok(None) => return Ok((out, skipped)),
            Err(LexError::Illegal { at: place, .. }) => {
                skipped += 1;
                at = place + 1;
            }
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LexError {
    Unterminated(usize),
    Illegal { at: usize, symbol: char },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Number(u64),
    Text(String),
}

/// The next token from `at` and the place after it; `None` at the end.
pub fn next_token(source: &[char], at: usize) -> Result<Option<(Token, usize)>, LexError> {
    let mut i = at;
    while i < source.len() && source[i] == ' ' {
        i += 1;
    }
    let Some(first) = source.get(i) else { return Ok(None) };
    match first {
        '"' => match source[i + 1..].iter().position(|c| *c == '"') {
            Some(n) => Ok(Some((Token::Text(source[i + 1..i + 1 + n].iter().collect()), i + n + 2))),
            None => Err(LexError::Unterminated(i)),
        },
        c if c.is_ascii_digit() => {
            let digits = source[i..].iter().take_while(|c| c.is_ascii_digit());
            let text: String = digits.collect();
            let end = i + text.len();
            Ok(Some((Token::Number(text.parse().unwrap_or(u64::MAX)), end)))
        }
        c => Err(LexError::Illegal { at: i, symbol: *c }),
    }
}

/// All tokens. Illegal symbols are skipped and counted; an unterminated text ends it with its error.
pub fn tokens(source: &str) -> Result<(Vec<Token>, usize), LexError> {
    let chars: Vec<char> = source.chars().collect();
    let (mut out, mut skipped, mut at) = (Vec::new(), 0, 0);
    loop {
        match next_token(&chars, at) {
            Ok(Some((token, end))) => {
                out.push(token);
                at = end;
            }
            Ok(None) => return Ok((out, skipped)),
            Err(LexError::Illegal { at: place, .. }) => {
                skipped += 1;
                at = place + 1;
            }
            Err(error @ LexError::Unterminated(_)) => return Err(error),
        }
    }
}
==== tests
#[test]
fn skips_illegal_symbols() {
    let (t, skipped) = tokens("12 ? \"a b\" !7").unwrap();
    assert_eq!(t, [Token::Number(12), Token::Text("a b".into()), Token::Number(7)]);
    assert_eq!(skipped, 2);
}

#[test]
fn unterminated_text_is_an_error() {
    assert_eq!(tokens("1 \"abc"), Err(LexError::Unterminated(2)));
    assert_eq!(tokens("\""), Err(LexError::Unterminated(0)));
    assert_eq!(tokens(""), Ok((vec![], 0)));
}
