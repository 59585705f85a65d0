"""A document's commands with what they print, and whether what was printed is that.

Covered: indented blocks with a prompt before each command, `...` for what is left out, and what differs from run to
run: ids, times, paths, counts of programs, shares. Not covered: order of two streams (both are one here).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PROMPT = "    $ "
_VARIES = (
    (r"\x1b\[[0-9;]*m", ""),
    (r"^  candidates compiled: .*\n", ""),
    (r"\b\d\d-\d\d \d\d:\d\d\b", "DATE"),
    (r"row:[0-9a-f]{10}", "row:ID"),
    (r"\b[0-9a-f]{12}\b", "ID"),
    (r"in \d+\.\d+s", "in TIME"),
    (r"\d+% for the first", "SHARE for the first"),
    (r"\d+ (proposals were|programs) compiled", r"SOME \1 compiled"),
    (r", \d+ more had no time", ""),
)


@dataclass(frozen=True)
class Step:
    """A command, and what the document says it prints."""

    command: str
    output: str


def steps(document: Path) -> list[Step]:
    """The commands in order; what one prints is indented, and ends at the next one or at plain text."""
    found: list[list[str]] = []
    inside = False
    for line in document.read_text(encoding="utf-8").split("\n"):
        inside = line.startswith(PROMPT) or (inside and (line.startswith("    ") or not line))
        if line.startswith(PROMPT):
            found.append([line.removeprefix(PROMPT)])
        elif inside:
            found[-1].append(line.removeprefix("    "))
    return [Step(command, "\n".join(output)) for command, *output in found]


def normal(text: str, home: Path | None = None) -> str:
    """The text with what varies named, `home` as `~`, and blanks at line ends gone."""
    text = text.replace(str(home), "~") if home else text
    for pattern, name in _VARIES:
        text = re.sub(pattern, name, text, flags=re.MULTILINE)
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def agrees(told: str, printed: str) -> bool:
    """Whether normalised `printed` is normalised `told`, where `...` stands for anything."""
    parts = map(re.escape, told.split("..."))
    return re.fullmatch("(?s:.*)".join(parts), printed) is not None
