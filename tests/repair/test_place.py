"""What an operator sees of a program: bytes against characters, costs, and what is a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.repair.place import DEFINES, Place
from nightschool.types import Diagnostic, Label

SOURCE = "fn f(é: &str) -> String {\n    let s = é;\n    g(s)\n}\n"
ERROR = Diagnostic("E0308", "mismatched types", 3, (Label(3, 7, "expected `String`", True), Label(1, 18, "expected")))


def test_columns_count_characters_and_offsets_count_bytes() -> None:
    place = Place(SOURCE, [ERROR])
    # Line 1 is 25 characters and 26 bytes: the 18th column stands behind a letter of two bytes.
    assert place.data[place.offset(1, 18) :].startswith(b"String")
    assert place.offset(3, 7) == len(SOURCE[: SOURCE.index("s)")].encode())
    assert place.line_text(2) == "    let s = é;"


def test_what_rustc_names_first_costs_nothing_and_what_defines_it_comes_last() -> None:
    place = Place(SOURCE, [ERROR])
    # The primary label's point is 0, its line 1 beside it; the other label's point 1; `let s` defines what line 3 uses.
    assert place.cost(place.offset(3, 7)) == 0
    assert place.cost(place.offset(3, 5)) == 1
    assert place.cost(place.offset(1, 18)) == 1
    assert place.cost(place.offset(2, 9)) == DEFINES + 1
    assert place.cost(place.offset(4, 1)) is None


def test_values_are_expressions_and_neither_types_nor_patterns_nor_names_of_items() -> None:
    place = Place(SOURCE, [ERROR])
    texts = [place.text(node) for _, node in place.values]
    assert texts[0] == "s"  # at the primary point
    assert {"g", "g(s)", "é"} <= set(texts)
    assert not {"f", "str", "String"} & set(texts)


def test_the_function_around_the_error_and_items_by_name_are_found() -> None:
    place = Place("struct S;\nimpl S {\n    fn a(&self) {}\n    fn b(&self) { x }\n}\n", [Diagnostic("E0425", "no", 4)])
    assert place.function is not None
    assert place.syntax.name(place.function) == "b"
    assert place.item("S") is not None
    assert place.item("T") is None


def test_quoted_names_are_those_that_rustc_sets_in_backticks() -> None:
    place = Place("fn f() {}", [Diagnostic("E0382", "use of moved value: `data`", 1, helps=("consider `Vec<u8>`",))])
    assert place.names == {"data"}
    assert place.quoted == ("data", "Vec<u8>")


@pytest.mark.parametrize("source", ["", "\r\n", "\ufeff", "}}}", "fn", "fn f( {", "é" * 50, "\x00"])
def test_odd_text_has_no_place_that_raises(source: str) -> None:
    place = Place(source, [Diagnostic(None, "no", 9, (Label(7, 40, "", True), Label(0, 0, "")))])
    assert list(place.values) == list(place.values)
    assert place.function is None or place.syntax is not None


@given(st.text(max_size=60), st.integers(0, 9), st.integers(0, 80))
def test_every_line_and_column_is_an_offset_in_the_text(source: str, line: int, column: int) -> None:
    place = Place(source, [])
    assert 0 <= place.offset(line, column) <= len(source.encode(errors="surrogatepass"))
