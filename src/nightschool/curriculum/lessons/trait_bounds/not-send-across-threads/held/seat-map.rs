---
code: E0277
---
use std::collections::BTreeSet;
use std::rc::Rc;
use std::thread;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatNo {
    pub row: char,
    pub number: u8,
}

/// The plan of a hall; it does not change while the seats are being searched.
#[derive(Debug)]
pub struct Plan {
    pub rows: Vec<(char, u8)>,
    pub taken: BTreeSet<SeatNo>,
}

impl Plan {
    fn free_in(&self, row: char) -> Vec<u8> {
        let seats = self.rows.iter().find(|(r, _)| *r == row).map_or(0, |(_, n)| *n);
        (1..=seats)
            .filter(|number| !self.taken.contains(&SeatNo { row, number: *number }))
            .collect()
    }
}

/// Searches every row in a thread of its own; the answer is in the order of the rows.
pub fn free_seats(plan: Plan) -> Vec<(char, Vec<u8>)> {
    let plan = Rc::new(plan);
    let searches: Vec<_> = plan
        .rows
        .iter()
        .map(|&(row, _)| {
            let plan = Rc::clone(&plan);
            thread::spawn(move || (row, plan.free_in(row)))
        })
        .collect();
    searches.into_iter().map(|search| search.join().unwrap()).collect()
}
==== fixed
use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatNo {
    pub row: char,
    pub number: u8,
}

/// The plan of a hall; it does not change while the seats are being searched.
#[derive(Debug)]
pub struct Plan {
    pub rows: Vec<(char, u8)>,
    pub taken: BTreeSet<SeatNo>,
}

impl Plan {
    fn free_in(&self, row: char) -> Vec<u8> {
        let seats = self.rows.iter().find(|(r, _)| *r == row).map_or(0, |(_, n)| *n);
        (1..=seats)
            .filter(|number| !self.taken.contains(&SeatNo { row, number: *number }))
            .collect()
    }
}

/// Searches every row in a thread of its own; the answer is in the order of the rows.
pub fn free_seats(plan: Plan) -> Vec<(char, Vec<u8>)> {
    let plan = Arc::new(plan);
    let searches: Vec<_> = plan
        .rows
        .iter()
        .map(|&(row, _)| {
            let plan = Arc::clone(&plan);
            thread::spawn(move || (row, plan.free_in(row)))
        })
        .collect();
    searches.into_iter().map(|search| search.join().unwrap()).collect()
}
==== tests
#[test]
fn rows_in_order() {
    let taken = BTreeSet::from([SeatNo { row: 'B', number: 1 }, SeatNo { row: 'A', number: 2 }]);
    let plan = Plan { rows: vec![('B', 3), ('A', 2)], taken };
    assert_eq!(free_seats(plan), [('B', vec![2, 3]), ('A', vec![1])]);
}
#[test]
fn no_rows() {
    assert!(free_seats(Plan { rows: vec![], taken: BTreeSet::new() }).is_empty());
}
