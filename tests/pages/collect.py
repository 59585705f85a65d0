"""What the pages tell readers to type, and the blocks of other languages.

Covered: an indented block is commands, each line one (`\\` joins lines); where lines begin with a prompt, those are,
and the others are what is printed. Whatever else a page shows stands between fences with its language, so nothing that
looks like a command can pass as none. Not covered: records of their date, whose commands are those of the commit
measured.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
OF_THEIR_DATE = {"docs/results.md", "docs/log.md"}
PAGES = sorted({path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")} - OF_THEIR_DATE)
PAGES += ["README.md", "CONTRIBUTING.md"]
PROMPT = "$ "
CRON = re.compile(r"^(?:[\d*/,-]+ ){5}")
APART, FILES = set("&|;()"), set("<>")


@dataclass(frozen=True)
class Block:
    """Lines between fences."""

    page: str
    language: str
    text: str


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def fenced(page: str) -> list[Block]:
    """Blocks between fences, in order."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return [Block(page, language, text) for language, text in found]


def told(page: str) -> list[str]:
    """Command lines of a page in order, as they stand: without indentation, prompt, comment and the times of cron."""
    return [line for block in indented(text_of(page)) for line in _commands(block)]


def indented(text: str) -> list[list[str]]:
    """Indented blocks outside of fences, each as its lines."""
    blocks: list[list[str]] = []
    inside = False
    lines = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).split("\n")
    for before, line in zip(["", *lines], lines, strict=False):
        starts = line.startswith("    ") and not before.strip() and not inside
        inside = starts or (inside and (line.startswith("    ") or not line.strip()))
        if starts:
            blocks.append([])
        if inside and line.strip():
            blocks[-1].append(line.removeprefix("    "))
    return blocks


def _commands(block: list[str]) -> list[str]:
    prompted = any(line.startswith(PROMPT) for line in block)
    lines = "\n".join(block).replace("\\\n", " ").split("\n")
    asked = [line.removeprefix(PROMPT) for line in lines if not prompted or line.startswith(PROMPT)]
    bare = [re.sub(r"\s+# .*$", "", CRON.sub("", line)) for line in asked]
    return [" ".join(line.split()) for line in bare]


def key(line: str) -> str:
    """A line as lists name it: wherever the program lies."""
    return line.replace(".venv/bin/", "")


def simple(line: str) -> list[list[str]]:
    """Simple commands of a line, in words; files that are read or written by the shell are left out."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split, words.commenters = True, ""
    found: list[list[str]] = [[]]
    file = False
    for word in words:
        if word and set(word) <= APART:
            found.append([])
        elif not file and not (word and set(word) <= FILES):
            found[-1].append(word)
        file = bool(word) and set(word) <= FILES
    return [one for one in found if one]
