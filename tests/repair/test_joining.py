"""Edits that each repair another error, made together."""

from __future__ import annotations

from collections import Counter

from nightschool.repair.joining import Tried, joined

SOURCE = "fn a() { x }\nfn b() { y }\nfn c() { z }\n"
X, Y, Z = ("E0425", "x"), ("E0425", "y"), ("E0425", "z")


def tried(place: int, program: str, *errors: tuple[str, str]) -> Tried:
    return Tried(program, Counter(errors), place)


def test_the_first_edit_of_each_error_is_joined_then_the_second_of_one_at_a_time() -> None:
    one = tried(0, SOURCE.replace("x", "1"), Y, Z)
    two = tried(1, SOURCE.replace("y", "2"), X, Z)
    three = tried(2, SOURCE.replace("z", "3"), X, Y)
    other = tried(3, SOURCE.replace("x", "9"), Y, Z)
    made = list(joined(SOURCE, Counter((X, Y, Z)), [one, two, three, other]))
    assert made == [
        ("fn a() { 1 }\nfn b() { 2 }\nfn c() { 3 }\n", (0, 1, 2)),
        ("fn a() { 9 }\nfn b() { 2 }\nfn c() { 3 }\n", (3, 1, 2)),
    ]


def test_what_brings_another_error_or_takes_none_away_is_not_joined() -> None:
    worse = tried(0, SOURCE.replace("x", "w"), Y, Z, ("E0425", "w"))
    same = tried(1, SOURCE.replace("y", "y "), X, Y, Z)
    good = tried(2, SOURCE.replace("z", "3"), X, Y)
    assert list(joined(SOURCE, Counter((X, Y, Z)), [worse, same, good])) == []


def test_edits_at_one_place_are_not_joined() -> None:
    first, second = tried(0, SOURCE.replace("x", "1"), Y), tried(1, SOURCE.replace("x", "2"), X)
    assert list(joined(SOURCE, Counter((X, Y)), [first, second])) == []


def test_layout_and_several_places_of_one_edit_are_kept() -> None:
    both = tried(0, SOURCE.replace("x", "x(\n    1)").replace("y", "y2"), Z)
    third = tried(1, SOURCE.replace("z", "3"), X, Y)
    assert [program for program, _ in joined(SOURCE, Counter((X, Y, Z)), [both, third])] == [
        "fn a() { x(\n    1) }\nfn b() { y2 }\nfn c() { 3 }\n"
    ]
