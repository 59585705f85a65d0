---
code: E0596
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub title: String,
    pub votes: u32,
    pub hidden: bool,
}

pub struct Suggestions {
    list: Vec<Suggestion>,
}

fn count(votes: &[&str]) -> HashMap<String, u32> {
    let mut tally = HashMap::new();
    for vote in votes {
        *tally.entry(vote.to_string()).or_insert(0) += 1;
    }
    tally
}

impl Suggestions {
    pub fn new(titles: &[&str]) -> Suggestions {
        let list = titles
            .iter()
            .map(|t| Suggestion { title: t.to_string(), votes: 0, hidden: false })
            .collect();
        Suggestions { list }
    }

    fn settle(list: &[Suggestion], floor: u32) {
        list.sort_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.title.cmp(&b.title)));
        for suggestion in list.iter_mut() {
            suggestion.hidden = suggestion.votes < floor;
        }
    }

    /// Adds the votes, sorts by them and hides what stays below `floor`.
    pub fn close_round(&mut self, votes: &[&str], floor: u32) {
        let tally = count(votes);
        for suggestion in &mut self.list {
            suggestion.votes += tally.get(&suggestion.title).copied().unwrap_or(0);
        }
        Self::settle(&self.list, floor);
    }

    pub fn visible(&self) -> Vec<&str> {
        self.list.iter().filter(|s| !s.hidden).map(|s| s.title.as_str()).collect()
    }

    pub fn all(&self) -> Vec<&str> {
        self.list.iter().map(|s| s.title.as_str()).collect()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub title: String,
    pub votes: u32,
    pub hidden: bool,
}

pub struct Suggestions {
    list: Vec<Suggestion>,
}

fn count(votes: &[&str]) -> HashMap<String, u32> {
    let mut tally = HashMap::new();
    for vote in votes {
        *tally.entry(vote.to_string()).or_insert(0) += 1;
    }
    tally
}

impl Suggestions {
    pub fn new(titles: &[&str]) -> Suggestions {
        let list = titles
            .iter()
            .map(|t| Suggestion { title: t.to_string(), votes: 0, hidden: false })
            .collect();
        Suggestions { list }
    }

    fn settle(list: &mut [Suggestion], floor: u32) {
        list.sort_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.title.cmp(&b.title)));
        for suggestion in list.iter_mut() {
            suggestion.hidden = suggestion.votes < floor;
        }
    }

    /// Adds the votes, sorts by them and hides what stays below `floor`.
    pub fn close_round(&mut self, votes: &[&str], floor: u32) {
        let tally = count(votes);
        for suggestion in &mut self.list {
            suggestion.votes += tally.get(&suggestion.title).copied().unwrap_or(0);
        }
        Self::settle(&mut self.list, floor);
    }

    pub fn visible(&self) -> Vec<&str> {
        self.list.iter().filter(|s| !s.hidden).map(|s| s.title.as_str()).collect()
    }

    pub fn all(&self) -> Vec<&str> {
        self.list.iter().map(|s| s.title.as_str()).collect()
    }
}
==== tests
#[test]
fn order_and_hiding() {
    let mut s = Suggestions::new(&["b", "a", "c"]);
    s.close_round(&["c", "c", "a"], 1);
    assert_eq!(s.visible(), ["c", "a"]);
    assert_eq!(s.all(), ["c", "a", "b"]);
}

#[test]
fn hidden_ones_can_return() {
    let mut s = Suggestions::new(&["b", "a"]);
    s.close_round(&["a"], 1);
    assert_eq!(s.visible(), ["a"]);
    s.close_round(&["b", "b"], 1);
    assert_eq!(s.visible(), ["b", "a"]);
}
