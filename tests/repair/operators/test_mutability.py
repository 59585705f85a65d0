"""Claims of operators on mutability, closures, split borrows and threads: the exact text that they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

SHELF = """trait Keep { fn keep(&self, n: u32); }
struct Shelf { rows: Vec<u32> }
impl Keep for Shelf {
    fn keep(&self, n: u32) { self.rows.push(n); }
}
"""
ROWS = ("self.rows.push", "`self` is a `&` reference, so the data it refers to cannot be borrowed as mutable")


def test_a_binding_becomes_mut() -> None:
    source = "fn f() {\n    let v = Vec::new();\n    v.push(1);\n}\n"
    asked = ("E0596", "cannot borrow `v` as mutable, as it is not declared as mutable", ("v.push", "cannot borrow"))
    assert proposed("mut-binding", source, *asked) == [source.replace("let v", "let mut v")]


def test_a_receiver_changes_in_the_trait_and_its_impls_together() -> None:
    found = proposed("receiver", SHELF, "E0596", "cannot borrow `self.rows` as mutable", ROWS)
    assert SHELF.replace("(&self", "(&mut self") in found
    assert SHELF.replace("    fn keep(&self", "    fn keep(&mut self") in found


def test_a_parameter_and_the_calls_become_mutable_together() -> None:
    source = "fn add(v: &Vec<u32>) { v.push(1); }\nfn g() { let mut w = Vec::new(); add(&w); }\n"
    found = proposed("parameter-and-calls", source, "E0596", "cannot borrow `*v` as mutable", ("v.push", "cannot"))
    assert found == [source.replace("v: &Vec", "v: &mut Vec").replace("add(&w)", "add(&mut w)")]


def test_what_gives_a_name_its_value_is_borrowed_mutably() -> None:
    source = (
        "fn f(v: &mut Vec<u32>) {\n    match v.first() {\n        Some(n) => *n += 1,\n        None => {}\n    }\n}\n"
    )
    asked = ("E0594", "cannot assign to `*n`, which is behind a `&` reference", ("*n += 1", "cannot be written"))
    assert source.replace("first()", "first_mut()") in proposed("mutable-source", source, *asked)


def test_a_closure_bound_becomes_fn_mut_with_a_mut_parameter() -> None:
    source = "fn each(act: impl Fn(u32)) { act(1); }\n"
    found = proposed("closure-trait", source, "E0594", "cannot assign to `sum`", ("impl Fn", "change this"))
    assert "fn each(mut act: impl FnMut(u32)) { act(1); }\n" in found


def test_a_variable_without_a_value_gets_one_of_its_type() -> None:
    source = "fn f(n: i32) -> String {\n    let t: String;\n    if n > 0 { t = a(); }\n    t\n}\n"
    found = proposed(
        "initial-value", source, "E0381", "used binding `t` is possibly-uninitialized", ("    t\n", "used")
    )
    assert source.replace("let t: String", "let mut t: String = String::new()") in found
    assert source.replace("t = a(); }", "t = a(); } else { t = String::new(); }") in found


def test_a_closure_moves_and_the_one_around_it_borrows_first() -> None:
    source = "fn f(v: Vec<u32>) -> u32 {\n    go(|a| other(|b| v[a] + b))\n}\n"
    labels = (("(^|b|", "may outlive borrowed value `v`"), ("v[a]", "`v` is borrowed here"))
    asked = ("E0373", "closure may outlive the current function, but it borrows `v`", *labels)
    assert source.replace("|b|", "move |b|") in proposed("move-closure", source, *asked)
    first = source.replace("    go", "    let v = &v;\n    go").replace("|b|", "move |b|")
    assert first in proposed("borrow-outside-inner-closure", source, *asked)


def test_a_counter_of_two_closures_is_a_cell() -> None:
    source = (
        "fn f() -> u32 {\n    let mut n = 0;\n    let mut up = || n += 1;\n    let mut down = || n -= 1;\n    n\n}\n"
    )
    label = ("down = ^||", "second mutable borrow occurs here")
    found = proposed("share-through-cell", source, "E0499", "cannot borrow `n` as mutable more than once", label)
    wanted = "fn f() -> u32 {\n    let n = std::cell::Cell::new(0);\n    let up = || n.set(n.get() + 1);\n"
    assert found == [wanted + "    let down = || n.set(n.get() - 1);\n    n.get()\n}\n"]


def test_two_elements_are_borrowed_together() -> None:
    source = (
        "fn f(v: &mut [u32], i: usize, j: usize) {\n    let a = &mut v[i];\n    let b = &mut v[j];\n    *a += *b;\n}\n"
    )
    labels = (("b = &mut ^v", "second mutable borrow occurs here"), ("a = &mut ^v", "first mutable borrow occurs here"))
    found = proposed("split-elements", source, "E0499", "cannot borrow `*v` as mutable more than once", *labels)
    pair = "    let [a, b] = v.get_disjoint_mut([i, j]).unwrap();\n    *a += *b;\n}\n"
    assert found[0] == source.split("    let a")[0] + pair


def test_a_method_is_written_out_where_it_borrows_too_much() -> None:
    source = "impl S {\n    fn bonus(&self, n: u32) -> u32 { n + self.more }\n    fn f(&mut self) {\n"
    source += "        for c in self.all.iter_mut() {\n            *c = self.bonus(*c);\n        }\n    }\n}\n"
    label = ("= ^self.bonus", "immutable borrow occurs here")
    found = proposed("write-out-method", source, "E0502", "cannot borrow `*self` as immutable", label)
    assert found == [source.replace("= self.bonus(*c)", "= (*c + self.more)")] or found == [
        source.replace("= self.bonus(*c)", "= *c + self.more")
    ]


def test_counted_cells_become_locks_with_their_imports() -> None:
    source = "use std::cell::RefCell;\nuse std::rc::Rc;\n\nfn f() {\n    let n = Rc::new(RefCell::new(0));\n"
    source += "    spawn(move || *n.borrow_mut() += 1);\n}\n"
    message = "`Rc<RefCell<i32>>` cannot be sent between threads safely"
    found = proposed("shared-across-threads", source, "E0277", message, ("spawn(^move", "cannot be sent"))
    wanted = "use std::sync::Mutex;\nuse std::sync::Arc;\n\nfn f() {\n    let n = Arc::new(Mutex::new(0));\n"
    assert wanted + "    spawn(move || *n.lock().unwrap() += 1);\n}\n" in found
