"""Claims of operators on cursors, removals by index, loops that read what they change, and cells: the exact text."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

TWICE = "cannot borrow `*at` as mutable more than once at a time"
WALK = """fn f(mut at: &mut Link, k: u8) {
    while let Some(n) = at.as_mut() {
        if n.k == k { return; }
        at = &mut n.next;
    }
    *at = None;
}
"""
BRANCHING = "fn f(mut at: &mut Link, k: u8) {\n    loop { match *at { Some(ref mut n) if n.k == k => break,\n"
BRANCHING += (
    "        Some(ref mut n) => at = if n.k > k { &mut n.left } else { &mut n.right },\n        None => return } }\n"
)
BRANCHING += "    at.take();\n}\n"
TIMERS = """fn f(&mut self, now: u64) {
    for (at, t) in self.all.iter().enumerate() {
        if t.due <= now {
            let t = self.all.remove(at);
            self.fired.push(t);
        }
    }
}
"""
BLUR = """fn f(&mut self) {
    for (i, h) in self.all.iter_mut().enumerate() {
        *h += self.all[i / 2] + h.abs();
    }
}
"""
SINK = """struct Log { lines: Vec<String>, last: String }
impl Sink for Log {
    fn write(&self, line: &str) { self.lines.push(line.trim()); self.last = line.into(); }
    fn count(&self) -> usize { self.lines.len() }
}
fn make() -> Log { Log { lines: Vec::new(), last: String::new() } }
"""
BEHIND = "is behind a `&` reference"


def test_a_walk_looks_at_a_node_and_steps_from_the_cursor() -> None:
    found = proposed("look-then-step", WALK, "E0499", TWICE, ("*at", "second mutable borrow"))
    assert found == [
        WALK.replace("at.as_mut()", "at.as_ref()").replace("&mut n.next", "&mut at.as_mut().unwrap().next")
    ]


def test_a_walk_may_have_several_links_and_guards() -> None:
    (found,) = proposed("look-then-step", BRANCHING, "E0499", TWICE, ("at.take", "second mutable borrow"))
    assert "match at.as_ref() { Some(n) if n.k == k => break" in found
    assert "{ &mut at.as_mut().unwrap().left } else { &mut at.as_mut().unwrap().right }" in found


def test_a_loop_that_removes_by_index_counts_only_where_it_keeps() -> None:
    message, label = "cannot borrow `self.all` as mutable", ("self.all.remove", "mutable borrow occurs here")
    (found,) = proposed("remove-while-counting", TIMERS, "E0502", message, label)
    assert "    let mut at = 0;\n    while at < self.all.len() {\n        if self.all[at].due <= now {\n" in found
    assert "            let t = self.all.remove(at);\n            self.fired.push(t);\n" in found
    assert "        } else {\n            at += 1;\n        }\n    }\n}\n" in found


@pytest.mark.parametrize("held", ["if t.due <= now { if ok { self.all.remove(at); } }", "self.all.remove(at);"])
def test_a_loop_that_may_not_remove_where_it_should_is_left_alone(held: str) -> None:
    source = f"fn f(&mut self) {{\n    for (at, t) in self.all.iter().enumerate() {{\n        {held}\n    }}\n}}\n"
    label = ("self.all.remove", "mutable borrow occurs here")
    assert proposed("remove-while-counting", source, "E0502", "cannot borrow `self.all` as mutable", label) == []


def test_a_loop_reads_a_list_as_it_was_or_changes_it_by_index() -> None:
    message, label = "cannot borrow `self.all` as immutable", ("self.all[", "immutable borrow occurs here")
    found = proposed("read-as-before", BLUR, "E0502", message, label)
    copied = BLUR.replace("self.all[", "before[").replace("    for", "    let before = self.all.clone();\n    for")
    assert found == [copied, copied.replace(".clone()", ".to_vec()")]
    (found_,) = proposed("change-by-index", BLUR, "E0502", message, label)
    assert "for i in 0..self.all.len() {\n        self.all[i] += self.all[i / 2] + self.all[i].abs();" in found_


def test_collections_that_change_behind_a_shared_receiver_are_in_cells() -> None:
    labels = (("self.lines.push", ""), ("self.last", ""))
    found = proposed("shared-field", SINK, "E0596", f"cannot borrow `self.lines` as mutable, {BEHIND}", *labels)
    one = "struct Log { lines: std::cell::RefCell<Vec<String>>, last: String }"
    assert one in found[0]
    assert "self.lines.borrow_mut().push(line.trim()); self.last = line.into();" in found[0]
    assert "self.lines.borrow().len()" in found[0]
    assert "lines: std::cell::RefCell::new(Vec::new()), last" in found[0]


def test_a_cell_that_one_statement_would_borrow_twice_is_not_proposed() -> None:
    source = SINK.replace("push(line.trim())", "push(self.lines[0].clone())")
    message = f"cannot borrow `self.lines` as mutable, {BEHIND}"
    assert proposed("shared-field", source, "E0596", message, ("self.lines.push", "")) == []


def test_an_option_of_a_number_behind_a_shared_receiver_is_in_a_cell() -> None:
    source = "struct S { sum: Option<u8> }\nimpl S { fn f(&self) -> bool { self.sum = Some(1); self.sum.is_some() } }\n"
    message = f"cannot assign to `self.sum`, which {BEHIND}"
    (found,) = proposed("cell-field", source, "E0594", message, ("self.sum", ""))
    assert found.startswith("struct S { sum: std::cell::Cell<Option<u8>> }\n")
    assert "self.sum.set(Some(1)); self.sum.get().is_some()" in found
