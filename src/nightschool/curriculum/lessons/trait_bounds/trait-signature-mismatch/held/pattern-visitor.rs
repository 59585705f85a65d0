---
code: E0053
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Regex {
    Char(char),
    Seq(Vec<Regex>),
    Alt(Vec<Regex>),
    Star(Box<Regex>),
}

pub trait Visitor {
    type Output;

    fn char(&mut self, c: char) -> Self::Output;
    fn seq(&mut self, parts: Vec<Self::Output>) -> Self::Output;
    fn alt(&mut self, parts: Vec<Self::Output>) -> Self::Output;
    fn star(&mut self, inner: Self::Output) -> Self::Output;
}

pub fn walk<V: Visitor>(regex: &Regex, visitor: &mut V) -> V::Output {
    match regex {
        Regex::Char(c) => visitor.char(*c),
        Regex::Seq(parts) => {
            let parts = parts.iter().map(|p| walk(p, visitor)).collect();
            visitor.seq(parts)
        }
        Regex::Alt(parts) => {
            let parts = parts.iter().map(|p| walk(p, visitor)).collect();
            visitor.alt(parts)
        }
        Regex::Star(inner) => {
            let inner = walk(inner, visitor);
            visitor.star(inner)
        }
    }
}

/// The longest text that can match, `None` if there is no limit.
pub struct MaxLength;

impl Visitor for MaxLength {
    type Output = Option<usize>;

    fn char(&mut self, _c: char) -> Option<usize> {
        Some(1)
    }

    fn seq(&mut self, parts: Vec<Option<usize>>) -> Option<usize> {
        parts.into_iter().sum()
    }

    fn alt(&mut self, parts: Vec<usize>) -> Option<usize> {
        parts.into_iter().max()
    }

    fn star(&mut self, inner: Option<usize>) -> Option<usize> {
        if inner == Some(0) { Some(0) } else { None }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Regex {
    Char(char),
    Seq(Vec<Regex>),
    Alt(Vec<Regex>),
    Star(Box<Regex>),
}

pub trait Visitor {
    type Output;

    fn char(&mut self, c: char) -> Self::Output;
    fn seq(&mut self, parts: Vec<Self::Output>) -> Self::Output;
    fn alt(&mut self, parts: Vec<Self::Output>) -> Self::Output;
    fn star(&mut self, inner: Self::Output) -> Self::Output;
}

pub fn walk<V: Visitor>(regex: &Regex, visitor: &mut V) -> V::Output {
    match regex {
        Regex::Char(c) => visitor.char(*c),
        Regex::Seq(parts) => {
            let parts = parts.iter().map(|p| walk(p, visitor)).collect();
            visitor.seq(parts)
        }
        Regex::Alt(parts) => {
            let parts = parts.iter().map(|p| walk(p, visitor)).collect();
            visitor.alt(parts)
        }
        Regex::Star(inner) => {
            let inner = walk(inner, visitor);
            visitor.star(inner)
        }
    }
}

/// The longest text that can match, `None` if there is no limit.
pub struct MaxLength;

impl Visitor for MaxLength {
    type Output = Option<usize>;

    fn char(&mut self, _c: char) -> Option<usize> {
        Some(1)
    }

    fn seq(&mut self, parts: Vec<Option<usize>>) -> Option<usize> {
        parts.into_iter().sum()
    }

    fn alt(&mut self, parts: Vec<Option<usize>>) -> Option<usize> {
        parts.into_iter().try_fold(0, |longest, part| Some(longest.max(part?)))
    }

    fn star(&mut self, inner: Option<usize>) -> Option<usize> {
        if inner == Some(0) { Some(0) } else { None }
    }
}
==== tests
fn word(text: &str) -> Regex {
    Regex::Seq(text.chars().map(Regex::Char).collect())
}

#[test]
fn limited() {
    let r = Regex::Seq(vec![word("ab"), Regex::Alt(vec![word("x"), word("xyz"), word("")])]);
    assert_eq!(walk(&r, &mut MaxLength), Some(5));
    assert_eq!(walk(&Regex::Star(Box::new(word(""))), &mut MaxLength), Some(0));
}

#[test]
fn unlimited() {
    let star = Regex::Star(Box::new(word("a")));
    assert_eq!(walk(&star, &mut MaxLength), None);
    assert_eq!(walk(&Regex::Alt(vec![word("abc"), star.clone()]), &mut MaxLength), None);
    assert_eq!(walk(&Regex::Alt(vec![star.clone(), word("abc")]), &mut MaxLength), None);
    assert_eq!(walk(&Regex::Seq(vec![word("q"), star]), &mut MaxLength), None);
}
