---
code: E0596
---
//! Seats of a small theatre, row by row.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seat {
    Free,
    Taken,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub seats: Vec<Seat>,
}

impl Row {
    /// Takes the first `count` free seats side by side; their leftmost place.
    fn take(&mut self, count: usize) -> Option<usize> {
        let start = self.seats.windows(count).position(|w| w.iter().all(|&s| s == Seat::Free))?;
        self.seats[start..start + count].fill(Seat::Taken);
        Some(start)
    }
}

pub struct Hall {
    pub rows: Vec<Row>,
}

impl Hall {
    pub fn new(rows: usize, seats: usize) -> Self {
        Hall { rows: vec![Row { seats: vec![Seat::Free; seats] }; rows] }
    }

    /// Books seats side by side, as far in front as possible: row and place.
    pub fn book(&mut self, count: usize) -> Option<(usize, usize)> {
        for number in 0..self.rows.len() {
            let row = &self.rows[number];
            if let Some(place) = row.take(count) {
                return Some((number, place));
            }
        }
        None
    }

    pub fn free(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.seats).filter(|&&seat| seat == Seat::Free).count()
    }
}
==== fixed
//! Seats of a small theatre, row by row.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seat {
    Free,
    Taken,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub seats: Vec<Seat>,
}

impl Row {
    /// Takes the first `count` free seats side by side; their leftmost place.
    fn take(&mut self, count: usize) -> Option<usize> {
        let start = self.seats.windows(count).position(|w| w.iter().all(|&s| s == Seat::Free))?;
        self.seats[start..start + count].fill(Seat::Taken);
        Some(start)
    }
}

pub struct Hall {
    pub rows: Vec<Row>,
}

impl Hall {
    pub fn new(rows: usize, seats: usize) -> Self {
        Hall { rows: vec![Row { seats: vec![Seat::Free; seats] }; rows] }
    }

    /// Books seats side by side, as far in front as possible: row and place.
    pub fn book(&mut self, count: usize) -> Option<(usize, usize)> {
        for number in 0..self.rows.len() {
            let row = &mut self.rows[number];
            if let Some(place) = row.take(count) {
                return Some((number, place));
            }
        }
        None
    }

    pub fn free(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.seats).filter(|&&seat| seat == Seat::Free).count()
    }
}
==== tests
#[test]
fn fills_from_the_front() {
    let mut hall = Hall::new(2, 5);
    assert_eq!(hall.book(3), Some((0, 0)));
    assert_eq!(hall.book(3), Some((1, 0)));
    assert_eq!(hall.book(2), Some((0, 3)));
    assert_eq!(hall.book(3), None);
    assert_eq!(hall.free(), 2);
}

#[test]
fn too_many() {
    let mut hall = Hall::new(1, 2);
    assert_eq!(hall.book(3), None);
    assert_eq!(hall.free(), 2);
    assert_eq!(hall.rows.len(), 1);
}
