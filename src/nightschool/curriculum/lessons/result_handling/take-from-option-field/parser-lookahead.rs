---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Ident(String),
    Number(i64),
    Equals,
}

pub struct TokenStream<'s> {
    words: std::str::SplitWhitespace<'s>,
    lookahead: Option<Token>,
}

impl<'s> TokenStream<'s> {
    pub fn new(source: &'s str) -> Self {
        TokenStream {
            words: source.split_whitespace(),
            lookahead: None,
        }
    }

    fn scan(&mut self) -> Option<Token> {
        let word = self.words.next()?;
        Some(match word.parse() {
            Ok(number) => Token::Number(number),
            Err(_) if word == "=" => Token::Equals,
            Err(_) => Token::Ident(word.to_string()),
        })
    }

    /// Looks at the coming token without consuming it.
    pub fn peek(&mut self) -> Option<&Token> {
        if self.lookahead.is_none() {
            self.lookahead = self.scan();
        }
        self.lookahead.as_ref()
    }

    /// Consumes and returns the coming token, a peeked one first.
    pub fn advance(&mut self) -> Option<Token> {
        if self.lookahead.is_some() {
            return Some(self.lookahead.unwrap());
        }
        self.scan()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Ident(String),
    Number(i64),
    Equals,
}

pub struct TokenStream<'s> {
    words: std::str::SplitWhitespace<'s>,
    lookahead: Option<Token>,
}

impl<'s> TokenStream<'s> {
    pub fn new(source: &'s str) -> Self {
        TokenStream {
            words: source.split_whitespace(),
            lookahead: None,
        }
    }

    fn scan(&mut self) -> Option<Token> {
        let word = self.words.next()?;
        Some(match word.parse() {
            Ok(number) => Token::Number(number),
            Err(_) if word == "=" => Token::Equals,
            Err(_) => Token::Ident(word.to_string()),
        })
    }

    /// Looks at the coming token without consuming it.
    pub fn peek(&mut self) -> Option<&Token> {
        if self.lookahead.is_none() {
            self.lookahead = self.scan();
        }
        self.lookahead.as_ref()
    }

    /// Consumes and returns the coming token, a peeked one first.
    pub fn advance(&mut self) -> Option<Token> {
        if self.lookahead.is_some() {
            return Some(self.lookahead.take().unwrap());
        }
        self.scan()
    }
}
==== tests
#[test]
fn peeked_token_comes_once() {
    let mut s = TokenStream::new("width = 40");
    assert_eq!(s.peek(), Some(&Token::Ident("width".to_string())));
    assert_eq!(s.peek(), Some(&Token::Ident("width".to_string())));
    assert_eq!(s.advance(), Some(Token::Ident("width".to_string())));
    assert_eq!(s.advance(), Some(Token::Equals));
    assert_eq!(s.peek(), Some(&Token::Number(40)));
    assert_eq!(s.advance(), Some(Token::Number(40)));
    assert_eq!(s.advance(), None);
}
#[test]
fn without_peeking() {
    let mut s = TokenStream::new("a b");
    assert_eq!(s.advance(), Some(Token::Ident("a".to_string())));
    assert_eq!(s.advance(), Some(Token::Ident("b".to_string())));
    assert_eq!(s.peek(), None);
}
