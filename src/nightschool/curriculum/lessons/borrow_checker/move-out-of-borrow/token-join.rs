---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Quoted(String),
    Pipe,
}

#[derive(Debug, PartialEq)]
pub struct Stage {
    pub program: String,
    pub arguments: Vec<String>,
}

fn text(token: &Token) -> Option<String> {
    match *token {
        Token::Word(word) => Some(word),
        Token::Quoted(inner) => Some(inner),
        Token::Pipe => None,
    }
}

/// Splits a command line at its pipes. Stages without a program are left out.
pub fn stages(line: &[Token]) -> Vec<Stage> {
    line.split(|token| *token == Token::Pipe)
        .filter_map(|part| {
            let mut words = part.iter().filter_map(text);
            let program = words.next()?;
            Some(Stage { program, arguments: words.collect() })
        })
        .collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Quoted(String),
    Pipe,
}

#[derive(Debug, PartialEq)]
pub struct Stage {
    pub program: String,
    pub arguments: Vec<String>,
}

fn text(token: &Token) -> Option<String> {
    match token {
        Token::Word(word) => Some(word.clone()),
        Token::Quoted(inner) => Some(inner.clone()),
        Token::Pipe => None,
    }
}

/// Splits a command line at its pipes. Stages without a program are left out.
pub fn stages(line: &[Token]) -> Vec<Stage> {
    line.split(|token| *token == Token::Pipe)
        .filter_map(|part| {
            let mut words = part.iter().filter_map(text);
            let program = words.next()?;
            Some(Stage { program, arguments: words.collect() })
        })
        .collect()
}
==== tests
#[test]
fn two_stages() {
    let line = vec![
        Token::Word("grep".into()),
        Token::Quoted("a b".into()),
        Token::Pipe,
        Token::Word("wc".into()),
    ];
    let expected = vec![
        Stage { program: "grep".into(), arguments: vec!["a b".into()] },
        Stage { program: "wc".into(), arguments: vec![] },
    ];
    assert_eq!(stages(&line), expected);
    assert_eq!(line.len(), 4);
}
#[test]
fn empty_stages_are_dropped() {
    assert!(stages(&[Token::Pipe, Token::Pipe]).is_empty());
    assert_eq!(stages(&[Token::Pipe, Token::Quoted("x y".into())])[0].program, "x y");
}
