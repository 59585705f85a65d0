---
code: E0507
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub name: String,
    /// Whom the member has asked to vote in his or her place.
    pub delegate: Option<Box<str>>,
    pub vote: Option<bool>,
}

#[derive(Default)]
pub struct Assembly {
    members: HashMap<String, Member>,
}

impl Assembly {
    pub fn join(&mut self, name: &str, delegate: Option<&str>, vote: Option<bool>) {
        let member = Member { name: name.to_string(), delegate: delegate.map(Box::from), vote };
        self.members.insert(name.to_string(), member);
    }

    /// The vote that counts for a member: one's own, or else that of one's delegate
    /// (and of nobody further on).
    pub fn vote_of(&self, name: &str) -> Option<bool> {
        let member = self.members.get(name)?;
        if member.vote.is_some() {
            return member.vote;
        }
        let delegate = member.delegate?;
        self.members.get(&*delegate)?.vote
    }

    /// Votes for and against.
    pub fn result(&self) -> (usize, usize) {
        let votes: Vec<bool> = self.members.keys().filter_map(|name| self.vote_of(name)).collect();
        let yes = votes.iter().filter(|v| **v).count();
        (yes, votes.len() - yes)
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub name: String,
    /// Whom the member has asked to vote in his or her place.
    pub delegate: Option<Box<str>>,
    pub vote: Option<bool>,
}

#[derive(Default)]
pub struct Assembly {
    members: HashMap<String, Member>,
}

impl Assembly {
    pub fn join(&mut self, name: &str, delegate: Option<&str>, vote: Option<bool>) {
        let member = Member { name: name.to_string(), delegate: delegate.map(Box::from), vote };
        self.members.insert(name.to_string(), member);
    }

    /// The vote that counts for a member: one's own, or else that of one's delegate
    /// (and of nobody further on).
    pub fn vote_of(&self, name: &str) -> Option<bool> {
        let member = self.members.get(name)?;
        if member.vote.is_some() {
            return member.vote;
        }
        let delegate = member.delegate.as_deref()?;
        self.members.get(delegate)?.vote
    }

    /// Votes for and against.
    pub fn result(&self) -> (usize, usize) {
        let votes: Vec<bool> = self.members.keys().filter_map(|name| self.vote_of(name)).collect();
        let yes = votes.iter().filter(|v| **v).count();
        (yes, votes.len() - yes)
    }
}
==== tests
fn assembly() -> Assembly {
    let mut a = Assembly::default();
    a.join("Ann", None, Some(true));
    a.join("Ben", Some("Ann"), None);
    a.join("Cas", Some("Ben"), None);
    a.join("Dee", Some("Ann"), Some(false));
    a
}
#[test]
fn own_or_delegate() {
    let a = assembly();
    assert_eq!(a.vote_of("Ben"), Some(true));
    assert_eq!(a.vote_of("Dee"), Some(false));
    assert_eq!(a.vote_of("Cas"), None);
    assert_eq!(a.vote_of("Eve"), None);
}
#[test]
fn result_twice() {
    let a = assembly();
    assert_eq!(a.result(), (2, 1));
    assert_eq!(a.result(), (2, 1));
}
