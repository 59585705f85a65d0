---
code: E0505
---
#[derive(Debug, PartialEq)]
pub struct Ballot {
    pub voter: String,
    pub choice: String,
}

#[derive(Debug, Default)]
pub struct Archive {
    boxes: Vec<Vec<Ballot>>,
}

impl Archive {
    pub fn store(&mut self, ballots: Vec<Ballot>) -> usize {
        self.boxes.push(ballots);
        self.boxes.len()
    }

    pub fn stored(&self) -> usize {
        self.boxes.iter().map(Vec::len).sum()
    }
}

/// The choice with the most ballots; on a tie the one that was cast first.
fn leading(ballots: &[Ballot]) -> Option<&str> {
    let mut best: Option<(&str, usize)> = None;
    for ballot in ballots {
        let count = ballots.iter().filter(|b| b.choice == ballot.choice).count();
        if best.map_or(true, |(_, n)| count > n) {
            best = Some((&ballot.choice, count));
        }
    }
    best.map(|(choice, _)| choice)
}

/// Files the ballots away and gives a line such as `box 1: oak`.
pub fn close_poll(archive: &mut Archive, ballots: Vec<Ballot>) -> String {
    let winner = leading(&ballots).unwrap_or("nobody");
    let number = archive.store(ballots);
    format!("box {number}: {winner}")
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Ballot {
    pub voter: String,
    pub choice: String,
}

#[derive(Debug, Default)]
pub struct Archive {
    boxes: Vec<Vec<Ballot>>,
}

impl Archive {
    pub fn store(&mut self, ballots: Vec<Ballot>) -> usize {
        self.boxes.push(ballots);
        self.boxes.len()
    }

    pub fn stored(&self) -> usize {
        self.boxes.iter().map(Vec::len).sum()
    }
}

/// The choice with the most ballots; on a tie the one that was cast first.
fn leading(ballots: &[Ballot]) -> Option<&str> {
    let mut best: Option<(&str, usize)> = None;
    for ballot in ballots {
        let count = ballots.iter().filter(|b| b.choice == ballot.choice).count();
        if best.map_or(true, |(_, n)| count > n) {
            best = Some((&ballot.choice, count));
        }
    }
    best.map(|(choice, _)| choice)
}

/// Files the ballots away and gives a line such as `box 1: oak`.
pub fn close_poll(archive: &mut Archive, ballots: Vec<Ballot>) -> String {
    let winner = leading(&ballots).unwrap_or("nobody").to_string();
    let number = archive.store(ballots);
    format!("box {number}: {winner}")
}
==== tests
fn ballot(v: &str, c: &str) -> Ballot {
    Ballot { voter: v.into(), choice: c.into() }
}
#[test]
fn names_the_winner_and_stores() {
    let mut archive = Archive::default();
    let line = close_poll(&mut archive, vec![ballot("a", "elm"), ballot("b", "oak"), ballot("c", "oak")]);
    assert_eq!(line, "box 1: oak");
    assert_eq!(archive.stored(), 3);
}
#[test]
fn empty_and_second_box() {
    let mut archive = Archive::default();
    assert_eq!(close_poll(&mut archive, vec![]), "box 1: nobody");
    assert_eq!(close_poll(&mut archive, vec![ballot("a", "elm"), ballot("b", "oak")]), "box 2: elm");
    assert_eq!(archive.stored(), 2);
}
