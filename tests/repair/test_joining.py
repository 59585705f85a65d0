"""Edits that each repair another error, made together."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from nightschool.repair.joining import MOST, Tried, joined, taken_away
from nightschool.types import Diagnostic, Label

SOURCE = "fn a() { x }\nfn b() { y }\nfn c() { z }\n"


def error(message: str, line: int) -> Diagnostic:
    return Diagnostic("E0425", message, line)


X, Y, Z = error("x", 1), error("y", 2), error("z", 3)


def tried(place: int, program: str, *errors: Diagnostic) -> Tried:
    return Tried(program, errors, place)


def test_the_first_edit_of_each_error_is_joined_then_the_second_of_one_at_a_time() -> None:
    one = tried(0, SOURCE.replace("x", "1"), Y, Z)
    two = tried(1, SOURCE.replace("y", "2"), X, Z)
    three = tried(2, SOURCE.replace("z", "3"), X, Y)
    other = tried(3, SOURCE.replace("x", "9"), Y, Z)
    made = list(joined(SOURCE, (X, Y, Z), [one, two, three, other]))
    assert made == [
        ("fn a() { 1 }\nfn b() { 2 }\nfn c() { 3 }\n", (0, 1, 2)),
        ("fn a() { 9 }\nfn b() { 2 }\nfn c() { 3 }\n", (3, 1, 2)),
    ]


def test_what_brings_another_error_or_takes_none_away_is_not_joined() -> None:
    worse = tried(0, SOURCE.replace("x", "w"), Y, Z, error("w", 1))
    same = tried(1, SOURCE.replace("y", "y "), X, Y, Z)
    good = tried(2, SOURCE.replace("z", "3"), X, Y)
    assert list(joined(SOURCE, (X, Y, Z), [worse, same, good])) == []


def test_edits_at_one_place_are_not_joined() -> None:
    first, second = tried(0, SOURCE.replace("x", "1"), Y), tried(1, SOURCE.replace("x", "2"), X)
    assert list(joined(SOURCE, (X, Y), [first, second])) == []


def test_layout_and_several_places_of_one_edit_are_kept() -> None:
    both = tried(0, SOURCE.replace("x", "x(\n    1)").replace("y", "y2"), error("z", 4))
    third = tried(1, SOURCE.replace("z", "3"), X, Y)
    assert [program for program, _ in joined(SOURCE, (X, Y, Z), [both, third])] == [
        "fn a() { x(\n    1) }\nfn b() { y2 }\nfn c() { 3 }\n"
    ]


def test_errors_of_one_wording_are_told_apart_by_their_lines() -> None:
    """Both say `?`; the edit of the first makes a line more, so that what is left is said of line 3."""
    source = "fn a() { x? }\nfn b() { x? }\n"
    first, second = error("?", 1), error("?", 2)
    one = tried(0, "fn a() { x.ok(\n)? }\nfn b() { x? }\n", error("?", 3))
    two = tried(1, "fn a() { x? }\nfn b() { x.or()? }\n", first)
    assert taken_away(source, (first, second), one) == {("E0425", "?", 1)}
    assert [program for program, _ in joined(source, (first, second), [one, two])] == [
        "fn a() { x.ok(\n)? }\nfn b() { x.or()? }\n"
    ]


def test_errors_of_one_wording_on_one_line_are_told_apart_by_where_the_edit_is() -> None:
    source = "fn a() { x? + y? }\n"
    one = tried(0, "fn a() { x.ok()? + y? }\n", error("?", 1))
    two = tried(1, "fn a() { x? + y.ok()? }\n", error("?", 1))
    assert [program for program, _ in joined(source, (error("?", 1), error("?", 1)), [one, two])] == [
        "fn a() { x.ok()? + y.ok()? }\n"
    ]


def test_edits_at_several_places_for_one_of_two_errors_on_a_line_are_choices_for_it() -> None:
    """Columns 11 and 16 are rustc's; `y.a()?` and `z(y)?` begin at different places, both for the second error."""
    source = "fn a() { x? + y? }\n"
    first, second = (replace(error("?", 1), labels=(Label(1, at, "", True),)) for at in (11, 16))
    one = tried(0, "fn a() { x.ok()? + y? }\n", error("?", 1))
    two = tried(1, "fn a() { x? + y.a()? }\n", error("?", 1))
    three = tried(2, "fn a() { x? + z(y)? }\n", error("?", 1))
    made = [program for program, _ in joined(source, (first, second), [one, two, three])]
    assert made == ["fn a() { x.ok()? + y.a()? }\n", "fn a() { x.ok()? + z(y)? }\n"]


def test_the_same_edit_everywhere_comes_early_and_no_more_than_so_many_are_made() -> None:
    """Six edits for each of three errors, 216 together; `5` three times is the last by places, and the sixth of six."""
    edits = [(at, name, str(digit)) for at, name in enumerate("xyz") for digit in range(6)]
    left = [(Y, Z), (X, Z), (X, Y)]
    every = [tried(n, SOURCE.replace(name, text), *left[at]) for n, (at, name, text) in enumerate(edits)]
    made = [program for program, _ in joined(SOURCE, (X, Y, Z), every)]
    assert len(made) == MOST < len(list(product(range(6), repeat=3)))
    assert SOURCE.replace("x", "5").replace("y", "5").replace("z", "5") in made[:12]


def test_an_edit_that_repairs_two_errors_is_joined_with_one_for_the_third_and_each_alone_too() -> None:
    both = tried(0, SOURCE.replace("x", "8").replace("y", "8"), Z)
    one, two = tried(1, SOURCE.replace("x", "1"), Y, Z), tried(2, SOURCE.replace("y", "2"), X, Z)
    third = tried(3, SOURCE.replace("z", "3"), X, Y)
    made = {places for _, places in joined(SOURCE, (X, Y, Z), [both, one, two, third])}
    assert made == {(0, 3), (1, 2, 3)}
