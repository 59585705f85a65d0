"""The unified diff of a repair, for `git apply` and `patch -p1` in the current folder or in a given one.

Covered: any UTF-8 text: lines end at \\n alone, as these tools have it, a carriage return before it is the line's, a
last line without an end is marked; names with blanks, quotes and control characters. Not covered: applying it.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from nightschool.rust.written import lines_with_ends

NO_END = "\\ No newline at end of file"
"""The mark of a last line that does not end."""
_ODD = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def unified_diff(file: Path, before: str, after: str) -> str:
    """The diff for the current folder."""
    here = file.absolute()
    return diff_of(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else file, before, after)


def diff_of(path: Path, before: str, after: str) -> str:
    """The diff for the folder of `path`, without the end of its last line; empty if nothing changed."""
    made = difflib.unified_diff(lines_with_ends(before), lines_with_ends(after))
    lines = (line if line.endswith("\n") else f"{line}\n{NO_END}\n" for line in list(made)[2:])
    body = "".join(lines).removesuffix("\n")
    return f"--- {_name('a', path)}\n+++ {_name('b', path)}\n{body}" if body else ""


def _name(side: str, path: Path) -> str:
    """The path as git writes names: quoted if odd, ended by a tab if there is a blank."""
    name = f"{side}/{path.as_posix().lstrip('/')}"
    if _ODD.search(name):
        return f'"{_ODD.sub(_escaped, name)}"'
    return f"{name}\t" if " " in name else name


def _escaped(found: re.Match[str]) -> str:
    return f"\\{_ESCAPES.get(found[0]) or format(ord(found[0]), '03o')}"
