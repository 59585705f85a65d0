---
code: E0046
---
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent {
    pub id: u32,
    pub answers: Vec<Option<u8>>,
}

#[derive(Debug, Default)]
pub struct Survey {
    respondents: Vec<Respondent>,
}

impl Survey {
    pub fn add(&mut self, id: u32, answers: &[Option<u8>]) {
        self.respondents.push(Respondent { id, answers: answers.to_vec() });
    }

    /// Goes through those who answered every question, in the order they were added.
    pub fn complete(&self) -> Complete<'_> {
        Complete { rest: &self.respondents }
    }
}

pub struct Complete<'a> {
    rest: &'a [Respondent],
}

impl<'a> Iterator for Complete<'a> {
    fn next(&mut self) -> Option<&'a Respondent> {
        while let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            if first.answers.iter().all(Option::is_some) {
                return Some(first);
            }
        }
        None
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent {
    pub id: u32,
    pub answers: Vec<Option<u8>>,
}

#[derive(Debug, Default)]
pub struct Survey {
    respondents: Vec<Respondent>,
}

impl Survey {
    pub fn add(&mut self, id: u32, answers: &[Option<u8>]) {
        self.respondents.push(Respondent { id, answers: answers.to_vec() });
    }

    /// Goes through those who answered every question, in the order they were added.
    pub fn complete(&self) -> Complete<'_> {
        Complete { rest: &self.respondents }
    }
}

pub struct Complete<'a> {
    rest: &'a [Respondent],
}

impl<'a> Iterator for Complete<'a> {
    type Item = &'a Respondent;

    fn next(&mut self) -> Option<&'a Respondent> {
        while let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            if first.answers.iter().all(Option::is_some) {
                return Some(first);
            }
        }
        None
    }
}
==== tests
fn survey() -> Survey {
    let mut s = Survey::default();
    s.add(4, &[Some(1), None]);
    s.add(9, &[Some(1), Some(5)]);
    s.add(2, &[Some(3), Some(3)]);
    s
}
#[test]
fn only_complete_in_order() {
    let s = survey();
    let ids: Vec<u32> = s.complete().map(|r| r.id).collect();
    assert_eq!(ids, [9, 2]);
}
#[test]
fn ends_and_stays_ended() {
    let s = Survey::default();
    let mut it = s.complete();
    assert!(it.next().is_none());
    assert!(it.next().is_none());
}
