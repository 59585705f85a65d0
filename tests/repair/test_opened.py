"""Claims of places in macros: their arguments are expressions to operators, and the text stays as written."""

from __future__ import annotations

from nightschool.repair.place import Place
from nightschool.rust.tree import with_macros_as_calls
from tests.repair.operators.samples import diagnostic, proposed

SOURCE = """fn area(width: u32, height: u32) -> u32 { width * height }
fn text(width: u32, height: u32) -> String {
    format!("{} of {:?}", area(width), vec![height])
}
"""
WORDS = "this function takes 2 arguments but 1 argument was supplied"


def test_macros_read_as_calls_byte_for_byte() -> None:
    read = with_macros_as_calls(SOURCE).decode()
    assert len(read) == len(SOURCE)
    assert 'format_("{} of {:?}", area(width),     [height])' in read


def test_the_text_of_an_opened_place_is_as_written() -> None:
    opened = Place(SOURCE, [diagnostic(SOURCE, "E0061", WORDS, (", ^area(width)", ""))]).opened
    assert opened is not None
    calls = [opened.text(node) for node in opened.syntax.of("call_expression")]
    assert calls == ['format!("{} of {:?}", area(width), vec![height])', "area(width)"]


def test_a_place_outside_of_macros_is_not_opened() -> None:
    assert Place(SOURCE, [diagnostic(SOURCE, "E0061", WORDS, ("^width * height", ""))]).opened is None


def test_operators_repair_calls_inside_macros() -> None:
    found = proposed("missing-argument", SOURCE, "E0061", WORDS, (", ^area(width)", ""))
    assert found[0] == SOURCE.replace("area(width)", "area(width, height)")
