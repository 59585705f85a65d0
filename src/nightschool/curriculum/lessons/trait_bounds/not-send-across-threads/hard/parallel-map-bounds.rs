---
code: E0277
---
//! Applies a function to all items of a list, some of them at the same time.

use std::thread;

/// The results stand in the order of the items.
pub fn map_all<T, R, F>(items: &[T], workers: usize, work: F) -> Vec<R>
where
    F: Fn(&T) -> R,
    T: Sync,
{
    let share = items.len().div_ceil(workers.max(1)).max(1);
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> = items
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let mut results = Vec::with_capacity(items.len());
        for worker in started {
            results.extend(worker.join().expect("a worker fell over"));
        }
        results
    })
}

/// Letters of each line, without blanks.
pub fn letters(lines: &[String]) -> Vec<usize> {
    map_all(lines, 3, |line| line.chars().filter(|letter| !letter.is_whitespace()).count())
}
==== fixed
//! Applies a function to all items of a list, some of them at the same time.

use std::thread;

/// The results stand in the order of the items.
pub fn map_all<T, R, F>(items: &[T], workers: usize, work: F) -> Vec<R>
where
    F: Fn(&T) -> R + Sync,
    R: Send,
    T: Sync,
{
    let share = items.len().div_ceil(workers.max(1)).max(1);
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> = items
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let mut results = Vec::with_capacity(items.len());
        for worker in started {
            results.extend(worker.join().expect("a worker fell over"));
        }
        results
    })
}

/// Letters of each line, without blanks.
pub fn letters(lines: &[String]) -> Vec<usize> {
    map_all(lines, 3, |line| line.chars().filter(|letter| !letter.is_whitespace()).count())
}
==== tests
#[test]
fn order_is_kept() {
    let numbers: Vec<u32> = (0..20).collect();
    let wanted: Vec<String> = numbers.iter().map(|number| format!("<{number}>")).collect();
    assert_eq!(map_all(&numbers, 4, |number| format!("<{number}>")), wanted);
    assert_eq!(map_all(&numbers, 0, |number| format!("<{number}>")), wanted);
}

#[test]
fn work_may_borrow_from_outside() {
    let offset = vec![100];
    assert_eq!(map_all(&[1, 2, 3], 2, |number| number + offset[0]), [101, 102, 103]);
    let none: Vec<i32> = map_all(&[] as &[i32], 2, |number| number + offset[0]);
    assert!(none.is_empty());
}

#[test]
fn counts_letters() {
    assert_eq!(letters(&["a b".to_string(), String::new(), "tree".to_string()]), [2, 0, 4]);
}
