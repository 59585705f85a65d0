"""A file's text as it is written, and as programs are searched: without a byte-order mark, every line ended by \\n.

rustc reads a file so: it drops the mark and takes CRLF for LF. What a repair leaves alone goes back byte for byte, what
it puts in ends as the line it replaces or follows. Covered: marks, CRLF, LF and both in one file, last lines without an
end. A line ends at \\n alone, as for rustc and git: form feeds, U+0085, U+2028 and a lone carriage return are text.
Not covered: other encodings than UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

MARK = "\ufeff"
"""The byte-order mark."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines_with_ends(text: str) -> list[str]:
    """The lines with their ends; only \\n ends one."""
    return _LINE.findall(text)


def lines_without_ends(text: str) -> list[str]:
    """The lines without their ends, as `str.splitlines` would if only \\n ended one."""
    return text.removesuffix("\n").split("\n") if text else []


@dataclass(frozen=True)
class Written:
    """One file's text."""

    text: str
    """As it stands in the file."""

    @cached_property
    def plain(self) -> str:
        """As rustc reads it."""
        return self.text.removeprefix(MARK).replace("\r\n", "\n")

    def restored(self, program: str) -> str:
        """A repair of `plain` as it is to be written."""
        mark = MARK if self.text.startswith(MARK) else ""
        lines = lines_with_ends(self.text.removeprefix(mark))
        ended = [line.endswith("\r\n") for line in lines if line.endswith("\n")]
        if not any(ended):
            return mark + program
        return mark + (program.replace("\n", "\r\n") if all(ended) else _aligned(lines, program))


def _aligned(lines: list[str], program: str) -> str:
    """Each line of the program with the end of the line it was, or of the one above it where it is new."""
    new = lines_with_ends(program)
    old = [line.replace("\r\n", "\n") for line in lines]
    ends: list[bool] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place in range(j_end - j):
            at = i + place if i + place < i_end else (i_end if tag != "insert" else i) - 1
            ends.append(lines[max(at, 0)].endswith("\r\n"))
    return "".join(
        f"{line.removesuffix(chr(10))}\r\n" if crlf and line.endswith("\n") else line
        for line, crlf in zip(new, ends, strict=True)
    )
