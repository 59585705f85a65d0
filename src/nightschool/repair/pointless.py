"""Programs that no developer can want: they do nothing that the broken one did not do.

Covered: a variable assigned to itself, `drop` of a reference or of what a call gives that borrows nothing away. Not
covered: repairs that are wrong; tests and the chooser tell those.
"""

from __future__ import annotations

import re

_SELF_ASSIGNED = re.compile(r"(?:^|[;{}]|=>)\s*(\*?[a-z_][\w.]*) = \1\s*[;,}]", re.MULTILINE)
_DROPPED = re.compile(r"\bdrop\((?:&|[\w.]+\.(?!take|pop|lock|write|read|unwrap|expect|borrow_mut|remove)\w+\(\)\))")


def pointless(source: str, program: str) -> bool:
    """Whether a proposal has such a statement that the broken program does not have."""
    return any(len(form.findall(program)) > len(form.findall(source)) for form in (_SELF_ASSIGNED, _DROPPED))
