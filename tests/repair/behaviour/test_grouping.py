"""Candidates are grouped by what they do, and two groups are told apart by a call that a person can read.

All programs of a table are observed together, so that the tests cost few compiler runs.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from nightschool.repair.behaviour import Observed, Question, observe, observe_many
from nightschool.rust import Judge

pytestmark = pytest.mark.integration
BUDGET_S = 60.0


@dataclass(frozen=True)
class Case:
    """Two repairs, and the difference that is shown (None: they do the same)."""

    first: str
    second: str
    shown: str | None


FORGER = 'pub fn f(a: u8) -> u8 { println!("0 0 0 0 value 7\\n- 0 end"); a }'
TRIP = """
    fn fare(zones: u32, riders: u32) -> u32 {{ 180 + 45 * zones.saturating_sub(1) * riders }}
    pub struct Ride {{ pub line: u32, pub zones: u32, pub riders: u32 }}
    pub fn price(rides: &[Ride]) -> u32 {{ rides.iter().map(|ride| fare({arguments})).sum() }}
"""
SLOT = """
    #[derive(Default)] pub struct Slot {{ held: Option<u8> }}
    impl Slot {{ pub fn put(&mut self, item: u8) {{ self.held = Some(item); }}
                 pub fn get(&mut self) -> Option<u8> {{ {get} }} }}
"""
CHANCE = "use std::collections::hash_map::*; use std::hash::*; pub fn f(a: u8) -> u64 {{ {} }}"
CASES = {
    "a boundary": Case(
        "pub fn f(a: u32) -> bool { a < 18 }", "pub fn f(a: u32) -> bool { a <= 18 }", "f(18): false | true"
    ),
    "other words for the same": Case(
        "pub fn f(age: u32) -> bool { age < 18 }", "pub fn f(a: u32) -> bool { !(a >= 18) }", None
    ),
    "another argument dropped": Case(
        TRIP.format(arguments="ride.zones, ride.riders"),
        TRIP.format(arguments="ride.line, ride.zones"),
        "price(&[Ride {",
    ),
    "clone and take": Case(
        SLOT.format(get="self.held.clone()"),
        SLOT.format(get="self.held.take()"),
        "let mut slot = Slot::default(); slot.put(",
    ),
    "a panic": Case(
        "pub fn f(v: &[i32]) -> i32 { v.first().copied().unwrap_or(0) }",
        "pub fn f(v: &[i32]) -> i32 { v[0] }",
        "f(&[]): 0 | panics: index out of bounds",
    ),
    "panics with other words": Case(
        "pub fn f(v: &[i32]) -> i32 { v[0] }", 'pub fn f(v: &[i32]) -> i32 { *v.first().expect("one") }', None
    ),
    "a loop without end": Case(
        "pub fn f(a: u32) -> u32 { let mut i = 0; while i < a.min(9) { i += 1; } i }",
        "pub fn f(a: u32) -> u32 { let i = 0; while i < a.min(9) {} i }",
        "f(1): 1 | does not end",
    ),
    "a lock taken twice": Case(
        "use std::sync::Mutex; pub fn f(a: u8) -> u8 { let m = Mutex::new(a); let x = *m.lock().unwrap(); x }",
        "use std::sync::Mutex; pub fn f(a: u8) -> u8 "
        "{ let m = Mutex::new(a); let g = m.lock().unwrap(); let _h = m.lock().unwrap(); *g }",
        "f(1): 1 | does not end",
    ),
    "a chance": Case(
        CHANCE.format("a as u64 + RandomState::new().hash_one(a)"),
        CHANCE.format("a as u64 ^ RandomState::new().hash_one(1)"),
        None,
    ),
    "forged lines": Case(FORGER, "pub fn f(a: u8) -> u8 { a }", "f(0): 0, printed"),
    "what is printed": Case('pub fn f() { println!("a") }', 'pub fn f() { println!("b") }', 'f(): (), printed "a'),
    "what an argument became": Case(
        "pub fn f(v: &mut Vec<u8>) { v.push(1) }", "pub fn f(v: &mut Vec<u8>) { v.insert(0, 1) }", "f(&mut vec!["
    ),
    "an order of calls": Case(
        "pub fn f(v: &[u8], mut see: impl FnMut(u8)) { v.iter().for_each(|x| see(*x)) }",
        "pub fn f(v: &[u8], mut see: impl FnMut(u8)) { v.iter().rev().for_each(|x| see(*x)) }",
        "f(&[0, 1], |a0| ()): (), given 0; 1 | (), given 1; 0",
    ),
    "a closure that comes back": Case(
        "pub fn f(n: i32) -> impl Fn(i32) -> i32 { move |x| x + n }",
        "pub fn f(n: i32) -> Box<dyn Fn(i32) -> i32> { Box::new(move |x| x - n) }",
        "f(1)(0): 1 | -1",
    ),
    "a thread's result": Case(
        "use std::thread::*; pub fn f(a: u8) -> JoinHandle<u8> { spawn(move || a) }",
        "use std::thread::*; pub fn f(a: u8) -> JoinHandle<u8> { spawn(move || a / 2) }",
        "f(1): 1 | 0",
    ),
    "a shared argument": Case(
        "use std::{cell::*, rc::*}; pub fn f(a: Rc<Cell<u8>>) { a.set(1) }",
        "use std::{cell::*, rc::*}; pub fn f(a: Rc<Cell<u8>>) { a.set(2) }",
        "then Cell { value: 1 } | (), then Cell { value: 2 }",
    ),
    "whom the result borrows from": Case(
        "pub fn f<'a>(a: &'a str, b: &str) -> &'a str { let _ = b; a }",
        "pub fn f<'a>(a: &'a str, b: &'a str) -> &'a str { let _ = b; a }",
        "borrowing from argument 1 | fn f(&str, &str) -> &str, borrowing from argument 1 and argument 2",
    ),
    "another signature": Case(
        "pub fn f(a: String) -> usize { a.len() }",
        "pub fn f(a: &str) -> usize { a.len() }",
        "f: fn f(String) -> usize | fn f(&str) -> usize",
    ),
    "no Debug to show": Case(
        "pub struct P { x: u8 } pub fn f(x: u8) -> Option<P> { Some(P { x }) }",
        "pub struct P { x: u8 } pub fn f(x: u8) -> Option<P> { Some(P { x: x / 2 }) }",
        "f(1): Some(P { x: 1 }) | Some(P { x: 0 })",
    ),
    "a crate of its own": Case(
        "#![allow(unused)]\npub fn one() -> u8 { 1 }\npub fn f(a: u8) -> u8 { crate::one() | a }",
        "#![allow(unused)]\npub fn one() -> u8 { 1 }\npub fn f(a: u8) -> u8 { crate::one() & a }",
        "f(0): 1 | 0",
    ),
    "leaving the process": Case(
        "pub fn f(a: u8) -> u8 { if a > 5 { std::process::exit(0) } a }",
        "pub fn f(a: u8) -> u8 { a }",
        "f(100): ends the program | 100",
    ),
    "a stack without end": Case(
        "pub fn f(a: u8) -> u8 { if a == 0 { 0 } else { f(a).max(1) } }",
        "pub fn f(a: u8) -> u8 { a.min(1) }",
        "ends the",
    ),
}


@pytest.fixture(scope="module")
def seen(judge: Judge) -> dict[str, Observed]:
    """Everything of the table, each question with both repairs, the first one twice in other words."""
    questions = [
        Question(case.first, (case.first, case.second, f"{case.first}\n// the same\n")) for case in CASES.values()
    ]
    return dict(zip(CASES, observe_many(judge, questions, BUDGET_S), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_what_tells_two_repairs_apart(seen: dict[str, Observed], name: str) -> None:
    observed, case = seen[name], CASES[name]
    difference = observed.difference(0, 1)
    assert all(one.observed for one in observed.seen)
    assert observed.groups == ([[0, 1, 2]] if case.shown is None else [[0, 2], [1]])
    assert (difference is None) == (case.shown is None)
    assert case.shown is None or case.shown in str(difference)


@pytest.mark.parametrize("name", CASES)
def test_equal_programs_are_alike(seen: dict[str, Observed], name: str) -> None:
    assert seen[name].keys[0] == seen[name].keys[2]
    assert seen[name].difference(0, 2) is None


def test_the_order_and_the_company_do_not_matter(judge: Judge, seen: dict[str, Observed]) -> None:
    case = CASES["a boundary"]
    alone = observe(judge, case.first, [case.second, case.first], "2021", BUDGET_S)
    assert alone.keys == (seen["a boundary"].keys[1], seen["a boundary"].keys[0])
    assert str(alone.difference(1, 0)) == str(seen["a boundary"].difference(0, 1))


def test_a_program_that_hangs_hides_no_difference_of_the_others(judge: Judge) -> None:
    head = "pub fn f(a: u32) -> u32"
    candidates = [f"{head} {{ a }}", f"{head} {{ if a == 100 {{ 1 }} else {{ a }} }}", f"{head} {{ loop {{}} }}"]
    observed = observe(judge, candidates[0], candidates, "2021", BUDGET_S)
    assert observed.groups == [[0], [1], [2]]
    assert str(observed.difference(0, 1)) == "f(100): 100 | 1"


def test_slow_calls_are_stopped_and_what_was_not_made_is_compared_for_nobody(judge: Judge) -> None:
    head = "pub fn f(a: u8, b: u8, c: &str) -> u64"
    body = "let mut x = a as u64; for i in 0..300_000u64 { x = x.wrapping_mul(i | 1).rotate_left(7); } x"
    slow = f"{head} {{ let _ = (b, c); {body} }}"
    observed = observe(judge, slow, [slow, f"{slow}\n", f"{head} {{ let _ = (a, b, c); 0 }}"], "2021", BUDGET_S)
    assert observed.groups == [[0, 1], [2]]


def test_without_time_nothing_is_observed_and_nobody_is_alike(judge: Judge) -> None:
    source = "pub fn f(a: u8) -> u8 { a }"
    observed = observe(judge, source, [source, f"{source} "], "2021", 0.0)
    assert (observed.calls, observed.groups, observed.difference(0, 1)) == (0, [[0], [1]], None)


def test_a_candidate_that_does_not_compile_is_unknown(judge: Judge) -> None:
    good, bad = "pub fn f(a: u8) -> u8 { a }", "pub fn f(a: u8) -> u8 { b }"
    observed = observe(judge, bad, [good, bad], "2021", BUDGET_S)
    assert [one.observed for one in observed.seen] == [True, False]
    assert observed.groups == [[0], [1]]


def test_nothing_to_call_is_nothing_compared(judge: Judge) -> None:
    observed = observe(judge, "struct A;", ["struct A;", "struct B;"], "2021", BUDGET_S)
    assert (observed.calls, observed.groups) == (0, [[0, 1]])
