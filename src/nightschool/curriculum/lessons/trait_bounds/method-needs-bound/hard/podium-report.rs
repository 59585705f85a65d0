---
code: E0599
---
//! A ranking that collects entries and reports on them.

/// Entries in the order in which they were handed in. Drafts that cannot be
/// compared may be collected too; only `best` and `report` look at the order.
pub struct Ranking<E> {
    title: String,
    entries: Vec<E>,
}

impl<E> Ranking<E> {
    pub fn new(title: &str) -> Self {
        Ranking { title: title.to_string(), entries: Vec::new() }
    }

    pub fn hand_in(&mut self, entry: E) {
        self.entries.push(entry);
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// One line: the title and where in the list the best entry stands,
    /// counted from 1.
    pub fn report(&self) -> String {
        match self.best() {
            Some(place) => format!("{}: no. {} of {}", self.title, place + 1, self.len()),
            None => format!("{}: no entries", self.title),
        }
    }
}

impl<E: Ord> Ranking<E> {
    /// The index of the greatest entry; the earliest if there are several.
    pub fn best(&self) -> Option<usize> {
        let top = self.entries.iter().max()?;
        self.entries.iter().position(|entry| entry == top)
    }
}
==== fixed
//! A ranking that collects entries and reports on them.

/// Entries in the order in which they were handed in. Drafts that cannot be
/// compared may be collected too; only `best` and `report` look at the order.
pub struct Ranking<E> {
    title: String,
    entries: Vec<E>,
}

impl<E> Ranking<E> {
    pub fn new(title: &str) -> Self {
        Ranking { title: title.to_string(), entries: Vec::new() }
    }

    pub fn hand_in(&mut self, entry: E) {
        self.entries.push(entry);
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// One line: the title and where in the list the best entry stands,
    /// counted from 1.
    pub fn report(&self) -> String
    where
        E: Ord,
    {
        match self.best() {
            Some(place) => format!("{}: no. {} of {}", self.title, place + 1, self.len()),
            None => format!("{}: no entries", self.title),
        }
    }
}

impl<E: Ord> Ranking<E> {
    /// The index of the greatest entry; the earliest if there are several.
    pub fn best(&self) -> Option<usize> {
        let top = self.entries.iter().max()?;
        self.entries.iter().position(|entry| entry == top)
    }
}
==== tests
struct Draft(f64);

#[test]
fn reports_the_earliest_of_the_best() {
    let mut cakes = Ranking::new("cakes");
    for points in [7, 9, 3, 9] {
        cakes.hand_in(points);
    }
    assert_eq!(cakes.report(), "cakes: no. 2 of 4");
    assert_eq!(cakes.best(), Some(1));
}

#[test]
fn no_entries() {
    assert_eq!(Ranking::<u8>::new("pies").report(), "pies: no entries");
}

#[test]
fn drafts_are_collected() {
    let mut drafts = Ranking::new("drafts");
    drafts.hand_in(Draft(0.5));
    drafts.hand_in(Draft(1.5));
    assert_eq!(drafts.len(), 2);
    assert_eq!(drafts.entries[1].0, 1.5);
}
