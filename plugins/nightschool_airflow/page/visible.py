"""What nobody can see in a text, made visible on pages: the signs are those of reports (`report.plain`).

Covered: control characters as Unicode's symbols for them, others by their number. Not covered: markup, which templates
and pictures escape; letters that look like others.
"""

from __future__ import annotations

import re

from nightschool.report.plain import ACTED_UPON

SYMBOLS, DELETE = 0x2400, 0x7F
"""Where Unicode has the pictures of control characters, and the one that stands apart."""


def visible(text: object) -> str:
    """The text with control characters as symbols (ESC as U+241B), others by their number."""
    return ACTED_UPON.sub(_symbol, str(text))


def _symbol(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number == DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return chr(SYMBOLS + number) if number < ord(" ") else f"<U+{number:04X}>"
