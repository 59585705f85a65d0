"""A file's text as a search changes it, and as it is written: with its own line ends and byte-order mark.

Covered: files whose lines all end in CRLF, inserted lines too. Not covered: mixed line ends: they are left as they are,
and inserted lines end in \\n.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nightschool.errors import UsageError

MARK = "\ufeff"


@dataclass(frozen=True)
class Text:
    """The text of a file."""

    plain: str
    """With \\n at line ends and without a mark, as far as that can be undone."""
    marked: bool
    crlf: bool

    @classmethod
    def of(cls, data: bytes) -> Text:
        """The text of these bytes. Raises UsageError for what is not UTF-8."""
        try:
            whole = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(f"A source file is not UTF-8 (byte {error.start}); Rust source must be.") from error
        text = whole.removeprefix(MARK)
        crlf = "\r\n" in text and not re.search(r"(?<!\r)\n", text)
        return cls(text.replace("\r\n", "\n") if crlf else text, text != whole, crlf)

    def restored(self, plain: str) -> str:
        """Another plain text as it is written in this file's place."""
        return (MARK if self.marked else "") + (plain.replace("\n", "\r\n") if self.crlf else plain)
