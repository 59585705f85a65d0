---
code: E0277
---
//! Lending books to members of a library.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum LoanError {
    UnknownMember,
    UnknownBook,
    AlreadyLent { to: u32 },
}

#[derive(Debug, Default)]
pub struct Library {
    /// Books by their signature, with the member who has them.
    pub books: BTreeMap<String, Option<u32>>,
    /// How many books each member has taken home.
    pub members: BTreeMap<u32, usize>,
}

impl Library {
    pub fn lend(&mut self, signature: &str, member: u32) -> Result<usize, LoanError> {
        if !self.members.contains_key(&member) {
            return Err(LoanError::UnknownMember);
        }
        let holder = self.books.get_mut(signature)?;
        if let Some(to) = *holder {
            return Err(LoanError::AlreadyLent { to });
        }
        *holder = Some(member);
        let taken = self.members.entry(member).or_insert(0);
        *taken += 1;
        Ok(*taken)
    }

    pub fn give_back(&mut self, signature: &str) -> Option<u32> {
        let member = self.books.get_mut(signature)?.take()?;
        *self.members.get_mut(&member)? -= 1;
        Some(member)
    }
}
==== fixed
//! Lending books to members of a library.

use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum LoanError {
    UnknownMember,
    UnknownBook,
    AlreadyLent { to: u32 },
}

#[derive(Debug, Default)]
pub struct Library {
    /// Books by their signature, with the member who has them.
    pub books: BTreeMap<String, Option<u32>>,
    /// How many books each member has taken home.
    pub members: BTreeMap<u32, usize>,
}

impl Library {
    pub fn lend(&mut self, signature: &str, member: u32) -> Result<usize, LoanError> {
        if !self.members.contains_key(&member) {
            return Err(LoanError::UnknownMember);
        }
        let holder = self.books.get_mut(signature).ok_or(LoanError::UnknownBook)?;
        if let Some(to) = *holder {
            return Err(LoanError::AlreadyLent { to });
        }
        *holder = Some(member);
        let taken = self.members.entry(member).or_insert(0);
        *taken += 1;
        Ok(*taken)
    }

    pub fn give_back(&mut self, signature: &str) -> Option<u32> {
        let member = self.books.get_mut(signature)?.take()?;
        *self.members.get_mut(&member)? -= 1;
        Some(member)
    }
}
==== tests
fn library() -> Library {
    let mut library = Library::default();
    library.books.insert("A1".to_string(), None);
    library.books.insert("B2".to_string(), None);
    library.members.insert(7, 0);
    library.members.insert(8, 0);
    library
}

#[test]
fn lends_and_takes_back() {
    let mut library = library();
    assert_eq!(library.lend("A1", 7), Ok(1));
    assert_eq!(library.lend("B2", 7), Ok(2));
    assert_eq!(library.lend("A1", 8), Err(LoanError::AlreadyLent { to: 7 }));
    assert_eq!(library.give_back("A1"), Some(7));
    assert_eq!(library.lend("A1", 8), Ok(1));
}

#[test]
fn refuses() {
    let mut library = library();
    assert_eq!(library.lend("Z9", 7), Err(LoanError::UnknownBook));
    assert_eq!(library.lend("A1", 9), Err(LoanError::UnknownMember));
    assert_eq!(library.books.len(), 2);
    assert_eq!(library.members[&7], 0);
}
