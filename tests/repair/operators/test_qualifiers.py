"""Claims of operators on words too many, bounds too strong, and what is opened together: their exact text."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

CACHE = """struct C<K, V> { m: HashMap<K, V> }
impl<K, V> C<K, V> { fn put(&mut self, k: K, v: V) { self.m.insert(k, v); } }
"""
ROW = "struct R { from: u32, size: u32 }\nfn page(number: u32, size: u32) -> R { R { size } }\n"


def test_keys_of_a_map_get_both_bounds_at_once() -> None:
    message = "the method `insert` exists for struct `HashMap<K, V>`, but its trait bounds were not satisfied"
    found = proposed("bound-on-parameter", CACHE, "E0599", message, ("insert", ""))
    assert found[0] == CACHE.replace("impl<K, V>", "impl<K: Eq + std::hash::Hash, V>")


def test_a_bound_is_weakened_or_dropped() -> None:
    source = "fn f<T: Copy>(x: T) {}\n"
    found = proposed("weaken-bound", source, "E0277", "the trait bound `String: Copy` is not satisfied", ("Copy", ""))
    assert found[:2] == [source.replace("Copy", "Clone"), source.replace(": Copy", "")]


def test_two_traits_of_an_object_are_joined() -> None:
    source = "fn f(x: &(dyn Show + Read)) {}\n"
    message = "only auto traits can be used as additional traits in a trait object"
    found = proposed("joined-object", source, "E0225", message, ("Read", ""))
    made = "pub trait ShowRead: Show + Read {}\n\nimpl<T: Show + Read> ShowRead for T {}\n\n"
    assert found[0] == made + "fn f(x: &(dyn ShowRead)) {}\n"


def test_methods_of_a_type_of_std_become_those_of_a_trait() -> None:
    source = "impl Vec<i32> { pub fn total(&self) -> i32 { 0 } }\n"
    message = "cannot define inherent `impl` for a type outside of the crate where the type is defined"
    found = proposed("extension-trait", source, "E0116", message, ("impl", ""))
    made = "pub trait VecExt {\n    fn total(&self) -> i32;\n}\n\n"
    assert found == [made + "impl VecExt for Vec<i32> { fn total(&self) -> i32 { 0 } }\n"]


def test_a_method_of_several_traits_is_called_by_its_trait() -> None:
    source = "trait A { fn go(&self); }\ntrait B { fn go(&self); }\nfn f(x: S) { x.go() }\n"
    found = proposed("qualified-call", source, "E0034", "multiple applicable items in scope", ("x.go", ""))
    assert found == [source.replace("x.go()", "A::go(&x)"), source.replace("x.go()", "B::go(&x)")]


def test_all_that_is_private_and_named_is_opened_together() -> None:
    source = "mod m { struct T; impl T { fn new() -> T { T } } }\nfn f() { m::T::new(); }\n"
    message = "struct `T` is private; associated function `new` is private"
    found = proposed("make-all-public", source, "E0603", message, ("m::T", ""))
    assert found == [source.replace("struct T", "pub struct T").replace("fn new", "pub fn new")]


def test_a_missing_number_is_computed_from_what_is_not_used_yet() -> None:
    found = proposed("missing-fields", ROW, "E0063", "missing field `from` in initializer of `R`", ("R { size", ""))
    assert ROW.replace("R { size }", "R { size, from: number * size }") in found


def test_a_misspelt_statement_becomes_its_keyword() -> None:
    source = "fn f() { loop { contine; } }\n"
    found = proposed("rename", source, "E0425", "cannot find value `contine` in this scope", ("contine", ""))
    assert found[0] == source.replace("contine", "continue")


def test_an_empty_literal_in_an_operator_is_filled_by_it() -> None:
    source = "struct S(bool);\nimpl BitXor for S { fn bitxor(self, rhs: Self) -> S { Self() } }\n"
    message = "this function takes 1 argument but 0 arguments were supplied"
    found = proposed("literal-by-operator", source, "E0061", message, ("Self()", ""))
    assert found[0] == source.replace("Self()", "Self(self.0 ^ rhs.0)")


def test_generic_arguments_are_read_from_a_literal() -> None:
    source = "struct P<A, B> { a: A, b: B }\nfn f(n: usize) -> P<String> { P { a: n, b: String::new() } }\n"
    message = "struct takes 2 generic arguments but 1 generic argument was supplied: `P`"
    found = proposed("add-argument", source, "E0107", message, ("P<String", ""))
    assert found[0] == source.replace("P<String>", "P<usize, String>")


def test_a_module_goes_only_where_its_file_is_missing() -> None:
    """One that has its file would take what is wrong in that file out of the build."""
    source = "mod line;\nuse line::Line;\npub fn f() {}\n"
    found = proposed("inline-module", source, "E0583", "file not found for module `line`", ("mod line", ""))
    assert found == ["use line::Line;\npub fn f() {}\n", "pub fn f() {}\n"]
    message = "cannot find module or crate `money` in this scope"
    assert proposed("inline-module", source, "E0433", message, ("mod line", "")) == []
