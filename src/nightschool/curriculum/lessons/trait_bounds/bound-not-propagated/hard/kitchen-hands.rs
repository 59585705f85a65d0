---
code: E0277
---
//! Kitchen chores done side by side, one thread for each helper.

use std::thread;

/// Does all the chores at the same time and tells their results in the
/// order of the chores.
fn side_by_side<R: Send, C: FnOnce() -> R + Send>(chores: Vec<C>) -> Vec<R> {
    thread::scope(|scope| {
        let helpers: Vec<_> = chores.into_iter().map(|chore| scope.spawn(chore)).collect();
        helpers.into_iter().map(|helper| helper.join().expect("a chore panicked")).collect()
    })
}

/// Prepares every ingredient with `prepare`, a batch of `helpers` at a time.
/// What comes out stands in the order of the ingredients; the ingredients
/// are used up, so they need not be shared, and the results may borrow from
/// what outlives the kitchen, such as the text of a recipe.
pub fn prepare_all<I, R, F>(ingredients: Vec<I>, helpers: usize, prepare: F) -> Vec<R>
where
    I: Send,
    F: Fn(I) -> R + Sync,
{
    let mut done = Vec::new();
    let mut waiting = ingredients.into_iter();
    loop {
        let batch: Vec<I> = waiting.by_ref().take(helpers.max(1)).collect();
        if batch.is_empty() {
            return done;
        }
        let prepare = &prepare;
        let chores = batch.into_iter().map(|ingredient| move || prepare(ingredient)).collect();
        done.extend(side_by_side(chores));
    }
}
==== fixed
//! Kitchen chores done side by side, one thread for each helper.

use std::thread;

/// Does all the chores at the same time and tells their results in the
/// order of the chores.
fn side_by_side<R: Send, C: FnOnce() -> R + Send>(chores: Vec<C>) -> Vec<R> {
    thread::scope(|scope| {
        let helpers: Vec<_> = chores.into_iter().map(|chore| scope.spawn(chore)).collect();
        helpers.into_iter().map(|helper| helper.join().expect("a chore panicked")).collect()
    })
}

/// Prepares every ingredient with `prepare`, a batch of `helpers` at a time.
/// What comes out stands in the order of the ingredients; the ingredients
/// are used up, so they need not be shared, and the results may borrow from
/// what outlives the kitchen, such as the text of a recipe.
pub fn prepare_all<I, R, F>(ingredients: Vec<I>, helpers: usize, prepare: F) -> Vec<R>
where
    I: Send,
    R: Send,
    F: Fn(I) -> R + Sync,
{
    let mut done = Vec::new();
    let mut waiting = ingredients.into_iter();
    loop {
        let batch: Vec<I> = waiting.by_ref().take(helpers.max(1)).collect();
        if batch.is_empty() {
            return done;
        }
        let prepare = &prepare;
        let chores = batch.into_iter().map(|ingredient| move || prepare(ingredient)).collect();
        done.extend(side_by_side(chores));
    }
}
==== tests
use std::cell::Cell;

#[test]
fn results_keep_the_order_of_the_ingredients() {
    let words = vec!["leek".to_string(), "beet".to_string(), "kale".to_string()];
    let done = prepare_all(words, 2, |word| format!("chopped {word}"));
    assert_eq!(done, ["chopped leek", "chopped beet", "chopped kale"]);
}

#[test]
fn what_cannot_be_shared_can_still_be_used_up() {
    let bowls = vec![Cell::new(3), Cell::new(4)];
    let done = prepare_all(bowls, 8, |bowl| Cell::new(bowl.get() * 10));
    assert_eq!(done.iter().map(Cell::get).collect::<Vec<i32>>(), [30, 40]);
}

#[test]
fn results_may_borrow() {
    let recipe = String::from("peel,dice,fry");
    let steps = prepare_all(vec![0, 2, 1], 2, |step| recipe.split(',').nth(step).unwrap());
    assert_eq!(steps, ["peel", "fry", "dice"]);
}

#[test]
fn no_helper_is_one_helper() {
    assert_eq!(prepare_all(vec![1, 2, 3], 0, |n| n * n), [1, 4, 9]);
}
