"""Edits in the protocol's positions: applied by the protocol's rules they give the other text."""

from hypothesis import example, given
from hypothesis import strategies as st
from pygls.workspace import PositionCodec

from nightschool.editor.edits import text_edits
from tests.editor.client import applied

UNITS = PositionCodec().client_num_units
TEXTS = st.lists(st.sampled_from(["a", "b{", "\n", "\r\n", "\r", "\u2028", "\x0c", "\x85", "\U0001f600"])).map("".join)


@given(TEXTS, TEXTS)
@example("", "a")
@example("a", "")
@example("a\U0001f600", "a\U0001f600\nb")
def test_applied_edits_give_the_other_text(before: str, after: str) -> None:
    assert applied(before, text_edits(before, after, UNITS)) == after


def test_only_lines_that_differ_are_touched() -> None:
    """Lines 1 and 4 of 0 to 5 differ: two edits of one line each."""
    before = "zero\r\none\r\ntwo\r\nthree\r\nfour\r\nfive"
    edits = text_edits(before, before.replace("one", "ONE").replace("four", "FOUR"), UNITS)
    assert [(one.range.start.line, one.range.end.line, one.new_text) for one in edits] == [
        (1, 2, "ONE\r\n"),
        (4, 5, "FOUR\r\n"),
    ]
    assert all(one.range.start.character == one.range.end.character == 0 for one in edits)


def test_a_last_line_without_an_end_is_counted_in_utf_16() -> None:
    """`a`, U+1F600 (two units) and `b` are four units; U+2028 ends no line."""
    (edit,) = text_edits("x\u2028\na\U0001f600b", "x\u2028\nc", UNITS)
    assert (edit.range.start.line, edit.range.start.character) == (1, 0)
    assert (edit.range.end.line, edit.range.end.character) == (1, 4)


def test_equal_texts_need_no_edit() -> None:
    assert text_edits("a\r\nb", "a\r\nb", UNITS) == []
