"""Packs near-equal programs into few modules: what they share once, the one function they differ in once for each.

The shared text has that function emptied; beside it stands a copy of the function for each program, under a name of its
own. An error in the shared text is an error of all, one in a copy an error of that program only. Covered: the modules'
texts, and where each byte of them came from. Not covered: which programs may be packed (`kinship`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nightschool.rust.isolation import relocated
from nightschool.rust.names import MARK

RENAMED = "ns__v"
"""Copies of a function `f` are called `ns__v0_f`, `ns__v1_f`, ...: names no program may use."""
_STUB = b"{ loop {} "


class Function(NamedTuple):
    """Byte places of a function in its program."""

    start: int
    body: int
    """Where the body's opening bracket stands."""
    end: int
    name: bytes


class Piece(NamedTuple):
    """Text of a module that came from one place."""

    text: bytes
    line: int
    """The line in the (first) program at which it stands."""
    members: tuple[int, ...]
    """The programs that it belongs to."""
    shifts: tuple[int, ...] = ()
    """Lines by which it stands lower in each of them; none, if nowhere."""
    doubled: bool = False
    """It is also part of each program's copy."""


@dataclass(frozen=True, slots=True)
class Module:
    """The text of some programs, and where it came from."""

    text: bytes
    starts: tuple[int, ...]
    """Byte at which each piece starts."""
    lines: tuple[int, ...]
    """Line at which each piece starts."""
    pieces: tuple[Piece, ...]

    def origins(self, byte: int, line: int) -> Iterator[tuple[int, int, bool]]:
        """The programs to which this place belongs, its line in each, and whether it is also in their copies."""
        at = bisect_right(self.starts, byte) - 1
        piece = self.pieces[at]
        own = line - self.lines[at] + piece.line
        shifts = piece.shifts or (0,) * len(piece.members)
        for member, shift in zip(piece.members, shifts, strict=True):
            yield member, own + shift, piece.doubled

    def everyone(self) -> Iterator[tuple[int, int, bool]]:
        """All programs, for what stands nowhere."""
        for member in self.pieces[0].members:
            yield member, 0, False


def plain_modules(sources: Sequence[str]) -> list[Module]:
    """Each program a module."""
    return [module_of(whole(source, member), member) for member, source in enumerate(sources)]


def whole(source: str, member: int) -> list[Piece]:
    """One program as it is."""
    return [Piece(source.encode(), 1, (member,))]


def packed(source: bytes, at: Function, bodies: Mapping[int, bytes]) -> list[Piece]:
    """Programs that are `source` with each its own body of this function."""
    every = tuple(bodies)
    line, end = (source.count(b"\n", 0, place) + 1 for place in (at.start, at.end))
    lines = source.count(b"\n", at.body, at.end)
    head = source[at.start : at.body]
    empty = head + _STUB + b"\n" * lines + b"}"
    pieces = [Piece(source[: at.start], 1, every), Piece(empty, line, every, doubled=True)]
    for number, (member, body) in enumerate(bodies.items()):
        pieces.append(Piece(b"\n" + renamed(head, at.name, number) + body, line - 1, (member,)))
    shifts = tuple(body.count(b"\n") - lines for body in bodies.values())
    return [*pieces, Piece(b"\n" + source[at.end :], end - 1, every, shifts)]


def renamed(head: bytes, name: bytes, number: int) -> bytes:
    """The signature under the name of that copy."""
    new = b"fn %s%d_%s" % (RENAMED.encode(), number, name)
    return re.sub(rb"\bfn\s+%s\b" % re.escape(name), lambda _: new, head, count=1)


def module_of(pieces: Sequence[Piece], number: int) -> Module:
    """The pieces as the crate's module of that number."""
    texts = [relocated(piece.text.decode(errors="replace"), f"{MARK}{number}").encode() for piece in pieces]
    starts, lines, byte, line = [], [], 0, 1
    for text in texts:
        starts.append(byte)
        lines.append(line)
        byte += len(text)
        line += text.count(b"\n")
    return Module(b"".join(texts), tuple(starts), tuple(lines), tuple(pieces))
