"""Claims of operators on borrows that several functions, closures or look-ups share: the text that they propose."""

from __future__ import annotations

import pytest

from nightschool.repair.pointless import pointless
from tests.repair.operators.samples import proposed

TWICE = "cannot borrow `*v` as mutable more than once at a time"
SECOND = "second mutable borrow occurs here"


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        ("i", "j", "if i < j { let (left, right) = v.split_at_mut(j); (&mut left[i], &mut right[0]) } else {"),
        ("i - 1", "i", " = { let (left, right) = v.split_at_mut(i); (&mut left[i - 1], &mut right[0]) };"),
        ("3", "1", " = { let (left, right) = v.split_at_mut(3); (&mut right[0], &mut left[1]) };"),
    ],
)
def test_two_elements_are_split_for_the_order_that_they_may_have(one: str, two: str, wanted: str) -> None:
    source = f"fn f(v: &mut [u32], i: usize, j: usize) {{\n    let a = &mut v[{one}];\n    let b = &mut v[{two}];\n}}\n"
    labels = (("b = &mut ^v", SECOND), ("a = &mut ^v", "first mutable borrow occurs here"))
    assert wanted in proposed("split-elements", source, "E0499", TWICE, *labels)[1]


LOOK_UP = """fn f(&mut self, key: &str) -> Option<u32> {
    let row = self.rows.get_mut(key)?;
    let next = self.count();
    row.push(next);
    Some(next)
}
"""


def test_a_look_up_that_may_fail_is_asked_before_anything_changes() -> None:
    labels = (("= ^self.count", SECOND), ("self.rows", "first mutable borrow occurs here"))
    found = proposed("ask-first", LOOK_UP, "E0499", TWICE, *labels)
    asked = LOOK_UP.replace("let row = self.rows.get_mut(key)?;", "self.rows.get(key)?;")
    assert found == [asked.replace("    row.", "    let row = self.rows.get_mut(key)?;\n    row.")]


def test_a_let_else_is_asked_for_with_its_else() -> None:
    source = LOOK_UP.replace(
        "let row = self.rows.get_mut(key)?;", "let Some(row) = self.last_mut() else { return None };"
    )
    labels = (("= ^self.count", SECOND), ("= ^self.last", "first mutable borrow occurs here"))
    source = source.replace("self.last_mut", "self.rows.last_mut")
    labels = (labels[0], ("= ^self.rows", "first mutable borrow occurs here"))
    found = proposed("ask-first", source, "E0499", TWICE, *labels)
    assert "{\n    if self.rows.last().is_none() { return None }\n    let next = " in found[0]
    assert "    let Some(row) = self.rows.last_mut() else { return None };\n    row.push" in found[0]


def test_a_map_keeps_the_default_that_it_lacks() -> None:
    source = "fn f(&mut self, k: &str) -> &mut Bag {\n"
    source += "    match self.m.get_mut(k) { Some(b) => b, None => &mut Bag::new() }\n}\n"
    label = ("&mut ^Bag::", "returns a reference to data owned by the current function")
    found = proposed("entry-or-default", source, "E0515", "cannot return reference to temporary value", label)
    assert found[0] == "fn f(&mut self, k: &str) -> &mut Bag {\n    self.m.entry(k.to_string()).or_default()\n}\n"


def test_a_place_is_given_for_its_copy() -> None:
    source = "fn f(&mut self) -> &mut Row {\n    let mut row = self.rows[0].clone();\n    &mut row\n}\n"
    label = ("    ^&mut row", "returns a reference to data owned by the current function")
    found = proposed("give-place", source, "E0515", "cannot return reference to local variable `row`", label)
    assert found == ["fn f(&mut self) -> &mut Row {\n    let row = &mut self.rows[0];\n    row\n}\n"]


def test_a_borrowed_name_that_is_changed_becomes_a_copy() -> None:
    source = "fn f(&self) -> S {\n    let s = self;\n    for r in &s.rows {\n        r.n = 1;\n"
    source += "    }\n    s.n = 2;\n    s.clone()\n}\n"
    labels = (("    ^s.n", "`s` is a `&` reference"), ("r.n", "`r` is a `&` reference"))
    found = proposed("change-own-copy", source, "E0594", "cannot assign to `s.n`", *labels)
    wanted = source.replace("let s = self", "let mut s = self.clone()").replace("&s.rows", "&mut s.rows")
    assert found == [wanted.replace("    s.clone()\n", "    s\n")]


def test_what_a_helper_changes_is_lent_mutably_by_its_callers() -> None:
    source = "impl T {\n    fn f(&self) {\n        for r in &self.rows { add(r); }\n"
    source += "    }\n}\nfn add(row: &Row) { row.n += 1; }\n"
    label = ("row.n", "`row` is a `&` reference, so the data it refers to cannot be written")
    found = proposed("mutable-through-calls", source, "E0594", "cannot assign to `row.n`", label)
    wanted = source.replace("(&self)", "(&mut self)").replace("in &self", "in &mut self")
    assert found == [wanted.replace("row: &Row", "row: &mut Row")]


def test_a_closure_takes_a_parameter_that_it_changed() -> None:
    source = "fn f(mut n: Lift) {\n    let mut go = |to: u32| n.drive(to);\n    go(1);\n"
    source += "    n.hold();\n    go(2);\n}\n"
    labels = (("    ^n.hold", SECOND), ("|to", "first mutable borrow occurs here"))
    found = proposed("closure-takes-argument", source, "E0499", "cannot borrow `n` as mutable more than once", *labels)
    wanted = "fn f(mut n: Lift) {\n    let go = |n: &mut Lift, to: u32| n.drive(to);\n    go(&mut n, 1);\n"
    assert found[0] == wanted + "    n.hold();\n    go(&mut n, 2);\n}\n"


def test_all_that_a_closure_shares_is_cloned_for_it() -> None:
    source = "fn f(k: u32) -> S {\n    let a = Rc::new(1);\n    let b = Rc::new(2);\n"
    source += "    on(|| a.n(k) + b.n(k));\n    S { a, b }\n}\n"
    labels = (("||", "may outlive borrowed value `a`"), ("a.n", "`a` is borrowed here"))
    found = proposed("clone-all-captured", source, "E0373", "closure may outlive the current function", *labels)
    block = "on({ let b = Rc::clone(&b); let a = Rc::clone(&a); move || a.n(k) + b.n(k) });"
    assert found == [source.replace("on(|| a.n(k) + b.n(k));", block)]


def test_a_cell_of_two_closures_is_counted() -> None:
    source = "fn f() -> (A, B) {\n    let n = Cell::new(0);\n    (Box::new(|| n.set(1)), Box::new(|| n.get()))\n}\n"
    labels = (("||", "may outlive borrowed value `n`"), ("n.set", "`n` is borrowed here"))
    found = proposed("share-cell-between-closures", source, "E0373", "closure may outlive", *labels)
    counted = source.replace("Cell::new(0)", "std::rc::Rc::new(Cell::new(0))")
    for body in ("|| n.set(1)", "|| n.get()"):
        counted = counted.replace(body, f"{{ let n = std::rc::Rc::clone(&n); move {body} }}")
    assert found == [counted]


def test_an_object_borrows_as_long_as_what_it_is_made_of() -> None:
    source = "fn f<R: Rule>(rule: R) -> Box<dyn Rule> { Box::new(Not(rule)) }\n"
    message = "the parameter type `R` may not live long enough"
    found = proposed("lend-to-object", source, "E0310", message, ("Box::new", "must be valid for"))
    assert found == [source.replace("<R: Rule>", "<'a, R: Rule + 'a>").replace("dyn Rule", "dyn Rule + 'a")]


def test_what_does_nothing_is_pointless() -> None:
    source = "fn f(g: G, mut x: u32) {\n    drop(g);\n    x = 1;\n    let x = x;\n}\n"
    assert pointless(source, source.replace("drop(g)", "drop(&g)"))
    assert pointless(source, source.replace("drop(g)", "drop(g.title())"))
    assert pointless(source, source.replace("x = 1", "x = x"))
    assert not pointless(source, source.replace("drop(g)", "drop(g.take())"))
    assert not pointless(source, source.replace("x = 1;", "let x = x;"))
