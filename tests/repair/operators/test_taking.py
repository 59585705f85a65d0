"""Claims of operators that take, replace, remove and own values: the exact text that they propose."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

IN_LOOP = "value moved here, in previous iteration of loop"


def test_what_a_loop_gives_away_and_fills_again_is_taken() -> None:
    source = "fn f() {\n    let mut w = Vec::new();\n    for t in 0..3 {\n"
    source += "        if t > 1 { out(S { w }); } else { w.push(t); }\n    }\n}\n"
    found = proposed("take-in-loop", source, "E0382", "borrow of moved value: `w`", ("w.push", ""), ("{ ^w }", IN_LOOP))
    assert found == [source.replace("S { w }", "S { w: std::mem::take(&mut w) }")]


def test_each_turn_takes_a_part_of_an_iterator() -> None:
    source = "fn f(v: &[u8]) {\n    let rest = v.iter();\n    for _ in 0..3 {\n"
    source += "        keep(rest.take(2));\n    }\n}\n"
    found = proposed("take-by-reference", source, "E0382", "use of moved value: `rest`", ("rest.take", IN_LOOP))
    assert found == [source.replace("let rest", "let mut rest").replace("rest.take", "rest.by_ref().take")]


def test_a_place_that_is_assigned_next_is_replaced_at_once() -> None:
    source = "fn f(&mut self, new: T) -> T {\n    let old = self.now;\n    self.now = new;\n    old\n}\n"
    found = proposed("replace-at-once", source, "E0507", "cannot move out of `self.now`", ("self.now", "move occurs"))
    assert found == [
        "fn f(&mut self, new: T) -> T {\n    let old = std::mem::replace(&mut self.now, new);\n    old\n}\n"
    ]


def test_an_element_is_removed() -> None:
    source = "fn f(v: &mut Vec<String>) -> String { v[0] }\n"
    found = proposed(
        "remove-element", source, "E0507", "cannot move out of index of `Vec<String>`", ("v[", "move occurs")
    )
    assert found[0] == source.replace("v[0]", "v.remove(0)")


PUT_BACK = "fn f(&mut self) {\n    for x in &self.xs {\n        self.log(x);\n    }\n}\n"
BORROWED = (("self.log", "mutable borrow occurs here"), ("&^self.xs", "immutable borrow occurs here"))


def test_what_a_loop_goes_over_is_taken_and_put_back() -> None:
    found = proposed("take-and-put-back", PUT_BACK, "E0502", "cannot borrow `*self` as mutable", *BORROWED)
    taken = PUT_BACK.replace("    for x in &self.xs", "    let xs = std::mem::take(&mut self.xs);\n    for x in &xs")
    assert found == [taken.replace("    }\n}", "    }\n    self.xs = xs;\n}")]


@pytest.mark.parametrize("body", ["if x.bad() { return; } self.log(x);", "self.xs.len(); self.log(x);"])
def test_what_a_loop_may_leave_or_reads_is_not_taken(body: str) -> None:
    source = PUT_BACK.replace("self.log(x);", body)
    assert proposed("take-and-put-back", source, "E0502", "cannot borrow `*self` as mutable", *BORROWED) == []


def test_a_loop_that_removes_becomes_retain() -> None:
    source = "fn f(m: &mut M) {\n    for (k, v) in &m.all {\n        if v.old() {\n            m.all.remove(k);\n"
    source += "        }\n    }\n}\n"
    label = ("m.all.remove", "mutable borrow occurs here")
    found = proposed("retain-instead", source, "E0502", "cannot borrow `m.all` as mutable", label)
    assert found == ["fn f(m: &mut M) {\n    m.all.retain(|k, v| !(v.old()));\n}\n"]
    counted = source.replace("m.all.remove(k);", "m.all.remove(k);\n            n += 1;")
    found = proposed("retain-instead", counted, "E0502", "cannot borrow `m.all` as mutable", label)
    assert "m.all.retain(|k, v| { if v.old() { n += 1; return false; } true });" in found[0]


def test_an_option_owns_what_it_keeps() -> None:
    source = "fn f() {\n    let mut best: Option<&str> = None;\n    for l in all() {\n        let s = l.low();\n"
    source += "        if best.is_none_or(|b| b.len() < 3) { best = Some(&s); }\n    }\n}\n"
    label = ("Some(&^s", "borrowed value does not live long enough")
    found = proposed("own-kept-option", source, "E0597", "`s` does not live long enough", label)
    owned = source.replace("Option<&str>", "Option<String>").replace("Some(&s)", "Some(s.to_string())")
    assert owned.replace("best.is", "best.as_deref().is") in found


def test_a_map_owns_its_values_in_every_function_that_has_it() -> None:
    source = 'fn get(m: &HashMap<&str, &str>) -> usize { m.get("a").copied().map_or(0, str::len) }\n'
    source += "fn f() {\n    let mut m: HashMap<&str, &str> = HashMap::new();\n    for l in all() {\n"
    source += '        m.insert("a", &l);\n    }\n}\n'
    label = ("&^l)", "borrowed value does not live long enough")
    found = proposed("own-in-map", source, "E0597", "`l` does not live long enough", label)
    owned = source.replace("&str, &str", "&str, String").replace("&l)", "l)")
    assert owned in found
    assert owned.replace(".copied()", ".map(String::as_str)") in found


def test_every_type_of_a_function_owns() -> None:
    source = "fn f() -> Vec<(&str, u8)> {\n    let mut m: HashMap<&str, u8> = HashMap::new();\n    let l = low();\n"
    source += "    m.entry(&l);\n    m.into_iter().collect()\n}\n"
    label = ("&^l)", "borrowed value does not live long enough")
    found = proposed("own-through-function", source, "E0597", "`l` does not live long enough", label)
    assert found[0] == source.replace("&str", "String").replace("&l)", "l)")


def test_a_returned_list_is_converted_at_its_end() -> None:
    source = "fn f(p: &str) -> Vec<&str> {\n    let low = p.low();\n    let mut found = Vec::new();\n"
    source += "    found.push(&low);\n    found\n}\n"
    label = ("    ^found\n", "returns a value referencing data owned by the current function")
    found = proposed("own-results", source, "E0515", "cannot return value referencing local variable", label)
    ends = "    found.into_iter().map(str::to_string).collect()\n}\n"
    assert found == [source.replace("Vec<&str>", "Vec<String>").replace("    found\n}\n", ends)]


def test_what_is_matched_is_copied_and_gone_over_by_reference() -> None:
    source = "fn f(&mut self) {\n    if let Some(ns) = self.all.get(&1) {\n        for n in ns {\n"
    source += "            self.visit(n);\n        }\n    }\n}\n"
    labels = (("self.visit", "mutable borrow occurs here"), ("= ^self.all", "immutable borrow occurs here"))
    found = proposed("copy-what-is-matched", source, "E0502", "cannot borrow `*self` as mutable", *labels)
    assert found[0] == source.replace("get(&1)", "get(&1).cloned()").replace("in ns", "in &ns")
