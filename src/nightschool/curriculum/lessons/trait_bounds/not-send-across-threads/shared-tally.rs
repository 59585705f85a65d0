---
code: E0277
---
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// Points of the two sides of a match.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Points {
    pub home: u32,
    pub away: u32,
}

/// Every board of a team match is scored by its own thread; a board is the
/// pair of points that it brought to the home and the away side.
pub fn score_match(boards: Vec<(u32, u32)>) -> Points {
    let points = Rc::new(RefCell::new(Points::default()));
    let mut scorers = Vec::new();
    for (home, away) in boards {
        let points = Rc::clone(&points);
        scorers.push(thread::spawn(move || {
            let mut points = points.borrow_mut();
            points.home += home;
            points.away += away;
        }));
    }
    for scorer in scorers {
        scorer.join().unwrap();
    }
    let total = points.borrow().clone();
    total
}
==== fixed
use std::sync::{Arc, Mutex};
use std::thread;

/// Points of the two sides of a match.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Points {
    pub home: u32,
    pub away: u32,
}

/// Every board of a team match is scored by its own thread; a board is the
/// pair of points that it brought to the home and the away side.
pub fn score_match(boards: Vec<(u32, u32)>) -> Points {
    let points = Arc::new(Mutex::new(Points::default()));
    let mut scorers = Vec::new();
    for (home, away) in boards {
        let points = Arc::clone(&points);
        scorers.push(thread::spawn(move || {
            let mut points = points.lock().unwrap();
            points.home += home;
            points.away += away;
        }));
    }
    for scorer in scorers {
        scorer.join().unwrap();
    }
    let total = points.lock().unwrap().clone();
    total
}
==== tests
#[test]
fn sums() {
    let p = score_match(vec![(1, 0), (0, 1), (2, 3)]);
    assert_eq!(p, Points { home: 3, away: 4 });
}
#[test]
fn many_and_none() {
    assert_eq!(score_match(vec![(1, 2); 20]), Points { home: 20, away: 40 });
    assert_eq!(score_match(vec![]), Points::default());
}
