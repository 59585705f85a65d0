"""A repair's diff on standard output, byte for byte.

Covered: several repairs of one error are alternatives, and `git apply` would take all of them whose lines are apart,
which nothing has verified together. So where no terminal reads, only the first one's diff stands at the margin.
"""

from __future__ import annotations

import sys

INDENT = "    "


def print_diff(diff: str, *, alternative: bool) -> None:
    """Print it; that of an `alternative` indented where no terminal reads."""
    if alternative and not sys.stdout.isatty():
        diff = "\n".join(f"{INDENT}{line}" for line in diff.split("\n"))
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{diff}\n".encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()
