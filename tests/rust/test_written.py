"""A file's own line ends and mark come back with a repair; only a line feed ends a line."""

import pytest

from nightschool.rust.written import Written, lines_with_ends


@pytest.mark.parametrize(
    ("text", "program", "restored"),
    [
        ("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"),
        ("\ufeffa\r\nb", "a\nc", "\ufeffa\r\nc"),
        ("a\nb\n", "a\nc\n", "a\nc\n"),
        ("a\r\nb\nc\r\n", "a\nB\nx\nc\n", "a\r\nB\nx\nc\r\n"),
        ("a\nb\r\nc\n", "a\nb\nx\nc\n", "a\nb\r\nx\r\nc\n"),
        ("a\rb\r\n", "a\rc\n", "a\rc\r\n"),
        ("", "x\n", "x\n"),
    ],
)
def test_what_is_put_in_ends_as_the_line_it_replaces_or_follows(text, program, restored):
    assert Written(text).restored(program) == restored


def test_only_a_line_feed_ends_a_line():
    """Nine others are line ends to `str.splitlines`: \\v \\f \\r and 1C 1D 1E 85 2028 2029."""
    odd = "a\vb\fc\rd\x1ce\x1df\x1eg\x85h\u2028i\u2029j"
    assert lines_with_ends(f"{odd}\n{odd}") == [f"{odd}\n", odd]
    assert len(odd.splitlines()) == 10
