---
code: E0277
---
use std::collections::{HashSet, VecDeque};

/// A room of a maze of several floors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub floor: i8,
    pub column: i8,
    pub row: i8,
}

impl Room {
    pub fn beside(self, dx: i8, dy: i8) -> Room {
        Room { column: self.column + dx, row: self.row + dy, ..self }
    }
}

/// The number of rooms on a shortest way from `start` to `goal` through the
/// rooms that are open; both ends count. `None` if there is no way.
pub fn shortest(open: &[Room], stairs: &[(Room, Room)], start: Room, goal: Room) -> Option<usize> {
    let mut unseen: HashSet<Room> = HashSet::from_iter(open.iter().copied());
    let mut queue = VecDeque::from([(start, 1)]);
    while let Some((room, length)) = queue.pop_front() {
        if room == goal {
            return Some(length);
        }
        let mut next: Vec<Room> = [(0, 1), (1, 0), (0, -1), (-1, 0)]
            .iter()
            .map(|(dx, dy)| room.beside(*dx, *dy))
            .collect();
        next.extend(stairs.iter().filter(|(from, _)| *from == room).map(|(_, to)| *to));
        let (reached, rest): (HashSet<Room>, HashSet<Room>) =
            unseen.into_iter().partition(|room| next.contains(room));
        unseen = rest;
        queue.extend(reached.into_iter().map(|room| (room, length + 1)));
    }
    None
}
==== fixed
use std::collections::{HashSet, VecDeque};

/// A room of a maze of several floors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Room {
    pub floor: i8,
    pub column: i8,
    pub row: i8,
}

impl Room {
    pub fn beside(self, dx: i8, dy: i8) -> Room {
        Room { column: self.column + dx, row: self.row + dy, ..self }
    }
}

/// The number of rooms on a shortest way from `start` to `goal` through the
/// rooms that are open; both ends count. `None` if there is no way.
pub fn shortest(open: &[Room], stairs: &[(Room, Room)], start: Room, goal: Room) -> Option<usize> {
    let mut unseen: HashSet<Room> = HashSet::from_iter(open.iter().copied());
    let mut queue = VecDeque::from([(start, 1)]);
    while let Some((room, length)) = queue.pop_front() {
        if room == goal {
            return Some(length);
        }
        let mut next: Vec<Room> = [(0, 1), (1, 0), (0, -1), (-1, 0)]
            .iter()
            .map(|(dx, dy)| room.beside(*dx, *dy))
            .collect();
        next.extend(stairs.iter().filter(|(from, _)| *from == room).map(|(_, to)| *to));
        let (reached, rest): (HashSet<Room>, HashSet<Room>) =
            unseen.into_iter().partition(|room| next.contains(room));
        unseen = rest;
        queue.extend(reached.into_iter().map(|room| (room, length + 1)));
    }
    None
}
==== tests
fn r(floor: i8, column: i8, row: i8) -> Room {
    Room { floor, column, row }
}
#[test]
fn over_the_stairs() {
    let open = [r(0, 0, 0), r(0, 1, 0), r(1, 1, 0), r(1, 2, 0)];
    let stairs = [(r(0, 1, 0), r(1, 1, 0))];
    assert_eq!(shortest(&open, &stairs, r(0, 0, 0), r(1, 2, 0)), Some(4));
    assert_eq!(shortest(&open, &[], r(0, 0, 0), r(1, 2, 0)), None);
}
#[test]
fn at_home() {
    assert_eq!(shortest(&[], &[], r(0, 0, 0), r(0, 0, 0)), Some(1));
}
