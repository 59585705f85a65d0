"""Claims of operators on names, imports, visibility, fields, scopes and statics: the exact text they propose."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

BANK = """mod bank {
    pub struct Account { balance: i64 }
    impl Account {
        pub fn new(balance: i64) -> Self { Self { balance } }
        pub fn balance(&self) -> i64 { self.balance }
    }
    fn fee() -> i64 { 1 }
}
fn f(a: bank::Account) -> i64 { a.balance - bank::fee() }
fn g() -> bank::Account { bank::Account { balance: 3 } }
"""
PLACE = "struct P { x: i32, y: i32 }\nfn f(y: i32) -> P { P { x: 1 } }\n"
ENUM = """enum S { Circle(f64), Rect { w: f64 } }
fn f(s: &S) -> f64 { match s { S::Circle { r } => *r, S::Rect(w) => *w } }
"""


def test_a_misspelt_name_becomes_the_nearest_in_scope() -> None:
    source = "fn f(total: u32, other: u32) -> u32 { totl + other }\n"
    found = proposed("rename", source, "E0425", "cannot find value `totl` in this scope", ("totl", ""))
    assert found[0] == source.replace("totl", "total")


def test_a_method_is_looked_for_among_those_of_the_type_and_of_std() -> None:
    source = "fn f(v: Vec<u32>) -> usize { v.length() }\n"
    found = proposed("rename", source, "E0599", "no method named `length` found", ("length", ""))
    assert found[0] == source.replace("length", "len")


def test_a_field_used_bare_gets_self() -> None:
    source = "struct M { rows: u32 }\nimpl M { fn n(&self) -> u32 { rows } }\n"
    found = proposed("with-owner", source, "E0425", "cannot find value `rows` in this scope", ("{ ^rows }", ""))
    assert found[0] == source.replace("{ rows }", "{ self.rows }")


@pytest.mark.parametrize(
    ("name", "path"),
    [("HashMap", "std::collections::HashMap"), ("Rc", "std::rc::Rc"), ("FromStr", "std::str::FromStr")],
)
def test_a_name_of_std_is_imported(name: str, path: str) -> None:
    source = f"#![allow(dead_code)]\n//! About.\nfn f() -> {name}<u8> {{ g() }}\n"
    found = proposed("import-name", source, "E0425", f"cannot find type `{name}` in this scope", (name, ""))
    assert found[0] == source.replace("fn f", f"use {path};\n\nfn f")


def test_both_orderings_are_tried() -> None:
    source = "fn f(o: Ordering) {}\n"
    found = proposed("import-name", source, "E0425", "cannot find type `Ordering`", ("Ordering", ""))
    assert [line.split("\n")[0] for line in found if line.startswith("use")] == [
        "use std::sync::atomic::Ordering;",
        "use std::cmp::Ordering;",
    ]


def test_an_import_follows_the_item_to_its_module() -> None:
    source = "mod a { pub mod b { pub struct Sq; } }\nuse a::Sq;\n"
    found = proposed("path-to-origin", source, "E0432", "unresolved import `a::Sq`", ("use ^a::Sq", ""))
    assert found[0] == source.replace("a::Sq", "a::b::Sq")


def test_a_private_field_is_read_through_its_accessor_or_opened() -> None:
    message = "field `balance` of struct `Account` is private"
    found = proposed("accessor", BANK, "E0616", message, ("a.^balance - ", "private field"))
    assert found[0] == BANK.replace("a.balance -", "a.balance() -")
    opened = proposed("make-public", BANK, "E0616", message, ("a.^balance - ", "private field"))
    assert BANK.replace("{ balance: i64 }", "{ pub balance: i64 }") in opened


def test_a_private_function_becomes_public() -> None:
    found = proposed("make-public", BANK, "E0603", "function `fee` is private", ("bank::^fee()", ""))
    assert found[0] == BANK.replace("    fn fee", "    pub fn fee")


def test_a_literal_of_a_private_type_becomes_its_constructor() -> None:
    message = "field `balance` of struct `Account` is private"
    found = proposed("constructor-call", BANK, "E0451", message, ("bank::Account { bal", ""))
    assert found[0] == BANK.replace("bank::Account { balance: 3 }", "bank::Account::new(3)")


def test_a_missing_field_takes_the_name_in_scope() -> None:
    found = proposed("missing-fields", PLACE, "E0063", "missing field `y` in initializer of `P`", ("P { x: 1", ""))
    assert found[0] == PLACE.replace("x: 1 }", "x: 1, y }")
    assert PLACE.replace("x: 1 }", "x: 1, ..Default::default() }") in found


def test_a_variant_is_written_in_its_declared_shape() -> None:
    message = "tuple variant `S::Circle` written as struct variant"
    found = proposed("shape-of-variant", ENUM, "E0769", message, ("S::Circle { r", ""), ("S::Rect(w", ""))
    assert found[0] == ENUM.replace("S::Circle { r }", "S::Circle(r)")
    assert ENUM.replace("S::Rect(w)", "S::Rect { w }") in found


def test_a_name_of_an_inner_block_is_declared_before_it() -> None:
    source = "fn f(v: &[i32]) -> i32 {\n    for x in v {\n        let total = total + x;\n    }\n    total\n}\n"
    found = proposed("widen-scope", source, "E0425", "cannot find value `total` in this scope", ("total + x", ""))
    wanted = source.replace("    for", "    let mut total = 0;\n    for").replace("let total = total", "total = total")
    assert wanted in found


def test_an_inner_function_that_captures_becomes_a_closure() -> None:
    source = "fn f(limit: i32) -> bool {\n    fn over(x: i32) -> bool { x > limit }\n    over(3)\n}\n"
    found = proposed("capture", source, "E0434", "can't capture dynamic environment `limit`", ("> ^limit", ""))
    assert found[0] == source.replace(
        "fn over(x: i32) -> bool { x > limit }", "let over = |x: i32| -> bool { x > limit };"
    )
    given = source.replace("fn over(x: i32)", "fn over(x: i32, limit: i32)").replace("over(3)", "over(3, limit)")
    assert given in found


def test_a_static_that_is_made_at_run_time_becomes_lazy() -> None:
    source = "static WORDS: Vec<String> = words();\n"
    found = proposed(
        "lazy-static", source, "E0015", "cannot call non-const function `words` in statics", ("words()", "")
    )
    head = "use std::sync::LazyLock;\n\n"
    assert found[0] == f"{head}static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words());\n"


def test_a_mutable_static_becomes_an_atomic() -> None:
    source = "static mut N: u32 = 0;\nfn f() -> u32 { N += 1; N }\n"
    found = proposed("static-without-unsafe", source, "E0133", "use of mutable static is unsafe", ("N +=", ""))
    order = "std::sync::atomic::Ordering::SeqCst"
    made = "static N: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);"
    assert found[0] == f"{made}\nfn f() -> u32 {{ N.fetch_add(1, {order}); N.load({order}) }}\n"


def test_a_type_parameter_that_nothing_uses_goes_everywhere() -> None:
    source = "struct W<T, U> { x: T }\nimpl<T, U> W<T, U> { fn get(&self) -> &T { &self.x } }\n"
    found = proposed("unused-parameter", source, "E0392", "type parameter `U` is never used", ("U> {", ""))
    assert found[0] == source.replace("<T, U>", "<T>")
    assert any("PhantomData<U>" in program for program in found)


def test_recursive_fields_are_boxed_together() -> None:
    source = "enum Tree { Leaf, Node(Tree, Tree) }\n"
    found = proposed("box-recursion", source, "E0072", "recursive type `Tree` has infinite size", ("Tree {", ""))
    assert source.replace("(Tree, Tree)", "(Box<Tree>, Box<Tree>)") in found
