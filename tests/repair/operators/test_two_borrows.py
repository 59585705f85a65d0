"""Claims of operators on two borrows of one holder, on reads and copies made before a change: the text they propose."""

from __future__ import annotations

import pytest

from nightschool.repair.operators import OPERATORS
from nightschool.repair.place import Place
from nightschool.types import Diagnostic, Label
from tests.repair.operators.samples import proposed

TWICE = "cannot borrow `*self` as mutable more than once at a time"
FIRST, SECOND = "first mutable borrow occurs here", "second mutable borrow occurs here"
PAIR = (("let b = ^self", SECOND), ("let a = ^self", FIRST))
CHANGED, HELD = "mutable borrow occurs here", "immutable borrow occurs here"
LATER = "immutable borrow later used here"


def method(*lines: str, given: str = "&mut self", result: str = "") -> str:
    """A function with these lines."""
    return f"fn f({given}){result} {{\n" + "".join(f"    {line}\n" for line in lines) + "}\n"


def test_each_borrow_is_made_where_it_is_used() -> None:
    source = method("let a = self.at(0);", "let b = self.at(1);", "b.up = 0;", "a.total += b.size;", "a.stamp();")
    found = proposed("borrow-in-turn", source, "E0499", TWICE, *PAIR)
    lines = ("let b = self.at(1);", "b.up = 0;", "let size = b.size;", "let a = self.at(0);", "a.total += size;")
    assert found == [method(*lines, "a.stamp();")]


def test_many_errors_at_the_same_borrows_are_one_pair() -> None:
    """Sixty errors with the same two labels: one proposal, not sixty times sixty."""
    source = method("let a = self.at(0);", "let b = self.at(1);", "b.up = 0;", "a.total += 1;")
    first, second = (source.split("\n")[line].index("self") + 1 for line in (1, 2))
    labels = (Label(3, second, SECOND, True), Label(2, first, FIRST, False))
    place = Place(source, [Diagnostic("E0499", TWICE, 3, labels)] * 60)
    assert len(list(OPERATORS["borrow-in-turn"].find(place))) == 1


def test_look_ups_that_may_leave_are_asked_first_in_their_order() -> None:
    lines = ("let a = self.at(0)?;", "let b = self.at(1)?;", "a.n -= 1;", "b.n += 1;", "Ok(())")
    found = proposed("borrow-in-turn", method(*lines, result=" -> Result<(), E>"), "E0499", TWICE, *PAIR)
    asked = ("self.at(0)?;", "self.at(1)?;", lines[0], "a.n -= 1;", lines[1], "b.n += 1;", "Ok(())")
    assert found == [method(*asked, result=" -> Result<(), E>")]
    found = proposed("borrow-in-turn", method(*lines, result=" -> Option<()>"), "E0499", TWICE, *PAIR)
    assert found == [method(*asked[1:], result=" -> Option<()>")]


def test_a_pair_of_look_ups_is_parted_and_what_is_given_away_taken() -> None:
    look = "let (Some(a), Some(b)) = (self.m.get_mut(&1), self.m.get_mut(&2)) else { return };"
    source = method(look, "b.append(a);")
    labels = ((", ^self.m.get_mut(&2)", SECOND), ("(^self.m.get_mut(&1)", FIRST))
    (found,) = proposed("borrow-in-turn", source, "E0499", TWICE, *labels)
    assert "if self.m.get(&2).is_none() { return }\n    let Some(a) = self.m.get_mut(&1) else { return };\n" in found
    taken = "let mut its_a = std::mem::take(a);\n    let Some(b) = self.m.get_mut(&2) else { return };\n"
    assert f"{taken}    b.append(&mut its_a);" in found


@pytest.mark.parametrize("line", ["both(a, b.tag(a));", "a.merge(b);", "if a.ok() { b.n = 1; a.n = 2; }"])
def test_a_statement_that_changes_both_is_left_alone(line: str) -> None:
    assert (
        proposed("borrow-in-turn", method("let a = self.at(0);", "let b = self.at(1);", line), "E0499", TWICE, *PAIR)
        == []
    )


def test_two_elements_held_for_a_swap_are_swapped_by_the_list() -> None:
    source = method("let a = &mut v[i];", "let b = &mut v[j];", "std::mem::swap(a, b);", given="v: &mut [T]")
    labels = (("b = &mut ^v", SECOND), ("a = &mut ^v", FIRST), ("swap(^a", "first borrow later used here"))
    assert proposed("swap-by-value", source, "E0499", TWICE, *labels) == [method("v.swap(i, j);", given="v: &mut [T]")]


def test_places_that_methods_give_are_swapped_through_a_value() -> None:
    source = method("std::mem::swap(&mut self.at(0).n, &mut self.at(1).n);")
    labels = ((", &mut ^self", SECOND), ("(&mut ^self", FIRST))
    found = proposed("swap-by-value", source, "E0499", TWICE, *labels)
    assert found[0] == method(
        "let first = self.at(0).n;", "self.at(0).n = std::mem::replace(&mut self.at(1).n, first);"
    )
    assert len(found) == 3


def test_a_list_is_split_before_a_call_with_two_elements() -> None:
    source = method("let n = meet(&mut v[i], &mut v[i + 1]);", given="v: &mut [T]")
    labels = ((", &mut ^v", SECOND), ("(&mut ^v", FIRST))
    found = proposed("split-for-call", source, "E0499", TWICE, *labels)
    split = ("let (left, right) = v.split_at_mut(i + 1);", "let n = meet(&mut left[i], &mut right[0]);")
    assert found[0] == method(*split, given="v: &mut [T]")
    assert "get_disjoint_mut([i, i + 1])" in found[1]


def test_what_is_read_after_a_change_is_read_before_it() -> None:
    source = method("let a = self.v.last()?;", "self.v.push(1);", "Some(a.n + a.size())")
    labels = (("self.v.push", CHANGED), ("self.v.last", HELD), ("a.n", LATER))
    found = proposed("read-before-change", source, "E0502", "cannot borrow `self.v` as mutable", *labels)
    early = ("let a = self.v.last()?;", "let n = a.n;", "let size = a.size();", "self.v.push(1);")
    assert found[0] == method(*early, "Some(n + size)")
    whole = source.replace("a.n + a.size()", "a")
    labels = (("self.v.push", CHANGED), ("self.v.last", HELD), ("Some(^a)", LATER))
    assert proposed("read-before-change", whole, "E0502", "cannot borrow `self.v` as mutable", *labels) == []


def test_a_key_that_a_chain_brings_out_is_copied_and_lent() -> None:
    source = method("let k = self.m.iter().next().map(|(k, _)| k);", "if let Some(k) = k { self.m.remove(k); }")
    labels = (("self.m.remove", CHANGED), ("self.m.iter", HELD))
    found = proposed("copy-and-lend", source, "E0502", "cannot borrow `self.m` as mutable", *labels)
    assert found[0] == source.replace("_)| k", "_)| k.clone()").replace("remove(k)", "remove(&k)")


def test_a_text_that_a_method_gives_is_copied_and_lent() -> None:
    source = "impl A { fn word(&self) -> &str { &self.w } }\n"
    source += method("let w = self.word();", "self.note(w);", "self.all.push(w);")
    labels = (("self.note", CHANGED), ("self.word", HELD))
    found = proposed("copy-and-lend", source, "E0502", "cannot borrow `*self` as mutable", *labels)
    assert found == [source.replace("self.word()", "self.word().to_string()").replace("note(w)", "note(&w)")]
    alone = source.replace("self.note(w);", "self.note();")
    assert proposed("copy-and-lend", alone, "E0502", "cannot borrow `*self` as mutable", *labels) == []


def test_a_loop_goes_over_what_its_body_needs() -> None:
    source = "struct Row { id: u32, tag: String, on: bool }\n"
    source += method("for row in &self.rows {", "    if row.on { self.note(row.id, &row.tag); }", "}")
    labels = (("self.note", CHANGED), ("&^self.rows", HELD))
    found = proposed("collect-what-is-needed", source, "E0502", "cannot borrow `*self` as mutable", *labels)
    line = "let needed: Vec<_> = self.rows.iter().map(|row| (row.on, row.id, row.tag.clone())).collect();"
    wanted = source.replace("    for row in &self.rows", f"    {line}\n    for (on, id, tag) in needed")
    assert found == [wanted.replace("row.on {", "on {").replace("(row.id, &row.tag);", "(id, &tag);")]


def test_a_loop_that_changes_its_elements_is_left_alone() -> None:
    source = method("for row in self.rows.iter() {", "    row.n = self.next();", "}")
    labels = (("self.next", CHANGED), ("^self.rows", HELD))
    assert proposed("collect-what-is-needed", source, "E0502", "cannot borrow `*self` as mutable", *labels) == []


def test_an_element_is_found_by_its_index() -> None:
    source = method(
        "if let Some(x) = self.v.iter_mut().find(|x| **x == n && x.ok()) {", "    if self.full() { x.n = 1; }"
    )
    source = source.replace("\n}\n", "\n    }\n}\n").replace("x.n = 1;", "x.n = 1; *x = 2; go(x);")
    labels = (("self.full", HELD), ("^self.v", CHANGED))
    found = proposed("find-index", source, "E0502", "cannot borrow `*self` as immutable", *labels)
    wanted = source.replace("Some(x)", "Some(index)").replace("iter_mut().find(|x| **x", "iter().position(|x| *x")
    wanted = wanted.replace("{ x.n", "{ self.v[index].n").replace("*x = 2", "self.v[index] = 2")
    assert found == [wanted.replace("go(x)", "go(&mut self.v[index])")]
