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
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs that a terminal or a browser acts upon, or that nobody sees; pages and reports alike."""


def plain(text: object, most: int = MOST) -> str:
    """The text with nothing in it that is acted upon, at most so many characters of it."""
    full = str(text)
    shown = ACTED_UPON.sub(_visible, full[:most])
    return shown if len(full) <= most else f"{shown}... ({len(full) - most} characters more)"


def line(text: object, most: int = MOST) -> str:
    """`plain`, in one line."""
    full = str(text)
    joined = " ".join(full[: 4 * most].split())
    if len(full) <= 4 * most:
        return plain(joined, most)
    return f"{plain(joined[:most], most)}... ({len(full) - len(joined[:most])} characters more)"


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
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
