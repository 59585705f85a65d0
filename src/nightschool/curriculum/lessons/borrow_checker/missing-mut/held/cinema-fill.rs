---
code: E0596
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seat {
    Free,
    Taken,
}

pub struct Hall {
    rows: Vec<Vec<Seat>>,
}

impl Hall {
    pub fn new(rows: usize, seats_per_row: usize) -> Self {
        Hall { rows: vec![vec![Seat::Free; seats_per_row]; rows] }
    }

    /// Takes the first run of `count` neighbouring free seats and returns its
    /// row and first seat; nothing changes when there is no such run.
    pub fn book(&mut self, count: usize) -> Option<(usize, usize)> {
        for (r, row) in self.rows.iter().enumerate() {
            let start = row
                .windows(count)
                .position(|w| w.iter().all(|s| *s == Seat::Free));
            if let Some(start) = start {
                row[start..start + count].fill(Seat::Taken);
                return Some((r, start));
            }
        }
        None
    }

    pub fn free(&self) -> usize {
        self.rows.iter().flatten().filter(|s| **s == Seat::Free).count()
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seat {
    Free,
    Taken,
}

pub struct Hall {
    rows: Vec<Vec<Seat>>,
}

impl Hall {
    pub fn new(rows: usize, seats_per_row: usize) -> Self {
        Hall { rows: vec![vec![Seat::Free; seats_per_row]; rows] }
    }

    /// Takes the first run of `count` neighbouring free seats and returns its
    /// row and first seat; nothing changes when there is no such run.
    pub fn book(&mut self, count: usize) -> Option<(usize, usize)> {
        for (r, row) in self.rows.iter_mut().enumerate() {
            let start = row
                .windows(count)
                .position(|w| w.iter().all(|s| *s == Seat::Free));
            if let Some(start) = start {
                row[start..start + count].fill(Seat::Taken);
                return Some((r, start));
            }
        }
        None
    }

    pub fn free(&self) -> usize {
        self.rows.iter().flatten().filter(|s| **s == Seat::Free).count()
    }
}
==== tests
#[test]
fn books_next_to_each_other() {
    let mut hall = Hall::new(2, 5);
    assert_eq!(hall.book(3), Some((0, 0)));
    assert_eq!(hall.book(3), Some((1, 0)));
    assert_eq!(hall.book(2), Some((0, 3)));
    assert_eq!(hall.free(), 2);
}
#[test]
fn no_run_changes_nothing() {
    let mut hall = Hall::new(1, 2);
    assert_eq!(hall.book(3), None);
    assert_eq!(hall.free(), 2);
}
