---
code: E0004
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Signal {
    Ack,
    Nack,
    Timeout,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Link {
    Waiting { tries: u8 },
    Up,
    Down(String),
}

/// What the wire says: a signal, nothing yet, or a fault.
pub type Poll = Result<Option<Signal>, String>;

impl Link {
    /// Advances the link. While nothing has come it stays as it is; a refused
    /// or late attempt counts as a try, and after the third the link is down
    /// with the reason `no answer`. A fault takes it down with the fault's
    /// own text.
    pub fn advance(self, poll: Poll) -> Link {
        match (self, poll) {
            (Link::Down(reason), _) => Link::Down(reason),
            (_, Err(fault)) => Link::Down(fault),
            (Link::Waiting { .. }, Ok(Some(Signal::Ack))) => Link::Up,
            (Link::Waiting { tries }, Ok(Some(Signal::Nack | Signal::Timeout))) => {
                if tries >= 2 {
                    Link::Down("no answer".to_string())
                } else {
                    Link::Waiting { tries: tries + 1 }
                }
            }
            (Link::Up, Ok(Some(Signal::Timeout))) => Link::Waiting { tries: 0 },
            (Link::Up, Ok(Some(Signal::Ack | Signal::Nack))) => Link::Up,
        }
    }
}

pub fn run(polls: Vec<Poll>) -> Link {
    polls.into_iter().fold(Link::Waiting { tries: 0 }, Link::advance)
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Signal {
    Ack,
    Nack,
    Timeout,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Link {
    Waiting { tries: u8 },
    Up,
    Down(String),
}

/// What the wire says: a signal, nothing yet, or a fault.
pub type Poll = Result<Option<Signal>, String>;

impl Link {
    /// Advances the link. While nothing has come it stays as it is; a refused
    /// or late attempt counts as a try, and after the third the link is down
    /// with the reason `no answer`. A fault takes it down with the fault's
    /// own text.
    pub fn advance(self, poll: Poll) -> Link {
        match (self, poll) {
            (Link::Down(reason), _) => Link::Down(reason),
            (_, Err(fault)) => Link::Down(fault),
            (Link::Waiting { .. }, Ok(Some(Signal::Ack))) => Link::Up,
            (Link::Waiting { tries }, Ok(Some(Signal::Nack | Signal::Timeout))) => {
                if tries >= 2 {
                    Link::Down("no answer".to_string())
                } else {
                    Link::Waiting { tries: tries + 1 }
                }
            }
            (Link::Up, Ok(Some(Signal::Timeout))) => Link::Waiting { tries: 0 },
            (Link::Up, Ok(Some(Signal::Ack | Signal::Nack))) => Link::Up,
            (link, Ok(None)) => link,
        }
    }
}

pub fn run(polls: Vec<Poll>) -> Link {
    polls.into_iter().fold(Link::Waiting { tries: 0 }, Link::advance)
}
==== tests
#[test]
fn silence_changes_nothing() {
    assert_eq!(Link::Waiting { tries: 2 }.advance(Ok(None)), Link::Waiting { tries: 2 });
    assert_eq!(Link::Up.advance(Ok(None)), Link::Up);
    assert_eq!(run(vec![Ok(None), Ok(Some(Signal::Ack)), Ok(None)]), Link::Up);
}

#[test]
fn three_tries() {
    let late = || Ok(Some(Signal::Timeout));
    assert_eq!(run(vec![late(), Ok(None), late()]), Link::Waiting { tries: 2 });
    assert_eq!(run(vec![late(), late(), late()]), Link::Down("no answer".into()));
}

#[test]
fn fault_keeps_its_text() {
    assert_eq!(run(vec![Err("cut".into()), Ok(Some(Signal::Ack))]), Link::Down("cut".into()));
}
