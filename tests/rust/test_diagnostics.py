"""The one compact rendering, and what reaches it."""

from __future__ import annotations

from nightschool.rust import Judge, render
from nightschool.rust.diagnostics import parse_errors
from nightschool.rust.rendering import LINES, WIDTH, suggested_edits
from nightschool.types import Diagnostic, Label, Program, Replacement, Suggestion


def rendered(judge: Judge, source: str, edition: str = "2021") -> str:
    (judgement,) = judge.compile([Program(source, edition=edition)])
    return render(judgement.diagnostics, source)


def test_a_move_reads_in_few_lines(judge: Judge) -> None:
    source = 'pub fn f() {\n    let s = String::from("a");\n    drop(s);\n    println!("{}", s);\n}\n'
    assert rendered(judge, source) == (
        "error[E0382]: borrow of moved value: `s`\n"
        "line 2: move occurs because `s` has type `String`, which does not implement the `Copy` trait\n"
        "line 3: value moved here\n"
        "line 4: value borrowed here after move\n"
        "fix:\n"
        "3 drop(s.clone());"
    )


def test_an_inserted_line_and_a_changed_word(judge: Judge) -> None:
    source = "pub fn f() -> HashMap<u8, u8> { HashMap::new() }\n"
    assert "fix:\n0+use std::collections::HashMap;" in rendered(judge, source)
    source = "pub fn f() -> usize {\n    let v = Vec::new();\n    v.push(1);\n    v.len()\n}\n"
    assert rendered(judge, source).endswith("fix:\n2 let mut v = Vec::new();")


def test_nothing_is_long(judge: Judge) -> None:
    source = "\n".join(f"pub fn f{n}() -> i32 {{ let x: String = {n}; missing{n}(x, y, z) }}" for n in range(40))
    text = rendered(judge, source).splitlines()
    assert len(text) <= LINES
    assert max(map(len, text)) <= WIDTH
    assert text[-1].startswith("and ")


def test_errors_inside_macros_point_into_the_program(judge: Judge) -> None:
    source = 'pub fn f(a: Vec<u8>) {\n    println!("{}", a);\n}\n'
    text = rendered(judge, source)
    assert "error[E0277]: `Vec<u8>` doesn't implement `std::fmt::Display`" in text
    assert "line 2: " in text


def test_lists_of_other_types_are_left_out(judge: Judge) -> None:
    assert "following" not in rendered(judge, "pub fn f() -> f64 { 1.0 + 1u8 }\n")


def test_a_program_that_compiles_has_no_text(judge: Judge) -> None:
    assert rendered(judge, "pub fn f() {}\n") == ""


def test_suggestions_are_read_back_from_the_text() -> None:
    text = "error: x\nline 1: here\nfix:\n1 b\n2-\nfix:\n0+use c;\nerror: y\nfix: none"
    assert suggested_edits(text) == [["1 b", "2-"], ["0+use c;"]]


def test_line_separators_inside_rustcs_texts_do_not_cut_them(judge: Judge) -> None:
    (judgement,) = judge.compile([Program('pub fn f() -> u8 { "a\u2028b\u0085c" }\n')])
    assert [error.code for error in judgement.diagnostics] == ["E0308"]
    line = '{"level": "error", "message": "a\u2028b", "spans": [], "children": [], "code": null}'
    assert [found.diagnostic.message for found in parse_errors(f"{line}\n{{cut", None)] == ["a b"]


def test_labels_that_only_name_a_place_and_long_suggestions_are_left_out() -> None:
    labels = (Label(1, 1, "method defined here"), Label(2, 1, "moved here", primary=True))
    lines = "a\nb\nc\nd\ne\n"
    five = Suggestion("", (Replacement(0, len(lines), "v\nw\nx\ny\nz\n"),), "MaybeIncorrect")  # more than 4 edits
    one = Suggestion("", (Replacement(2, 3, "q"),), "MachineApplicable")
    found = Diagnostic("E0382", "moved", 2, labels, suggestions=(five, one))
    assert render([found], lines) == "error[E0382]: moved\nline 2: moved here\nfix:\n2 q"
