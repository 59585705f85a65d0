"""Packs near-equal programs into few modules: what they share once, the one function they differ in once for each.

A repair mostly changes the body of one function. Programs that are equal but for such a body become one module: the
shared text with that function emptied, and beside it a copy of the function for each program, under a name of its own.
A body cannot change what rustc finds in the rest as long as the signature says all that others see of it, so an error
in the shared text is an error of all, one in a copy an error of that program only.

Covered: free functions and methods of inherent impls, also in inner modules; where each byte of a module came from.
Not covered: bodies that say more than statements (`_TELLING`), functions that are `const` or `async`, mention `impl` in
their signature or have attributes, and programs with macros of their own or lints that err: those are modules alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import tree_sitter

from nightschool.rust.isolation import ANYWHERE, BRACKETS, CLOSING, MACROS, needs_own_crate, relocated
from nightschool.rust.lexer import words
from nightschool.rust.names import MARK
from nightschool.rust.syntax import parse

RENAMED = "ns__v"
"""Copies of a function `f` are called `ns__v0_f`, `ns__v1_f`, ...: names no program may use."""
_TELLING = frozenset(
    ANYWHERE
    | MACROS
    | {"impl", "macro_rules", "mod", "extern", "crate", "super", "struct", "enum", "union", "trait", "type", "static"}
    | {"#", "$"}
)
"""Words that a body must not have: it would say something to the rest of the program, or to the crate."""
_STOPS = (b"macro_rules", b"deny(", b"forbid(")
RECENT = 24
"""Programs that a next one is compared with."""
_STUB = b"{ loop {} "


class Function(NamedTuple):
    """Byte places of a function in its program."""

    start: int
    name: int
    name_end: int
    body: int
    """Where the body's opening bracket stands."""
    end: int


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


@dataclass(slots=True)
class _Reference:
    """A program that others are compared with."""

    source: bytes
    functions: list[Function]
    kin: Counter[int]
    """How many programs differ from it in which function only."""


class Kinship:
    """Which programs differ from which in the body of one function only. Near-equal ones are best added in a row."""

    def __init__(self, edition: str) -> None:
        self._edition = edition
        self._recent: list[_Reference] = []
        self._kin: dict[str, tuple[_Reference, int, bytes]] = {}
        self._references: dict[str, _Reference] = {}

    def add(self, source: str) -> bool:
        """Take note of a program; False if it needs a crate of its own."""
        data = source.encode()
        for at, reference in enumerate(self._recent):
            if (found := _differing(reference, data)) is not None:
                function, body = found
                reference.kin[function] += 1
                self._kin[source] = reference, function, body
                self._recent.insert(0, self._recent.pop(at))
                return True
        if needs_own_crate(source, self._edition, outlined=True):
            return False
        reference = _Reference(data, _functions(data), Counter())
        self._references[source] = reference
        self._recent = [reference, *self._recent[: RECENT - 1]]
        return True

    def modules(self, sources: Sequence[str]) -> list[Module]:
        """Pack programs that were added; members are their places in `sources`."""
        groups: dict[tuple[int, int], tuple[_Reference, int, dict[int, bytes]]] = {}
        alone: list[int] = []
        for member, source in enumerate(sources):
            kin = self._kin.get(source) or _own_kin(self._references[source])
            if kin is None:
                alone.append(member)
            else:
                reference, function, body = kin
                groups.setdefault((id(reference), function), (reference, function, {}))[2][member] = body
        alone += [member for _, _, bodies in groups.values() if len(bodies) == 1 for member in bodies]
        packed = [group for group in groups.values() if len(group[2]) > 1]
        pieces = [_whole(sources[member], member) for member in alone]
        pieces += [_pieces(reference, function, bodies) for reference, function, bodies in packed]
        return [_module(found, f"{MARK}{number}") for number, found in enumerate(pieces)]


def plain_modules(sources: Sequence[str]) -> list[Module]:
    """Each program a module."""
    return [_module(_whole(source, member), f"{MARK}{member}") for member, source in enumerate(sources)]


def _whole(source: str, member: int) -> list[Piece]:
    return [Piece(source.encode(), 1, (member,))]


def _own_kin(reference: _Reference) -> tuple[_Reference, int, bytes] | None:
    """A reference is a member where it has the most kin."""
    if not reference.kin:
        return None
    function = max(reference.kin, key=lambda one: (reference.kin[one], one))
    at = reference.functions[function]
    return reference, function, reference.source[at.body : at.end]


def _differing(reference: _Reference, data: bytes) -> tuple[int, bytes] | None:
    """The function in whose body alone `data` differs from the reference, and the body it has there."""
    if not reference.functions:
        return None
    source = reference.source
    first = _alike(source, data, min(len(source), len(data)))
    most = min(len(source), len(data)) - first
    last = len(source) - _alike(source[::-1], data[::-1], most)
    for number, one in enumerate(reference.functions):
        if one.body < first and last < one.end:
            body = data[one.body : len(data) - (len(source) - one.end)]
            return (number, body) if _is_plain(body) else None
    return None


def _alike(one: bytes, other: bytes, most: int) -> int:
    """How many bytes the two begin with alike, at most `most`."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _is_plain(body: bytes) -> bool:
    """It is one block of statements which only the program's own function could notice."""
    tokens = words(body.decode(errors="replace"))
    present = frozenset(tokens)
    if not present.isdisjoint(_TELLING) or '"' in present or "'" in present:
        return False
    open_: list[str] = []
    for at, token in enumerate(tokens):
        if token in BRACKETS:
            if token not in CLOSING:
                open_.append(token)
            elif not open_ or open_.pop() != CLOSING[token]:
                return False
            elif not open_:
                return at == len(tokens) - 1
    return False


def _functions(source: bytes) -> list[Function]:
    """The functions whose bodies can be exchanged."""
    if any(word in source for word in _STOPS):
        return []
    root = parse(source).root_node
    return [] if root.has_error else list(_exchangeable(root))


def _exchangeable(scope: tree_sitter.Node) -> Iterator[Function]:
    attributed = False
    for node in scope.named_children:
        inner = node.child_by_field_name("body")
        if node.type == "function_item" and inner is not None and not attributed and _says_all(node, inner):
            name = node.child_by_field_name("name")
            assert name is not None
            yield Function(node.start_byte, name.start_byte, name.end_byte, inner.start_byte, inner.end_byte)
        elif inner is not None and (
            node.type == "mod_item" or (node.type == "impl_item" and node.child_by_field_name("trait") is None)
        ):
            yield from _exchangeable(inner)
        attributed = node.type == "attribute_item" or (attributed and node.type.endswith("_comment"))


def _says_all(function: tree_sitter.Node, body: tree_sitter.Node) -> bool:
    """The signature is all of the function that others see."""
    text = function.text or b""
    head = frozenset(words(text[: body.start_byte - function.start_byte].decode(errors="replace")))
    return head.isdisjoint({"impl", "const", "async"}) and not any(word.startswith("r#") for word in head)


def _pieces(reference: _Reference, function: int, bodies: dict[int, bytes]) -> list[Piece]:
    source, at = reference.source, reference.functions[function]
    every = tuple(bodies)
    line = source.count(b"\n", 0, at.start) + 1
    lines = source.count(b"\n", at.body, at.end)
    empty = source[at.start : at.body] + _STUB + b"\n" * lines + b"}"
    pieces = [Piece(source[: at.start], 1, every), Piece(empty, line, every, doubled=True)]
    for number, (member, body) in enumerate(bodies.items()):
        name = f"{RENAMED}{number}_".encode() + source[at.name : at.name_end]
        copy = source[at.start : at.name] + name + source[at.name_end : at.body] + body
        pieces.append(Piece(b"\n" + copy, line - 1, (member,)))
    shifts = tuple(body.count(b"\n") - lines for body in bodies.values())
    end = source.count(b"\n", 0, at.end) + 1
    return [*pieces, Piece(b"\n" + source[at.end :], end - 1, every, shifts)]


def _module(pieces: Sequence[Piece], name: str) -> Module:
    texts = [relocated(piece.text.decode(errors="replace"), name).encode() for piece in pieces]
    starts, lines, byte, line = [], [], 0, 1
    for text in texts:
        starts.append(byte)
        lines.append(line)
        byte += len(text)
        line += text.count(b"\n")
    return Module(b"".join(texts), tuple(starts), tuple(lines), tuple(pieces))
