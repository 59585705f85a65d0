"""rustc's suggestions as proposals: together, alone, both readings of parts at one place, and no placeholders."""

from __future__ import annotations

from nightschool.repair.place import Place
from nightschool.repair.suggested import suggested
from nightschool.types import Diagnostic, Replacement, Suggestion

SOURCE = "fn f<T, U>(t: T, u: U) {}\n"


def suggestion(applicability: str, *parts: tuple[int, int, str], message: str = "try") -> Suggestion:
    return Suggestion(message, tuple(Replacement(*part) for part in parts), applicability)


def programs(*suggestions: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    errors = [Diagnostic("E0277", "no", 1, suggestions=group) for group in suggestions]
    return [(one.step.name, one.program) for one in suggested(Place(SOURCE, errors))]


def test_all_machine_applicable_ones_come_together_before_each_alone() -> None:
    first, second = suggestion("MachineApplicable", (6, 6, ": A")), suggestion("MachineApplicable", (9, 9, ": B"))
    assert programs((first,), (second,)) == [
        ("together", "fn f<T: A, U: B>(t: T, u: U) {}\n"),
        ("MachineApplicable", "fn f<T: A, U>(t: T, u: U) {}\n"),
        ("MachineApplicable", "fn f<T, U: B>(t: T, u: U) {}\n"),
    ]


def test_parts_at_one_place_are_tried_as_alternatives_and_joined_in_rustcs_order() -> None:
    place = (6, 6)
    first, second = (suggestion("MaybeIncorrect", (*place, text)) for text in (": A", " + B"))
    assert [program for _, program in programs((first, second))] == [
        "fn f<T: A, U>(t: T, u: U) {}\n",
        "fn f<T + B, U>(t: T, u: U) {}\n",
        "fn f<T: A + B, U>(t: T, u: U) {}\n",
    ]


def test_bounds_that_two_errors_ask_for_at_one_parameter_become_one_list() -> None:
    first, second = (suggestion("MachineApplicable", (6, 6, text)) for text in (": A", ": B"))
    assert programs((first,), (second,))[0] == ("together", "fn f<T: A + B, U>(t: T, u: U) {}\n")


def test_alternatives_that_replace_the_same_text_are_not_joined() -> None:
    first, second = (suggestion("MaybeIncorrect", (5, 6, text)) for text in ("A", "B"))
    assert [program for _, program in programs((first, second))] == [
        "fn f<A, U>(t: T, u: U) {}\n",
        "fn f<B, U>(t: T, u: U) {}\n",
    ]


def test_placeholders_are_left_out_and_what_is_only_marked_so_is_not() -> None:
    marked = suggestion("HasPlaceholders", (11, 15, ""))
    holding = suggestion("HasPlaceholders", (11, 15, "/* value */"))
    assert programs((holding, marked)) == [("HasPlaceholders", "fn f<T, U>(, u: U) {}\n")]


def test_a_placeholder_that_the_program_has_itself_is_no_reason_to_leave_out_another_edit() -> None:
    source = "fn f(t: T) { /* later */ }\n"
    error = Diagnostic("E0412", "no", 1, suggestions=(suggestion("MaybeIncorrect", (8, 9, "u8")),))
    assert [one.program for one in suggested(Place(source, [error]))] == ["fn f(t: u8) { /* later */ }\n"]


def test_a_clone_in_full_is_the_plain_one() -> None:
    """rustc proposes `<T as Clone>::clone(&t)` too; operators propose `t.clone()`, and both are one edit."""
    full = suggestion("MaybeIncorrect", (8, 8, "<B as Clone>::clone(&"), (11, 11, ")"))
    place = Place("let a = x.b;\n", [Diagnostic("E0507", "no", 1, suggestions=(full,))])
    assert [one.program for one in suggested(place)] == ["let a = x.b.clone();\n"]
