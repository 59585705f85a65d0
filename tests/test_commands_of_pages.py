"""Whoever copies commands from the pages finds them: each is one that there is, and PATH is set before a bare one."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from nightschool.cli.app import app
from nightschool.config_file import load_config

ROOT = Path(__file__).parents[1]
EXPORT = '    export PATH="$PWD/.venv/bin:$PATH"'


@pytest.mark.parametrize("page", ["README.md", "docs/episodes.md", "docs/watch.md"])
def test_the_first_bare_command_comes_after_its_path(page: str) -> None:
    lines = (ROOT / page).read_text(encoding="utf-8").split("\n")
    bare = [number for number, line in enumerate(lines) if re.match(r"    (cargo )?nightschool ", line)]
    exported = [number for number, line in enumerate(lines) if line.startswith(EXPORT)]
    assert exported
    assert exported[0] < bare[0]


OF_THEIR_DATE = {"docs/results.md", "docs/log.md"}
"""Their commands are those of the commit that was measured."""
WRITTEN = sorted({path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")} - OF_THEIR_DATE)
WRITTEN += ["README.md", "CONTRIBUTING.md"]
BEGINS = re.compile(r"^    (?:\$ )?(?=(?:\.venv/bin/|cargo )?nightschool |make |.*python |for )")
APART = set("&|;<>()")


def commands(page: str) -> list[list[str]]:
    """Simple commands of indented lines, in words; `...` stands for words that were left out."""
    text = (ROOT / page).read_text(encoding="utf-8").replace("\\\n", " ")
    found: list[list[str]] = []
    for line in text.split("\n"):
        if not BEGINS.match(line):
            continue
        words = shlex.shlex(BEGINS.sub("", line), posix=True, punctuation_chars=True)
        words.whitespace_split = True
        found.append([])
        for word in words:
            if set(word) <= APART:
                found.append([])
            elif word != "..." and (found[-1] or word != "do"):
                found[-1].append(word)
    return [one for one in found if one]


def parsed(words: list[str]) -> None:
    """Raise unless the command line takes these words, and every setting of `--set` exists and takes its value."""
    context = typer.Context(command := typer.main.get_command(app), info_name="nightschool")
    while hasattr(command, "commands") and words[:1] != ["--help"]:
        name, *words = words
        command = command.commands[name]
    if "--help" not in words:
        command.make_context("nightschool", [*words], parent=context)
    options = [option for option in pairwise(words) if option[0] in ("-s", "--set")]
    load_config(None, [value for _, value in options])


@pytest.mark.parametrize("page", WRITTEN)
def test_every_command_of_a_page_is_one_that_there_is(page: str) -> None:
    """Names, options, settings and their values; make's targets; scripts and tests that are run are files."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for words in commands(page):
        program = words[0].removeprefix(".venv/bin/")
        if program == "nightschool":
            parsed(words[1:])
        elif program == "make":
            assert {word for word in words[1:] if "=" not in word} <= targets, words
        elif "python" in program:
            files = [word for word in words[1:] if word.startswith(("tests/", "benchmarks/"))]
            assert [file for file in files if not (ROOT / file).exists()] == [], words


INLINE = re.compile(r"`(?:\.venv/bin/|cargo )?nightschool ([^`]+)`")
PLACES = re.compile(r"[A-Z]+(\.\.\.)?|\.\.\.")


def named(words: list[str]) -> None:
    """Raise unless there is such a command with such options and settings; words in capitals stand for any."""
    command = typer.main.get_command(app)
    while hasattr(command, "commands"):
        if not words or words[0].startswith("-"):
            return
        name, *words = words
        command = command.commands[name]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word.partition("=")[0] for word in words if word.startswith("-")} <= {*options, "--help"}, words
    set_ = [value for option, value in pairwise(words) if option in ("-s", "--set") and not PLACES.fullmatch(value)]
    load_config(None, set_)


@pytest.mark.parametrize("page", WRITTEN)
def test_every_command_that_a_sentence_names_is_one_that_there_is(page: str) -> None:
    """Those between backticks, which may leave words out; `cargo nightschool` has commands of its own."""
    text = re.sub(r"`cargo nightschool [^`]*`", "", (ROOT / page).read_text(encoding="utf-8"))
    for found in INLINE.findall(re.sub(r"\n(?=[^`\n]*`)", " ", text)):
        named(found.split())


@pytest.mark.parametrize("line", ["fixx", "fix --wirte FILE", "cycle -s train.max_minuets=5", "episodes lst"])
def test_a_sentence_with_a_command_that_there_is_not_is_found(line: str) -> None:
    with pytest.raises(Exception, match=r"fixx|wirte|max_minuets|lst"):
        named(line.split())


@pytest.mark.parametrize(
    "line",
    ["nightschool fixx", "nightschool fix --wirte", "nightschool cycle --set train.max_minuets=5",
     "nightschool cycle --set gate.alpha=2", "nightschool promote"],
)  # fmt: skip
def test_a_command_that_is_misspelt_or_has_a_value_out_of_bounds_is_found(line: str) -> None:
    with pytest.raises(Exception, match=r"fixx|wirte|max_minuets|alpha|(?i:missing)"):
        parsed(line.split()[1:])
