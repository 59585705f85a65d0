---
code: E0596
---
//! Depth-first walks through a maze of rooms.

use std::collections::HashSet;

pub struct Maze {
    doors: Vec<Vec<usize>>,
}

impl Maze {
    pub fn new(rooms: usize) -> Self {
        Maze { doors: vec![Vec::new(); rooms] }
    }

    pub fn door(&mut self, a: usize, b: usize) {
        self.doors[a].push(b);
        self.doors[b].push(a);
    }

    /// All rooms that can be reached from `start`, in the order of the walk;
    /// each room once.
    pub fn walk(&self, start: usize) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut order = Vec::new();
        self.visit(start, &mut seen, &mut order);
        order
    }

    fn visit(&self, room: usize, seen: &HashSet<usize>, order: &mut Vec<usize>) {
        if !seen.insert(room) {
            return;
        }
        order.push(room);
        for &next in &self.doors[room] {
            self.visit(next, seen, order);
        }
    }

    /// Are all rooms connected?
    pub fn is_connected(&self) -> bool {
        self.doors.is_empty() || self.walk(0).len() == self.doors.len()
    }
}
==== fixed
//! Depth-first walks through a maze of rooms.

use std::collections::HashSet;

pub struct Maze {
    doors: Vec<Vec<usize>>,
}

impl Maze {
    pub fn new(rooms: usize) -> Self {
        Maze { doors: vec![Vec::new(); rooms] }
    }

    pub fn door(&mut self, a: usize, b: usize) {
        self.doors[a].push(b);
        self.doors[b].push(a);
    }

    /// All rooms that can be reached from `start`, in the order of the walk;
    /// each room once.
    pub fn walk(&self, start: usize) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut order = Vec::new();
        self.visit(start, &mut seen, &mut order);
        order
    }

    fn visit(&self, room: usize, seen: &mut HashSet<usize>, order: &mut Vec<usize>) {
        if !seen.insert(room) {
            return;
        }
        order.push(room);
        for &next in &self.doors[room] {
            self.visit(next, seen, order);
        }
    }

    /// Are all rooms connected?
    pub fn is_connected(&self) -> bool {
        self.doors.is_empty() || self.walk(0).len() == self.doors.len()
    }
}
==== tests
fn maze() -> Maze {
    let mut maze = Maze::new(5);
    maze.door(0, 1);
    maze.door(1, 2);
    maze.door(2, 0);
    maze.door(3, 4);
    maze
}

#[test]
fn each_room_once() {
    assert_eq!(maze().walk(0), [0, 1, 2]);
    assert_eq!(maze().walk(4), [4, 3]);
}

#[test]
fn connected() {
    let mut maze = maze();
    assert!(!maze.is_connected());
    maze.door(2, 3);
    assert!(maze.is_connected());
}
