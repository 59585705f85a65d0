"""Claims on names: what an edit brings in is compared with the words around, by the beginnings of their parts."""

from __future__ import annotations

import pytest

from nightschool.repair.changes import hunks
from nightschool.repair.kin import kin, parts, surroundings
from nightschool.repair.place import Place
from nightschool.types import Diagnostic, Label

BROKEN = """enum Fault { Under, DivideByZero }
/// Reads the left value; an empty stack is an underflow.
fn apply(left: u8, right: u8) -> Result<u8, Fault> {
    left.checked_div(right)
}
"""


def told(program: str, broken: str = BROKEN) -> dict[str, float]:
    at = Label(4, 5, "expected `Result`, found `Option`", True)
    place = Place(broken, [Diagnostic("E0308", "mismatched types", 4, (at,))])
    return kin(surroundings(place), hunks(broken, program))


def test_parts_are_words_of_three_letters_and_more() -> None:
    """`DivideByZero` has `divide` and `zero`, `By` is too short."""
    assert parts("checked_div") == {"checked", "div"}
    assert parts("DivideByZero") == {"divide", "zero"}
    assert parts("self.left.unwrap_or(None)") == {"left"}  # common ones say nothing


def test_a_name_that_was_only_declared_is_woken() -> None:
    zero = told(BROKEN.replace("(right)", "(right).ok_or(Fault::DivideByZero)"))
    assert (zero["wakes"], zero["known_names"]) == (1.0, 1.0)  # the variant; and Fault, which the signature names, too


def test_words_are_compared_with_the_line_and_with_the_head() -> None:
    """`Fault::Under` brings in `fault` and `under`: none on the line, both in signature and comment (`under`flow).
    Of `fault`, `divide` and `zero` one begins as a word of the line does (`div`), and one is in the head."""
    under = told(BROKEN.replace("(right)", "(right).ok_or(Fault::Under)"))
    assert (under["kin_line"], under["kin_head"]) == (0.0, 1.0)
    zero = told(BROKEN.replace("(right)", "(right).ok_or(Fault::DivideByZero)"))
    assert zero["kin_line"] == pytest.approx(1 / 3)
    assert zero["kin_head"] == pytest.approx(1 / 3)


def test_the_line_that_rustc_names_counts_where_the_edit_stands_elsewhere() -> None:
    """An impl below brings in `divide`, among others; the error is on the line with `checked_div`."""
    below = told(BROKEN + "impl DivideFault {}\n")
    assert below["kin_line"] == pytest.approx(1 / 2)


def test_an_edit_without_names_has_no_kin() -> None:
    assert set(told(BROKEN.replace("(right)", "(right)?")).values()) == {0.0}


def test_a_number_that_a_comment_tells_is_known() -> None:
    """36 stands in a comment, 35 does not; 3_6u8 is that number."""
    broken = BROKEN.replace("underflow.", "underflow (36).")
    for text, count in (("36", 1.0), ("3_6u8", 1.0), ("35", 0.0)):
        given = told(broken.replace("(right)", f"(right).unwrap_or({text})"), broken)
        assert given["kin_numbers"] == count
