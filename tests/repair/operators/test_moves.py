"""Claims of operators on moves, clones and references: the exact text that they propose for a short program."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

MOVED = """fn f(names: Vec<String>) {
    let kept = names;
    println!("{}", names.len());
}
"""
MOVE_LABELS = (("names.len", "value borrowed here after move"), ("= ^names;", "value moved here"))
LOOPED = """fn f(found: Arc<u32>) {
    for start in 0..3 {
        spawn(move || start + *found);
    }
}
"""
OPTION = """struct Slot { name: Option<String>, state: State }
enum State { Idle, Busy(String) }
impl Slot {
    fn name(&mut self) -> String { self.name.unwrap() }
    fn state(&mut self) -> State { self.state }
}
"""


def test_a_value_is_cloned_where_rustc_says_it_moves() -> None:
    found = proposed("clone-where-moved", MOVED, "E0382", "borrow of moved value: `names`", *MOVE_LABELS)
    assert found == [MOVED.replace("= names;", "= names.clone();")]


def test_a_shorthand_field_is_written_out_to_be_cloned() -> None:
    source = "fn f(name: String) -> (Row, usize) { (Row { name }, name.len()) }\n"
    labels = (("}, ^name.len", "value borrowed here after move"), ("{ ^name }", "value moved here"))
    found = proposed("clone-where-moved", source, "E0382", "borrow of moved value: `name`", *labels)
    assert found == [source.replace("{ name }", "{ name: name.clone() }")]


def test_an_argument_of_a_macro_is_cloned() -> None:
    source = "fn f(a: String) -> Vec<String> { vec![a, a] }\n"
    found = proposed(
        "clone-in-macro", source, "E0382", "use of moved value: `a`", (", ^a]", "value used here after move")
    )
    assert source.replace("[a, a]", "[a.clone(), a]") in found


def test_a_copy_that_would_be_changed_and_lost_is_not_proposed() -> None:
    source = "fn f(kept: &Vec<u32>, n: u32) {\n    kept.push(n);\n}\n"
    found = proposed(
        "clone", source, "E0596", "cannot borrow `*kept` as mutable", ("kept.push", "cannot borrow as mutable")
    )
    assert source.replace("kept.push", "kept.clone().push") not in found
    assert source.replace("(n)", "(n.clone())") in found


def test_a_counted_reference_is_cloned_in_each_turn_of_the_loop() -> None:
    labels = (("move ||", "value moved into closure here, in previous iteration of loop"), ("*^found", "use"))
    found = proposed("clone-before-statement", LOOPED, "E0382", "use of moved value: `found`", *labels)
    wanted = LOOPED.replace("        spawn", "        let found = Arc::clone(&found);\n        spawn")
    assert found[0] == wanted


def test_a_clone_shadows_in_a_block_around_the_closure() -> None:
    labels = (("move ||", "value moved into closure here"),)
    found = proposed("clone-around-closure", LOOPED, "E0382", "use of moved value: `found`", *labels)
    assert (
        LOOPED.replace("move || start + *found", "{ let found = Arc::clone(&found); move || start + *found }") in found
    )


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("self.name.unwrap", "self.name.take().unwrap"),
        ("self.name.unwrap", "self.name.as_ref().unwrap"),
    ],
)
def test_an_option_is_taken_or_looked_into(written: str, wanted: str) -> None:
    label = ("self.name.unwrap", "cannot move out of `self.name` which is behind a mutable reference")
    found = proposed("take-out", OPTION, "E0507", "cannot move out of `self.name`", label)
    assert OPTION.replace(written, wanted) in found
    assert not any("mem::take(&mut self.name)" in program for program in found)


def test_an_enum_is_replaced_by_a_variant_without_fields() -> None:
    label = ("{ ^self.state }", "cannot move out of `self.state` which is behind a mutable reference")
    found = proposed("take-out", OPTION, "E0507", "cannot move out of `self.state`", label)
    assert OPTION.replace("{ self.state }", "{ std::mem::replace(&mut self.state, State::Idle) }") in found


def test_a_loop_goes_over_references_copies_and_indices() -> None:
    source = "fn f(v: &mut Vec<u32>) {\n    for n in v.iter() {\n        v.push(*n);\n    }\n}\n"
    labels = (("v.push", "mutable borrow occurs here"), ("in ^v.iter", "immutable borrow occurs here"))
    asked = ("E0502", "cannot borrow `*v` as mutable", *labels)
    assert source.replace("v.iter()", "v.clone()") in proposed("loop-over", source, *asked)
    by_index = source.replace("n in v.iter()", "i in 0..v.len()").replace("*n", "v[i]")
    assert by_index in proposed("loop-over-indices", source, *asked)
    collected = source.replace("v.push", "added.push").replace("    for", "    let mut added = Vec::new();\n    for")
    assert [collected.replace("    }\n}", "    }\n    v.extend(added);\n}")] == proposed(
        "collect-first", source, *asked
    )


def test_a_loop_goes_over_indices_where_all_plain_names_are_taken() -> None:
    head = "fn f(v: &mut Vec<u32>, i: u32, at: u32, index: u32, k: u32, position: u32)"
    source = head + " { for n in v.iter() { v.push(*n); } }"
    labels = (("v.push", "mutable borrow occurs here"), ("in ^v.iter", "immutable borrow occurs here"))
    found = proposed("loop-over-indices", source, "E0502", "cannot borrow `*v` as mutable", *labels)
    assert source.replace("n in v.iter()", "value2 in 0..v.len()").replace("*n", "v[value2]") in found


def test_a_match_looks_at_a_reference() -> None:
    source = "fn f(s: &S) -> usize { match s.name { Some(n) => n.len(), None => 0 } }\n"
    label = ("s.name", "help: consider borrowing")
    found = proposed("match-on-reference", source, "E0507", "cannot move out of `s.name`", label)
    assert source.replace("match s.name", "match &s.name") in found
    assert source.replace("match s.name", "match s.name.as_ref()") in found


def test_a_step_of_a_builder_is_assigned_back() -> None:
    source = "fn f() -> Reply {\n    let reply = Reply::new();\n    reply.header(1);\n    reply\n}\n"
    label = ("reply.header", "value moved here")
    found = proposed("assign-back", source, "E0382", "use of moved value: `reply`", label)
    assert found[0] == source.replace("let reply", "let mut reply").replace("    reply.h", "    reply = reply.h")
