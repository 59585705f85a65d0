"""What a program offers to be called, read from its text."""

from __future__ import annotations

import pytest

from nightschool.repair.behaviour.reader import read_interface
from nightschool.repair.behaviour.types import Type


def signatures(source: str) -> list[str]:
    return [one.signature for one in read_interface(source).offered()]


def test_public_functions_and_methods_are_offered_and_helpers_are_not() -> None:
    source = """
        fn helper(a: u8) -> u8 { a }
        pub struct Room { beds: u8 }
        impl Room { pub fn new(beds: u8) -> Self { Room { beds } } fn inner(&self) {} pub fn grow(&mut self) {} }
        pub fn total(rooms: &[Room]) -> u32 { 0 }
    """
    assert signatures(source) == ["fn Room::new(u8) -> Room", "fn Room::grow(&mut self)", "fn total(&[Room]) -> u32"]


def test_of_a_program_with_nothing_public_everything_is_offered() -> None:
    assert signatures("fn half(a: u8) -> u8 { a / 2 } fn main() {}") == ["fn half(u8) -> u8", "fn main()"]


def test_names_lifetimes_and_mut_are_no_part_of_a_signature() -> None:
    one = "pub fn longest<'a>(mut left: &'a str, right: &'a str) -> &'a str { left }"
    two = "pub fn longest<'b>(a: &'b str, b: &'b str) -> &'b str { b }"
    told = "fn longest(&str, &str) -> &str, borrowing from argument 1 and argument 2"
    assert signatures(one) == signatures(two) == [told]


@pytest.mark.parametrize(
    ("written", "borrows"),
    [
        ("f<'a>(x: &'a str, y: &str) -> &'a str", "argument 1"),
        ("f<'a>(x: &str, y: &'a str) -> Vec<&'a str>", "argument 2"),
        ("f<'a>(x: &'a str, y: &'a str) -> &'a str", "argument 1 and argument 2"),
        ("f(x: &str, y: u8) -> &str", ""),
        ("f<'a>(x: &'a str) -> &'a str", ""),
        ("f(x: &str) -> &'static str", "nothing"),
        ("f(x: &str) -> impl Display + use<>", "nothing"),
        ("f(x: &str, y: &str) -> String", ""),
    ],
)
def test_what_a_result_borrows_from_is_part_of_a_signature(written: str, borrows: str) -> None:
    (function,) = read_interface(f"pub fn {written} {{ x }}").offered()
    assert function.borrows == borrows


def test_methods_borrow_from_themselves_or_from_what_their_type_borrows() -> None:
    source = """
        pub struct Words<'a> { text: &'a str }
        impl<'a> Words<'a> {
            pub fn own(&mut self) -> &str { self.text }
            pub fn longer(&mut self) -> &'a str { self.text }
            pub fn beside(&self, other: &str) -> &str { self.text }
        }
    """
    assert [one.borrows for one in read_interface(source).offered()] == ["", "its type", "self"]


def test_a_boxed_closure_is_used_as_an_opaque_one() -> None:
    boxed = "pub fn add(n: i32) -> Box<dyn Fn(i32) -> i32 + Send> { Box::new(move |x| x + n) }"
    opaque = "pub fn add(n: i32) -> impl Fn(i32) -> i32 { move |x| x + n }"
    assert signatures(boxed) == signatures(opaque)


def test_bounds_count_where_they_say_how_a_value_is_used() -> None:
    inline = "pub fn show<T: Display + Copy>(item: T) {}"
    where = "pub fn show<T>(item: T) where T: Copy + Ord {}"
    assert signatures(inline) == signatures(where) == ["fn show(T)"]
    inline = "pub fn each<F: Fn(u8) -> u8 + Send>(call: F) {}"
    where = "pub fn each<F>(call: F) where F: Fn(u8) -> u8 {}"
    assert signatures(inline) == signatures(where) == ["fn each(F) where F: Fn(u8) -> u8"]


def test_methods_that_a_trait_provides_belong_to_its_types() -> None:
    source = """
        pub trait Shape { fn area(&self) -> u32; fn double(&self) -> u32 { self.area() * 2 } }
        pub struct Square(pub u32);
        impl Shape for Square { fn area(&self) -> u32 { self.0 } }
    """
    assert signatures(source) == ["fn Square::Shape::area(&self) -> u32", "fn Square::Shape::double(&self) -> u32"]


def test_modules_tests_and_unsafe_functions() -> None:
    source = """
        pub mod stock { pub fn count() -> u32 { 1 } fn hidden() {} }
        mod inner { pub fn unseen() {} }
        pub unsafe fn danger() {}
        #[cfg(test)] mod checks { pub fn helper() {} }
    """
    assert signatures(source) == ["fn stock::count() -> u32"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&'a mut [u8]", "&mut [u8]"),
        ("Option<&'static str>", "Option<&str>"),
        ("[u32; 4]", "[u32; 4]"),
        ("(u8,)", "(u8,)"),
        ("()", "()"),
        ("&(dyn Plugin + Send)", "&dyn Plugin + Send"),
        ("impl Iterator<Item = u32> + 'a", "impl Iterator<Item = u32>"),
        ("impl for<'a> Fn(&'a str) -> usize", "impl Fn(&str) -> usize"),
        ("fn(u8) -> u8", "fn(u8) -> u8"),
        ("std::io::Result<()>", "std::io::Result<()>"),
    ],
)
def test_types_are_written_back_without_lifetimes(written: str, read: str) -> None:
    (function,) = read_interface(f"pub fn f<'a>(value: {written}) {{}}").offered()
    assert str(function.parameters[0]) == read


def test_aliases_stand_for_what_they_name() -> None:
    interface = read_interface("type Outcome<T> = Result<T, String>; pub fn f(a: Outcome<u8>) {}")
    (function,) = interface.offered()
    assert interface.resolved(function.parameters[0]) == Type("Result", (Type("u8"), Type("String")))


@pytest.mark.parametrize("source", ["", "pub fn", "pub fn f(", "impl {", "}}}", "pub struct S { a:", "é ' \" \\"])
def test_text_that_is_no_program_offers_what_can_be_read(source: str) -> None:
    assert isinstance(signatures(source), list)


@pytest.mark.parametrize("deep", ["Vec<" * 3000 + "u8" + ">" * 3000, "&" * 4000 + "u8"])
def test_endless_nesting_offers_nothing(deep: str) -> None:
    assert signatures(f"pub fn f(a: {deep}) {{}}") == []
