"""Text of models and users made safe to show: what a terminal or a browser would act upon, and lines without an end.

Covered: control characters (terminal escapes, bidirectional overrides, surrogates) become visible `\\x1b`; long text is
cut with the number of characters left out. Not covered: HTML, which templates escape by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

MOST = 600
"""Characters of one text that are shown."""
ACTED_UPON = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Signs that a terminal or a browser acts upon, or that nobody sees; pages and reports alike."""


def plain(text: object, most: int = MOST) -> str:
    """The text with nothing in it that is acted upon, at most so many characters of it."""
    full = str(text)
    shown = ACTED_UPON.sub(_visible, full[:most])
    return shown if len(full) <= most else f"{shown}... ({len(full) - most} characters more)"


def line(text: object, most: int = MOST) -> str:
    """`plain`, in one line."""
    return plain(" ".join(str(text)[: 4 * most].split()), most) if len(str(text)) <= 4 * most else plain(text, most)


def plain_data(data: Any, most: int = MOST) -> Any:
    """JSON-like data with every text in it, keys too, made plain."""
    if isinstance(data, str):
        return plain(data, most)
    if isinstance(data, Mapping):
        return {plain(key, most): plain_data(value, most) for key, value in data.items()}
    if isinstance(data, Sequence):
        return [plain_data(one, most) for one in data]
    return data


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
