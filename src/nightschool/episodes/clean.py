"""Removes secrets and absolute paths from sources and from rustc's messages, before anything is written.

What is removed is masked at the same length (letters and digits become `x`), so that byte offsets of diagnostics stay
right and a program stays one. Covered: string literals and comments of Rust text, also where the text does not parse (a
literal without its end), all texts of a message, the same word wherever it comes back. Not covered: a secret that is
part of an identifier.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from nightschool.episodes.secrets import CODE, PROSE, key_blocks, secrets_of
from nightschool.rust.tree import Syntax

_TEXTS = ("string_literal", "raw_string_literal", "line_comment", "block_comment")
_DROPPED = ("rendered", "explanation", "$message_type")
_PATH = re.compile(
    r"(?:(?<=file://)|(?<![\w./~])|(?<=[ \"]-[A-Z]))"
    r"/(?:home|Users|root|tmp|private|var|mnt|media|opt|srv|usr|etc|data|work|workspace|builds?|nix)"
    r"(?:/[\w.@+~-]+)+|\b[A-Za-z]:\\{1,2}(?:[\w.@+~ -]+\\{1,2})*[\w.@+~-]+"
)
"""Absolute paths of Unix and Windows below the folders that people and build machines use; in a Rust string a backslash
is written twice."""
_REMARKS = re.compile(r"(?:^[ \t]*//.*(?:\n|\Z))+", re.MULTILINE)
"""Lines of comments that follow one another."""
_ENDS = re.compile(r"[\s;,)\]}]*$")
_PIECE = re.compile(rb"\\(?:[\\nrt0]|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]+\})|.", re.DOTALL)
"""A byte, or an escape of a string literal, which must stay one."""
LEAST = 4
"""Shorter words are masked where they were found and not elsewhere."""


class Cleaner:
    """Cleans what belongs to one episode; remembers what it masked."""

    def __init__(self, workspace: Path, folders: Iterable[Path] = ()) -> None:
        """`folders`: further ones whose paths are removed, such as the toolchain's and the registry's."""
        own = {str(workspace), str(workspace.resolve())}
        self._inside = tuple(sorted((f"{path}{os.sep}" for path in own), key=len, reverse=True))
        named = {*own, *map(str, folders), str(Path.home())} - {os.sep}
        self._folders = sorted((path for path in named if path.count(os.sep) > 0), key=len, reverse=True)
        self._masked: set[str] = set()

    def source(self, text: str) -> str:
        """Rust text without secrets and paths in its strings and comments."""
        syntax = Syntax(text)
        data = bytearray(syntax.data)
        for node in syntax.of(*_TEXTS):
            start, end = self._lines(syntax.data, node.start_byte, node.end_byte)
            name = PROSE if "comment" in node.type else CODE
            if name is PROSE:
                start, end = node.start_byte, node.end_byte
            for a, b in self._spots(syntax.data[start:end].decode(), name):
                low, high = max(node.start_byte, start + a), min(node.end_byte, start + b)
                if low < high:
                    self._remember(data[low:high].decode(errors="ignore"))
                    data[low:high] = mask(syntax.data[low:high])
        for a, b in _bytes(text, self._across(syntax)):
            self._remember(syntax.data[a:b].decode())
            data[a:b] = mask(syntax.data[a:b])
        return data.decode()

    def _across(self, syntax: Syntax) -> Iterator[tuple[int, int]]:
        """Places that lie in no single literal or comment: keys in lines of comments; where the text does not parse,
        whole lines, since a literal without its end is none to the parser."""
        text = syntax.source
        for run in _REMARKS.finditer(text):
            yield from ((run.start() + a, run.start() + b) for a, b in key_blocks(run[0]))
        if syntax.root.has_error:
            yield from (*self._secrets(text, CODE), *self._secrets(text, CODE, closed), *self._paths(text))

    def _remember(self, word: str) -> None:
        if len(word) >= LEAST:
            self._masked.add(word)

    @staticmethod
    def _lines(data: bytes, start: int, end: int) -> tuple[int, int]:
        """The whole lines of a literal: detectors look at what stands before it."""
        first = data.rfind(b"\n", 0, start) + 1
        last = data.find(b"\n", end)
        return first, len(data) if last < 0 else last

    def _spots(self, text: str, name: str = CODE) -> Iterator[tuple[int, int]]:
        """Byte places to mask in some lines."""
        return _bytes(text, (*key_blocks(text), *self._secrets(text, name), *self._paths(text)))

    @staticmethod
    def _secrets(text: str, name: str, read: Callable[[str], str] = str) -> Iterator[tuple[int, int]]:
        """Places of secrets, line by line, each as it is `read`."""
        at = 0
        for line in text.split("\n"):
            yield from ((at + start, at + end) for start, end in secrets_of(read(line), name))
            at += len(line) + 1

    def _paths(self, text: str) -> Iterator[tuple[int, int]]:
        yield from (found.span() for found in _PATH.finditer(text))
        for folder in self._folders:
            yield from (found.span() for found in re.finditer(re.escape(folder) + r"(?=/|\b)(/[\w.@+~-]+)*", text))

    def text(self, text: str) -> str:
        """A text of a message: paths below the workspace become relative, all else is masked."""
        for folder in self._inside:
            text = text.replace(folder, "")
        for word in sorted(self._masked, key=len, reverse=True):
            text = text.replace(word, mask(word.encode()).decode())
        data = bytearray(text.encode())
        for start, end in self._spots(text):
            data[start:end] = mask(bytes(data[start:end]))
        return data.decode()

    def message(self, message: Any) -> Any:
        """rustc's JSON message, cleaned; its rendering and the code's explanation are left out."""
        if isinstance(message, str):
            return self.text(message)
        if isinstance(message, Mapping):
            return {key: self.message(value) for key, value in message.items() if key not in _DROPPED}
        return [self.message(one) for one in message] if isinstance(message, list) else message


def closed(line: str) -> str:
    """A line in which a string is left open, with its end: detectors look for what stands between quotes."""
    return _ENDS.sub('"', line, count=1) if line.count('"') % 2 else ""


def _bytes(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places of characters as places of bytes."""
    for start, end in places:
        before = len(text[:start].encode())
        yield before, before + len(text[start:end].encode())


def mask(data: bytes) -> bytes:
    """As many bytes: letters, digits and what is not ASCII become `x`; what a backslash escapes stays an escape."""
    return b"".join(_hidden(piece[0]) for piece in _PIECE.finditer(data))


def _hidden(piece: bytes) -> bytes:
    if len(piece) > 1:
        return piece[:2] + bytes(ord("0") if chr(byte).isalnum() else byte for byte in piece[2:])
    return b"x" if piece.isalnum() or piece > b"\x7f" else piece
