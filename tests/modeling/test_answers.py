"""Answer formats: every edit can be written and read back, and nonsense is data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.config import AnswerConfig
from nightschool.modeling.answers import AnswerFormat, EditFormat, ProgramFormat, answer_format

BROKEN = "fn f() -> i32 {\n    let x = 1;\n    x += 1;\n    x\n}\n"

line = st.text(st.characters(blacklist_characters="\n", blacklist_categories=("Cs",)), max_size=12)
program = st.lists(line, min_size=1, max_size=12).map("\n".join)


@given(broken=program, fixed=program)
@pytest.mark.parametrize("format", [EditFormat(), ProgramFormat()], ids=lambda f: f.name)
def test_applying_the_target_gives_the_fixed_program(format: AnswerFormat, broken: str, fixed: str) -> None:
    repaired = format.apply(broken, format.target(broken, fixed))
    if format.name == "program" and (not fixed.strip() or "```" in fixed):
        return  # an empty answer is no program, and a program that holds a fence reads as a fenced block
    assert repaired is not None
    assert repaired.rstrip("\n") == fixed.rstrip("\n")


@given(broken=program, fixed=program)
def test_no_prefix_of_a_right_answer_is_hopeless(broken: str, fixed: str) -> None:
    target = EditFormat().target(broken, fixed)
    assert not any(EditFormat().hopeless(target[:n]) for n in range(len(target) + 1))


@given(broken=program, answer=st.text(max_size=60))
def test_a_hopeless_answer_is_never_applied(broken: str, answer: str) -> None:
    if EditFormat().hopeless(answer.strip("\n")):
        assert EditFormat().apply(broken, answer) is None


def test_a_changed_line_is_its_number_and_the_line_as_it_will_be() -> None:
    assert EditFormat().target(BROKEN, BROKEN.replace("let x", "let mut x")) == "2 let mut x = 1;"


def test_a_line_is_changed_once() -> None:
    assert EditFormat().apply("a b\n", "1 c d") == "c d\n"
    assert EditFormat().apply("a b\n", "1 c\n1 d") is None
    assert EditFormat().apply("a b\n", "1-\n1 c") is None


def test_insertion_and_deletion_are_marked() -> None:
    fixed = "fn f() -> i32 {\n    let x = 1;\n    let y = x + 1;\n    y\n    // two\n}\n"
    # Lines 3 and 4 are replaced pairwise; the third new line follows line 4.
    assert EditFormat().target(BROKEN, fixed) == "3 let y = x + 1;\n4 y\n4+// two"
    assert EditFormat().apply(BROKEN, "3-\n0+// new") == "// new\nfn f() -> i32 {\n    let x = 1;\n    x\n}\n"


@pytest.mark.parametrize(
    "answer",
    [
        "fix it",
        "7:out of range",
        "2:a\n2:b",
        "0:zero",
        "0-",
        "2:a\n\n3:b",
        "```\n2:a\n```",
        "-1:a",
        "99999999:a",
    ],
)
def test_malformed_edits_are_none(answer: str) -> None:
    assert EditFormat().apply(BROKEN, answer) is None


def test_inserted_lines_are_indented_as_their_place_suggests() -> None:
    fixed = BROKEN + "\nimpl A {\n    fn g() {\n        h();\n    }\n}\n"
    target = EditFormat().target(BROKEN, fixed)
    assert target == "5+\n5+impl A {\n5+fn g() {\n5+h();\n5+}\n5+}"
    assert EditFormat().apply(BROKEN, target) == fixed


def test_unexpected_indentation_is_written_out() -> None:
    fixed = BROKEN.replace("    x += 1;", "  x += 1;\n      y();")
    assert EditFormat().target(BROKEN, fixed) == "3:  x += 1;\n3>      y();"


def test_the_prompt_shows_numbers_instead_of_indentation_and_no_blank_lines() -> None:
    assert EditFormat(None).show("fn f() {\n\n    g();\n}\n", "") == "1 fn f() {\n3 g();\n4 }"


def test_the_prompt_shows_what_the_diagnostic_names_and_what_that_needs() -> None:
    lines = ["use a::B;", "struct S {", "    n: u8,", "}", "", "fn f(s: S) -> u8 {", "    let t = s.n;", "    g();"]
    lines += ["    h();", "    t", "}"]
    shown = EditFormat(0).show("\n".join(lines), "error[E0001]: `S` is odd\nline 10: here")
    # line 10 is named; 6 is the head of its block, 7 defines `t`, 2 defines the quoted `S`, 1 is a `use`
    assert shown == "1 use a::B;\n2 struct S {\n6 fn f(s: S) -> u8 {\n7 let t = s.n;\n10 t"
    assert EditFormat(1).show("\n".join(lines), "line 10: here").endswith("9 h();\n10 t\n11 }")


def test_prose_is_hopeless_at_its_first_letter() -> None:
    assert EditFormat().hopeless("T")
    assert EditFormat().hopeless("2:a\nThe")
    assert not EditFormat().hopeless("2:a\n1")
    assert not EditFormat().hopeless("2-")
    assert EditFormat().hopeless("2-x")


def test_a_fenced_program_is_unwrapped() -> None:
    assert ProgramFormat().apply(BROKEN, "Here:\n```rust\nfn g() {}\n```\nDone.") == "fn g() {}\n"
    assert ProgramFormat().apply(BROKEN, "   \n") is None


def test_formats_are_found_by_name() -> None:
    assert [answer_format(AnswerConfig(format=name)).name for name in ("edit", "program")] == ["edit", "program"]


def test_a_megabyte_of_answer_is_read_in_linear_time() -> None:
    assert EditFormat().apply(BROKEN, "2:" + "x" * 1_000_000) is not None
    assert EditFormat().apply(BROKEN, "x\n" * 500_000) is None
