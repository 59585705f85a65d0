"""Claims on changes that nobody sees: which copies are changed and dropped, stored too early, or read too early."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.repair.lost import Flow
from nightschool.rust.tree import Syntax

HEAD = "struct Cell { n: u8 } impl Cell { fn add(&mut self, n: u8) { self.n += n; } fn get(&self) -> u8 { self.n } }\n"


def flow(body: str) -> Flow:
    return Flow(Syntax(f"{HEAD}fn f(x: &mut Cell, all: &mut Vec<Cell>) {{ {body} }}"))


@pytest.mark.parametrize(
    ("body", "unseen"),
    [
        ("let mut a = x.clone(); a.add(1);", 1),
        ("let mut a = x.clone(); a.n = 1;", 1),
        ("let mut a = x.clone()?; a.add(1); x.get()", 1),
        ("let mut a = x.clone(); a.add(1); all.push(a);", 0),  # goes on
        ("let mut a = x.clone(); a.add(1); a", 0),
        ("let mut a = x.clone(); a.get();", 0),  # is not changed
        ("let a = x.clone(); a.get();", 0),
        ("for mut a in all.clone() { a.add(1); }", 1),
        ("for a in all.iter_mut() { a.add(1); }", 0),
        ("if let Some(mut a) = x.slot.take() { a.add(1); }", 1),
        ("if let Some(mut a) = x.slot.take() { a.add(1); all.push(a); }", 0),
        ("let mut a = x; a.add(1);", 0),  # no copy
        ("let mut a = x.borrow_mut().clone(); a.add(1); drop(a);", 1),  # dropping it is no use of it
        ("let mut a = x.clone(); a.add(1); drop(all); all.push(a);", 0),
    ],
)
def test_a_copy_is_unseen_if_it_is_changed_and_goes_nowhere(body: str, unseen: int) -> None:
    assert flow(body).unseen == unseen


@pytest.mark.parametrize(
    ("body", "stale"),
    [
        ("all.push(a.clone()); a.add(1);", 1),
        ("all.push(a.clone()); a.n += 1;", 1),
        ("all.push(a.clone()); a.get();", 0),  # is not changed
        ("a.add(1); all.push(a.clone());", 0),  # was changed before
        ("all.push(a.clone()); a.add(1); all.push(a);", 0),  # goes on
    ],
)
def test_a_copy_is_stale_if_the_value_changes_after_it_was_stored(body: str, stale: int) -> None:
    assert flow(body).stale == stale


@pytest.mark.parametrize(
    ("body", "early"),
    [
        ("let n = all.len(); all.push(b); n", 1),
        ("all.push(b); let n = all.len(); n", 0),
        ("let n = all.len(); x.add(1); n", 0),  # another value changes
        ("let n = all.len(); let m = n; all.push(b);", 0),  # is used before
    ],
)
def test_a_value_is_read_early_if_it_changes_before_it_is_used(body: str, early: int) -> None:
    assert flow(body).early == early


@pytest.mark.parametrize(
    ("body", "count"), [("x.clone().add(1);", 1), ("x.clone().get();", 0), ("g(&mut x.clone());", 1), ("g(&mut x);", 0)]
)
def test_a_change_to_a_fresh_copy_itself(body: str, count: int) -> None:
    """`add` takes `&mut self` in this program, `get` does not."""
    assert flow(body).changed_copies == count


def test_a_method_that_some_types_change_by_and_some_not_is_no_mutator() -> None:
    both = "impl A { fn add(&mut self) {} } impl B { fn add(&self) {} fn put(&mut self) {} }"
    assert Flow(Syntax(both)).mutators == {"put"}


@given(st.text(max_size=80))
def test_any_text_has_counts(text: str) -> None:
    one = Flow(Syntax(text))
    assert min(one.unseen, one.stale, one.early, one.changed_copies) >= 0


@pytest.mark.parametrize(
    ("body", "outrun"),
    [
        ("let n = all.len(); while n < 3 { all.push(b); }", 1),
        ("let n = all.len(); for b in bs { if n < 3 { all.push(b); } }", 1),
        (
            "let mut add = |b| all.push(b); let n = all.len(); for b in bs { if n < 3 { add(b); } }",
            0,
        ),  # before the `let`
        ("let n = all.len(); let mut add = |b| all.push(b); for b in bs { if n < 3 { add(b); } }", 1),
        ("let names = all.clone(); for name in names { all.push(name); }", 0),  # what a `for` runs over is read once
        ("let mut n = all.len(); while n < 3 { all.push(b); n += 1; }", 0),  # it keeps count itself
        ("let n = all.len(); while n < 3 { x.add(1); }", 0),  # another value changes
        ("while all.len() < 3 { all.push(b); }", 0),
    ],
)
def test_a_value_is_outrun_if_it_is_read_once_and_a_loop_that_uses_it_changes_it(body: str, outrun: int) -> None:
    assert flow(body).outrun == outrun


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("std::mem::take(&mut x.list).iter_mut().count();", 1),
        ("x.slot.take().push(1);", 1),
        ("std::mem::take(all).drain(..).count();", 0),  # what is taken out is used up
        ("std::mem::take(all).sort();", 0),  # of those it is not known
        ("x.list.iter_mut().count();", 0),
    ],
)
def test_a_value_that_is_taken_out_and_added_to_in_passing_is_changed_unseen(body: str, changed: int) -> None:
    assert flow(body).changed_copies == changed
