---
code: E0505
---
#[derive(Debug)]
pub struct Poll {
    question: String,
    votes: Vec<(String, u32)>,
}

#[derive(Debug, PartialEq)]
pub struct Closed {
    pub question: String,
    pub ballots: u32,
}

impl Poll {
    pub fn new(question: &str) -> Self {
        Poll { question: question.to_string(), votes: Vec::new() }
    }

    pub fn vote(mut self, option: &str) -> Self {
        match self.votes.iter_mut().find(|(name, _)| name == option) {
            Some((_, n)) => *n += 1,
            None => self.votes.push((option.to_string(), 1)),
        }
        self
    }

    fn favourite(&self) -> Option<&(String, u32)> {
        self.votes.iter().max_by_key(|(_, n)| *n)
    }

    fn close(self) -> Closed {
        Closed { ballots: self.votes.iter().map(|(_, n)| n).sum(), question: self.question }
    }
}

/// Ends the poll: the share of the favourite in percent, and the closed poll.
pub fn finish(poll: Poll) -> (u32, Closed) {
    let favourite = poll.favourite();
    let closed = poll.close();
    let share = match favourite {
        Some((_, votes)) => votes * 100 / closed.ballots,
        None => 0,
    };
    (share, closed)
}
==== fixed
#[derive(Debug)]
pub struct Poll {
    question: String,
    votes: Vec<(String, u32)>,
}

#[derive(Debug, PartialEq)]
pub struct Closed {
    pub question: String,
    pub ballots: u32,
}

impl Poll {
    pub fn new(question: &str) -> Self {
        Poll { question: question.to_string(), votes: Vec::new() }
    }

    pub fn vote(mut self, option: &str) -> Self {
        match self.votes.iter_mut().find(|(name, _)| name == option) {
            Some((_, n)) => *n += 1,
            None => self.votes.push((option.to_string(), 1)),
        }
        self
    }

    fn favourite(&self) -> Option<&(String, u32)> {
        self.votes.iter().max_by_key(|(_, n)| *n)
    }

    fn close(self) -> Closed {
        Closed { ballots: self.votes.iter().map(|(_, n)| n).sum(), question: self.question }
    }
}

/// Ends the poll: the share of the favourite in percent, and the closed poll.
pub fn finish(poll: Poll) -> (u32, Closed) {
    let votes = poll.favourite().map(|(_, votes)| *votes);
    let closed = poll.close();
    let share = match votes {
        Some(votes) => votes * 100 / closed.ballots,
        None => 0,
    };
    (share, closed)
}
==== tests
#[test]
fn share_of_favourite() {
    let poll = Poll::new("tea?").vote("yes").vote("no").vote("yes").vote("yes");
    let (share, closed) = finish(poll);
    assert_eq!(share, 75);
    assert_eq!(closed, Closed { question: "tea?".into(), ballots: 4 });
}
#[test]
fn nobody_voted() {
    assert_eq!(finish(Poll::new("x")), (0, Closed { question: "x".into(), ballots: 0 }));
}
