"""A repair's diff, applied by the real git, gives the file with the repair: whatever characters the file holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nightschool.phases.diffs import diff_of, unified_diff
from nightschool.rust.written import Written

ODD = [
    "\f",
    "\v",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1c",
    "\x1e",
    "\r",
    "\t",
    "\ufeff",
    "é",
    " ",
    "a",
    "b;",
    "\\",
    '"',
    "-",
    "+",
]
LINE = st.lists(st.sampled_from(ODD), max_size=6).map("".join)
LINES = st.lists(st.tuples(LINE, st.sampled_from(["\n", "\r\n"])), max_size=12)
CUTS = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(["drop", "change", "insert"]), LINE), max_size=4)


def applied(folder: Path, name: str, before: str, after: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `git apply` makes of the file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(before.encode())
    with monkeypatch.context() as patch:
        patch.chdir(folder)
        diff = unified_diff(folder / name, before, after)
    (folder / "it.diff").write_bytes(f"{diff}\n".encode())
    subprocess.run(["git", "apply", "it.diff"], cwd=folder, check=True, capture_output=True)
    return (folder / name).read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\nb", "a\nc"),
        ("a\nb\n", "a\nb\nc"),
        ("a\rb\r\nc\r\n", "a\rb\r\nd\r\n"),
        ("a \u2028 b\x0c\n", "a \u2028 c\x0c\n"),
        ("\ufeffa\n\tb\n", "\ufeffa\n\tc\n"),
        ("a\x85b\n", "a\x85c\n"),
    ],
)
@pytest.mark.parametrize("name", ["lib.rs", "my lib.rs", 'a"b\\c.rs', "tab\there.rs", "größe.rs"])
def test_a_diff_applies_to_odd_texts_and_names(tmp_path, monkeypatch, before, after, name):
    assert applied(tmp_path, name, before, after, monkeypatch) == after


def test_a_diff_applies_below_the_folder_that_it_is_made_in(tmp_path, monkeypatch):
    """Without `-p0`: the names have git's `a/` and `b/`."""
    (tmp_path / "src").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("src/lib.rs").write_text("a\n")
    diff = unified_diff(Path("src/lib.rs"), "a\n", "b\n")
    assert diff == "--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1 +1 @@\n-a\n+b"
    subprocess.run(["git", "apply"], input=f"Not sure: one.\n\n{diff}\n".encode(), cwd=tmp_path, check=True)
    assert Path("src/lib.rs").read_text() == "b\n"


@example(lines=[], cuts=[(0, "change", "\ufeff")], ended=False, mark=False)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, cuts=CUTS, ended=st.booleans(), mark=st.booleans())
def test_git_applies_any_repair_of_any_text_and_the_rest_stays_byte_for_byte(
    tmp_path, monkeypatch, lines, cuts, ended, mark
):
    """A text of odd lines with either end; its plain form is edited line by line, restored, and applied."""
    text = "\ufeff" * mark + "".join(line + end for line, end in lines)
    text = text if ended else text.removesuffix("\n").removesuffix("\r")
    written = Written(text)
    program = edited(written.plain, cuts)
    program = program if mark else program.lstrip("\ufeff")  # a mark at the start of a text is none of its plain form
    after = written.restored(program)
    if after != text:
        assert applied(tmp_path, "lib.rs", text, after, monkeypatch) == after
    assert written.restored(written.plain) == text
    assert Written(after).plain == program or "\r\n" in program


def edited(plain: str, cuts: list[tuple[int, str, str]]) -> str:
    lines = plain.split("\n")
    for at, what, line in cuts:
        place = at % len(lines)
        line = line.rstrip("\r")
        if what == "insert":
            lines.insert(place, line)
        elif what == "change":
            lines[place] = line
        elif len(lines) > 1:
            del lines[place]
    return "\n".join(lines)


def test_a_package_s_diff_is_for_its_workspace_wherever_it_is_made(tmp_path, monkeypatch):
    """The path stays as given although the current folder is below the workspace."""
    file = tmp_path / "a folder" / "lib.rs"
    file.parent.mkdir()
    file.write_bytes(b"a\r\nb\r\n")
    monkeypatch.chdir(file.parent)
    diff = diff_of(Path("a folder/lib.rs"), "a\r\nb\r\n", "a\r\nnew\r\nb\r\n")
    assert diff.startswith("--- a/a folder/lib.rs\t\n+++ b/a folder/lib.rs\t\n")
    subprocess.run(["git", "apply"], input=f"{diff}\n".encode(), cwd=tmp_path, check=True)
    assert file.read_bytes() == b"a\r\nnew\r\nb\r\n"
