"""Claims of operators on bounds, derives, impls, trait items and signatures: the exact text they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

GENERIC = "fn most<T>(v: &[T]) -> &T { if v[0] > v[1] { &v[0] } else { &v[1] } }\n"
MISSING_BOUND = "binary operation `>` cannot be applied to type `T`"
BOX = "struct Pair<T> { a: T, b: T }\nimpl<T> Pair<T> { fn sum(self) -> T { self.a + self.b } }\n"
KEY = "struct Point { x: Grid }\nstruct Grid { n: u32 }\nfn f(p: Point, q: Point) -> bool { p == q }\n"
NAMED = """trait Named { fn name(&self) -> &str; fn size(&self) -> usize; }
struct Dog { name: String, legs: Vec<u32> }
impl Named for Dog {
    fn size(&self) -> usize { 4 }
}
"""
SHAPE = """trait Shape { fn scale(&mut self, by: f64) -> bool; }
struct Square(f64);
impl Shape for Square {
    fn scale(&self, factor: f32) -> bool { factor > 1.0 }
}
"""
SHOWN = """/// Reads "name: number of tags", as in a list.
struct Card { name: String, tags: Vec<u32> }
fn f(card: Card) -> String { card.to_string() }
"""


def test_the_bound_that_an_operator_needs_comes_first() -> None:
    found = proposed("bound-on-parameter", GENERIC, "E0369", MISSING_BOUND, ("v[0] >", ""))
    assert found[0] == GENERIC.replace("<T>", "<T: PartialOrd>")
    assert GENERIC.replace("<T>", "<T: PartialOrd + Copy>") in found


def test_a_trait_outside_the_prelude_is_spelt_with_its_path_unless_it_is_imported() -> None:
    found = proposed("bound-on-parameter", BOX, "E0369", "cannot add `T` to `T`", ("self.a +", ""))
    wanted = "impl<T: std::ops::Add<Output = T>>"
    assert found[0] == BOX.replace("impl<T>", wanted)
    imported = "use std::ops::Add;\n" + BOX
    found = proposed("bound-on-parameter", imported, "E0369", "cannot add `T` to `T`", ("self.a +", ""))
    assert found[0] == imported.replace("impl<T>", "impl<T: Add<Output = T>>")


def test_a_trait_gets_the_supertrait_that_its_methods_need() -> None:
    source = "trait Show { fn show(&self) -> String { self.to_string() } }\n"
    message = "the trait bound `Self: Display` is not satisfied"
    assert source.replace("Show {", "Show: std::fmt::Display {") in proposed(
        "bound-on-trait", source, "E0277", message, ("self.to_string", "")
    )


def test_a_bound_on_an_item_type_goes_into_a_where_clause() -> None:
    source = "fn f<I: Iterator>(i: I) { for x in i { show(x) } }\n"
    message = "the trait bound `<I as Iterator>::Item: Copy` is not satisfied"
    found = proposed("where-clause", source, "E0277", message, ("show", ""))
    assert found[0] == source.replace("(i: I) {", "(i: I) where I::Item: Copy {")


def test_a_derive_goes_to_the_types_of_the_fields_too() -> None:
    message = "binary operation `==` cannot be applied to type `Point`"
    found = proposed("add-derives", KEY, "E0369", message, ("p ==", ""))
    derive = "#[derive(PartialEq)]\nstruct"
    assert found[0] == KEY.replace("struct Point", f"{derive} Point")
    assert KEY.replace("struct", derive) in found


def test_an_impossible_derive_goes() -> None:
    source = "#[derive(Clone, Copy)]\nstruct A { n: String }\n"
    message = "the trait `Copy` cannot be implemented for this type"
    found = proposed("drop-derive", source, "E0204", message, ("Copy", ""))
    assert found[0] == source.replace("Clone, Copy", "Clone")


def test_a_missing_method_is_written_after_the_trait_with_a_field_as_its_body() -> None:
    message = "not all trait items implemented, missing: `name`"
    found = proposed("missing-items", NAMED, "E0046", message, ("impl Named", ""))
    method = "\n    fn name(&self) -> &str {\n        &self.name\n    }"
    assert found[0] == NAMED.replace("usize { 4 }", f"usize {{ 4 }}{method}")


def test_a_missing_associated_type_is_read_from_the_signatures() -> None:
    source = "struct C { n: u8 }\nimpl Iterator for C {\n    fn next(&mut self) -> Option<u16> { None }\n}\n"
    found = proposed("missing-items", source, "E0046", "missing: `Item`", ("impl Iterator", ""))
    assert found[0] == source.replace("{ None }", "{ None }\n    type Item = u16;")


def test_display_follows_what_a_comment_quotes() -> None:
    message = "`Card` doesn't implement `std::fmt::Display`"
    found = proposed("implement-display", SHOWN, "E0277", message, ("card.to_string", ""))
    assert 'write!(f, "{}: {}", self.name, self.tags.len())' in found[0]
    assert "impl std::fmt::Display for Card {" in found[0]


def test_an_error_is_converted_by_the_variant_that_holds_it() -> None:
    source = "enum E { Empty, Bad(std::num::ParseIntError) }\n"
    message = "`?` couldn't convert the error to `E`: the trait `From<ParseIntError>` is not implemented for `E`"
    found = proposed("implement-from", source, "E0277", message, ("enum", ""))
    assert "impl From<std::num::ParseIntError> for E {" in found[0]
    assert "Self::Bad(value)" in found[0]


def test_a_sum_is_implemented_field_by_field() -> None:
    source = "struct V { x: i32, y: i32 }\nfn f(a: V, b: V) -> V { a + b }\n"
    found = proposed("implement-arithmetic", source, "E0369", "cannot add `V` to `V`", ("a + b", ""))
    assert "impl std::ops::Add for V {\n    type Output = V;" in found[0]
    assert "V { x: self.x + other.x, y: self.y + other.y }" in found[0]


def test_a_trait_of_the_file_is_implemented_by_the_fields() -> None:
    source = "trait Named { fn name(&self) -> String; }\nstruct Dog { name: String }\nfn f(d: &Dog) { hi(d) }\n"
    message = "the trait bound `Dog: Named` is not satisfied"
    found = proposed("implement-own-trait", source, "E0277", message, ("hi(d)", ""))
    assert "impl Named for Dog {\n    fn name(&self) -> String {\n        self.name.clone()\n    }\n}" in found[0]


def test_a_method_follows_its_trait_and_keeps_its_parameter_names() -> None:
    message = "method `scale` has an incompatible type for trait"
    found = proposed("follow-trait", SHAPE, "E0053", message, ("fn scale(&self", ""))
    assert found[0] == SHAPE.replace("(&self, factor: f32)", "(&mut self, factor: f64)")


def test_the_trait_may_follow_its_impl() -> None:
    found = proposed("trait-follows", SHAPE, "E0053", "method `scale` differs", ("fn scale(&self", ""))
    assert SHAPE.replace("scale(&mut self, by: f64)", "scale(&self, factor: f32)") in found


def test_a_method_that_the_trait_does_not_know_moves_to_the_type() -> None:
    source = SHAPE.replace("fn scale(&self, factor: f32) -> bool { factor > 1.0 }", "fn grow(&self) {}")
    found = proposed("item-not-in-trait", source, "E0407", "method `grow` is not a member of trait", ("fn grow", ""))
    assert found[0] == source.replace("fn grow", "fn scale")
    assert any("impl Square {\n    fn grow(&self) {}\n}" in program for program in found)
