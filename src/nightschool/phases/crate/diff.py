"""Unified diffs that `git apply` and `patch -p1` take.

Covered: paths relative to the workspace, lines that end at \\n alone, a last line without it. Not covered: names with
quotes or line feeds in them.
"""

from __future__ import annotations

import difflib
import re

NO_END = "\\ No newline at end of file"


def diff(path: str, before: str, after: str) -> str:
    """The diff of one file, without the end of its last line."""
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    tab = "\t" if " " in path else ""  # ends a name that holds spaces
    named = (
        f"{line[:-1]}{tab}\n" if line.startswith(("--- ", "+++ ")) and n < 2 else line for n, line in enumerate(lines)
    )
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_END}\n" for line in named).removesuffix("\n")
