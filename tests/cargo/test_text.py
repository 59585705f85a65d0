"""Line ends, byte-order marks and diffs."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.phases.crate.diff import diff
from nightschool.phases.crate.text import Text


@given(st.text(alphabet="ab\r\n\t\x0c\u2028\ufeff"))
def test_a_text_that_is_not_changed_is_written_as_it_was(text: str) -> None:
    read = Text.of(text.encode())
    assert read.restored(read.plain) == text


def test_an_inserted_line_ends_as_the_others_do() -> None:
    read = Text.of("\ufeffa\r\nb\r\n".encode())
    assert read.restored(read.plain.replace("b", "new\nb")) == "\ufeffa\r\nnew\r\nb\r\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\r\nb\r\n", "a\r\nnew\r\nb\r\n"),
        ("a\nb", "a\nc"),
        ("\ufeffa\n", "\ufeffb\n"),
        ("one \u2028 two\x0c\nb\n", "one \u2028 two\x0c\nc\n"),
        ("x\ry\nb\n", "x\ry\nc\n"),
    ],
    ids=["crlf", "no end", "mark", "separators", "lone cr"],
)
def test_git_applies_a_diff_whatever_the_file_holds(tmp_path, before: str, after: str) -> None:
    file = tmp_path / "a folder" / "lib.rs"
    file.parent.mkdir()
    file.write_bytes(before.encode())
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    patch = f"{diff('a folder/lib.rs', before, after)}\n".encode()
    subprocess.run(["git", "apply"], cwd=tmp_path, input=patch, check=True)
    assert file.read_bytes().decode() == after
