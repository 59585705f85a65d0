"""`nightschool fix` as a program: what it prints, writes and returns, for people, tools and editors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool.phases.measured import CHOSEN
from nightschool.repair.chooser import Chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import write_policy
from nightschool.repair.surety import Surety

BROKEN = """\ufefffn count(words: &[String]) -> usize {\r
\tlet total = 0; // a \u2028 b \x0c c \x85\r
\tfor word in words {\r
\t\ttotal += word.len();\r
\t}\r
\ttotal\r
}\r
\r
fn main() {\r
\tprintln!("{}", count(&[]));\r
}"""
FIXED = BROKEN.replace("let total", "let mut total")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "main.rs"
    path.write_bytes(BROKEN.encode())
    return path


def sure(root: Path, bias: float = 5.0) -> None:
    """A chooser that prefers small edits and is sure of everything; with a `bias` below 0, of nothing."""
    folder = root / "var" / "phases" / "choose" / "key" / CHOSEN
    write_policy(folder, Chooser({"distance": -1.0}, Surety({"one": bias}, 0.5)), learn_patterns([]))


def fix(folder: Path, *arguments: str, said: bytes = b"", editor: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = {"EDITOR": editor, "VISUAL": editor} if editor else {}
    command = [sys.executable, "-m", "nightschool", "fix", *arguments]
    return subprocess.run(command, cwd=folder, input=said, capture_output=True, env={**os.environ, **environment})


@pytest.mark.integration
def test_what_is_printed_applies_with_git_and_leaves_the_rest_as_it_is(tmp_path: Path, file: Path) -> None:
    """CRLF, a byte-order mark, tabs, three odd separators and a last line that does not end."""
    sure(tmp_path)
    done = fix(tmp_path, "main.rs")
    assert done.returncode == 0, done.stderr
    assert b"it type-checks and builds as a binary (linked, not run)" in done.stdout
    subprocess.run(["git", "apply"], cwd=tmp_path, input=done.stdout, check=True)
    assert file.read_bytes().decode() == FIXED


@pytest.mark.integration
def test_json_is_one_object_with_what_was_found_and_verified(tmp_path: Path, file: Path) -> None:
    """The surety is 1 / (1 + exp(2)) = 0.1192."""
    sure(tmp_path, -2.0)
    done = fix(tmp_path, "main.rs", "--json", "--edition", "2018")
    found = json.loads(done.stdout)
    assert (done.returncode, found["exit"]["code"], found["outcome"]) == (1, 1, "unsure")
    assert (found["schema"], found["file"], found["edition"], found["written"]) == (1, "main.rs", "2018", False)
    (error,) = {one["name"]: one for one in found["before"]["errors"]}.values()
    assert (error["code"], error["line"], error["lint"]) == ("E0384", 4, None)
    assert found["verified"] == {
        "type_check": True,
        "builds": ["bin"],
        "linked": True,
        "tests_run": False,
        "text": "it type-checks and builds as a binary (linked, not run)",
    }
    first = found["candidates"][0]
    assert set(first) == {"diff", "probability", "by", "changes", "apart", "program"}
    assert first["probability"] == pytest.approx(0.1192, abs=1e-4)
    assert FIXED in [one["program"] for one in found["candidates"]]
    (tmp_path / "it.diff").write_bytes(first["diff"].encode())
    subprocess.run(["git", "apply", "it.diff"], cwd=tmp_path, check=True)
    assert file.read_bytes().decode() == first["program"]


@pytest.mark.integration
def test_json_is_utf_8_whatever_the_terminal_and_the_name_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    name = os.fsdecode(b"x\xff.rs")
    (tmp_path / name).write_text("// größer 😀\npub fn f() -> u8 { 1 }\n", encoding="utf-8")
    done = fix(tmp_path, name, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["file"] == name


@pytest.mark.integration
def test_with_write_json_says_that_it_was_written_and_how_sure_it_is(tmp_path: Path, file: Path) -> None:
    """The surety is 1 / (1 + exp(-5)) = 0.9933."""
    sure(tmp_path)
    found = json.loads(fix(tmp_path, "main.rs", "--json", "--write").stdout)
    assert (found["written"], found["exit"]["code"]) == (True, 0)
    assert found["candidates"][0]["probability"] == pytest.approx(0.9933, abs=1e-4)
    assert file.read_bytes().decode() == FIXED
    again = json.loads(fix(tmp_path, "main.rs", "--json", "--write").stdout)
    assert (again["outcome"], again["before"]["errors"], again["written"]) == ("compiles", [], False)


@pytest.mark.integration
def test_standard_input_is_repaired_as_a_filter_does(tmp_path: Path, file: Path) -> None:
    """With --write the text comes out: with the repair if it is sure, else as it was."""
    sure(tmp_path, -5.0)
    unsure = fix(tmp_path, "--stdin", "--write", "src/main.rs", said=BROKEN.encode())
    assert (unsure.returncode, unsure.stdout.decode()) == (1, BROKEN)
    sure(tmp_path)
    done = fix(tmp_path, "--stdin", "--write", said=BROKEN.encode())
    assert (done.returncode, done.stdout.decode()) == (0, FIXED)
    assert b"Sure of the repair" in done.stderr
    shown = fix(tmp_path, "--stdin", "src/main.rs", said=BROKEN.encode())
    assert b"--- a/src/main.rs" in shown.stdout
    assert not (tmp_path / "src").exists()


@pytest.mark.integration
def test_a_person_goes_to_the_next_repair_and_accepts_it(tmp_path: Path, file: Path) -> None:
    sure(tmp_path, -5.0)
    shown = json.loads(fix(tmp_path, "main.rs", "--json", "--all").stdout)["candidates"]
    done = fix(tmp_path, "main.rs", "--interactive", said=b"n\na\n")
    assert (done.returncode, file.read_bytes().decode()) == (0, shown[1]["program"]), done.stderr
    assert b"Written to main.rs." in done.stdout


@pytest.mark.integration
@pytest.mark.parametrize("said", [b"s\n", b"", b"n\n" * 60])
def test_who_skips_or_says_nothing_writes_nothing(tmp_path: Path, file: Path, said: bytes) -> None:
    done = fix(tmp_path, "main.rs", "-i", said=said)
    assert (done.returncode, file.read_bytes().decode()) == (1, BROKEN)
    assert b"Nothing was written." in done.stdout


@pytest.mark.integration
def test_what_a_person_edits_is_verified_before_it_is_accepted(tmp_path: Path, file: Path) -> None:
    """The editor takes `main` away first (E0601: no binary), then the whole text back with another start."""
    broken = tmp_path / "once"
    script = tmp_path / "editor.sh"
    better = tmp_path / "better.rs"
    better.write_bytes(FIXED.replace("mut total = 0", "mut total = 0_usize").encode())
    script.write_text(
        f'#!/bin/sh\nif [ -e {broken} ]; then cat {better} > "$1"; else touch {broken}; echo > "$1"; fi\n'
    )
    script.chmod(0o755)
    done = fix(tmp_path, "main.rs", "-i", said=b"e\ny\na\n", editor=str(script))
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"It does not compile. Edit again?" in done.stdout
    assert b"Verified: it type-checks and builds as a binary" in done.stdout
    assert b"1. you" in done.stdout
    assert file.read_bytes() == better.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--interactive", "--json", "main.rs"),
        ("-i", "--stdin"),
        ("-i", "--write", "main.rs"),
        (),
        ("--stdin", "--json", "--write"),
    ],
)
def test_what_does_not_go_together_is_bad_usage(tmp_path: Path, file: Path, arguments: tuple[str, ...]) -> None:
    done = fix(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"UsageError: " in done.stderr


def test_help_says_what_the_exit_codes_mean(tmp_path: Path) -> None:
    said = " ".join(fix(tmp_path, "--help").stdout.decode().replace("│", " ").split())
    assert "Exit codes of a file: 0 it compiles already, or the repair is sure" in said
    assert "Of a package: 0 nothing to fix, or all repairs are sure" in said
    assert "1 no repair is sure" in said


@pytest.mark.integration
def test_of_alternatives_git_takes_the_first_from_a_pipe(tmp_path: Path, file: Path) -> None:
    """Several change lines that are apart, so that git would take them all; nothing has verified them together."""
    sure(tmp_path, -5.0)
    first, *others = json.loads(fix(tmp_path, "main.rs", "--json").stdout)["candidates"]
    assert others
    printed = fix(tmp_path, "main.rs").stdout
    assert printed.count(b"\n--- a/main.rs") == 1
    assert printed.count(b"\n    --- a/main.rs") == len(others)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=printed, check=True)
    assert file.read_bytes().decode() == first["program"]


def test_help_says_where_cargo_s_arguments_go(tmp_path: Path) -> None:
    shown = " ".join(fix(tmp_path, "--help").stdout.decode().split())
    assert "nightschool fix [OPTIONS] [file] [-- CARGO ARGUMENTS]" in shown
