---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Trick {
    pub winner: usize,
    pub value: u32,
}

/// One deal of a trick-taking game for three players.
#[derive(Default)]
pub struct Table {
    tricks: Vec<Trick>,
    history: Vec<Vec<Trick>>,
    pub totals: [u32; 3],
}

impl Table {
    pub fn take_trick(&mut self, winner: usize, value: u32) {
        self.tricks.push(Trick { winner, value });
    }

    pub fn tricks_on_table(&self) -> usize {
        self.tricks.len()
    }

    pub fn deals_played(&self) -> usize {
        self.history.len()
    }

    /// Scores the tricks, files them in the history and clears the table for
    /// the next deal.
    pub fn end_deal(&mut self) {
        let tricks = self.tricks;
        for trick in &tricks {
            self.totals[trick.winner] += trick.value;
        }
        self.history.push(tricks);
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Trick {
    pub winner: usize,
    pub value: u32,
}

/// One deal of a trick-taking game for three players.
#[derive(Default)]
pub struct Table {
    tricks: Vec<Trick>,
    history: Vec<Vec<Trick>>,
    pub totals: [u32; 3],
}

impl Table {
    pub fn take_trick(&mut self, winner: usize, value: u32) {
        self.tricks.push(Trick { winner, value });
    }

    pub fn tricks_on_table(&self) -> usize {
        self.tricks.len()
    }

    pub fn deals_played(&self) -> usize {
        self.history.len()
    }

    /// Scores the tricks, files them in the history and clears the table for
    /// the next deal.
    pub fn end_deal(&mut self) {
        let tricks = std::mem::take(&mut self.tricks);
        for trick in &tricks {
            self.totals[trick.winner] += trick.value;
        }
        self.history.push(tricks);
    }
}
==== tests
#[test]
fn scores_each_trick_once() {
    let mut t = Table::default();
    t.take_trick(0, 11);
    t.take_trick(2, 4);
    t.end_deal();
    assert_eq!(t.tricks_on_table(), 0);
    t.take_trick(0, 3);
    t.end_deal();
    assert_eq!(t.totals, [14, 0, 4]);
    assert_eq!(t.deals_played(), 2);
}
#[test]
fn empty_deal() {
    let mut t = Table::default();
    t.end_deal();
    assert_eq!((t.totals, t.deals_played()), ([0, 0, 0], 1));
}
