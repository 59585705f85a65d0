"""Which programs differ from which in the body of one function only, so that they can be packed into one module.

A repair mostly changes one body. It cannot change what rustc finds in the rest as long as the signature says all that
others see of the function, and the body does no more than its statements.

Covered: free functions and methods of inherent impls, also in inner modules; found by comparing bytes, with only some
of the programs parsed. Not covered: the packing (`variants`); bodies that say more (`_TELLING`); functions that are
`const` or `async`, mention `impl` in their signature or have attributes; and programs with macros of their own or lints
that err. Those are modules alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tree_sitter

from nightschool.rust.isolation import ANYWHERE, BRACKETS, CLOSING, MACROS, needs_own_crate
from nightschool.rust.lexer import words
from nightschool.rust.syntax import parse
from nightschool.rust.variants import Function, Module, module_of, packed, whole

_TELLING = frozenset(
    ANYWHERE
    | MACROS
    | {"impl", "macro_rules", "mod", "extern", "crate", "super", "struct", "enum", "union", "trait", "type", "static"}
    | {"#", "$", '"', "'"}
)
"""Words that a body must not have: it would say something to the rest of the program, or to the crate."""
_STOPS = (b"macro_rules", b"deny(", b"forbid(")
RECENT = 24
"""Programs that a next one is compared with."""


@dataclass(slots=True)
class _Reference:
    """A program that others are compared with."""

    source: bytes
    reversed: bytes
    functions: list[Function]
    kin: Counter[int]
    """How many programs differ from it in which function only."""


Kin = tuple[_Reference, int, bytes]
"""A program as another one, which function it differs in, and the body it has there."""


class Kinship:
    """Programs of one edition. Near-equal ones are best added in a row."""

    def __init__(self, edition: str) -> None:
        self._edition = edition
        self._recent: list[_Reference] = []
        self._kin: dict[str, Kin] = {}
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
        reference = _Reference(data, data[::-1], _functions(data), Counter())
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
        pieces = [whole(sources[member], member) for member in alone]
        for reference, function, bodies in groups.values():
            if len(bodies) > 1:
                pieces.append(packed(reference.source, reference.functions[function], bodies))
        return [module_of(found, number) for number, found in enumerate(pieces)]


def _own_kin(reference: _Reference) -> Kin | None:
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
    last = len(source) - _alike(reference.reversed, data[::-1], most)
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
    if not _TELLING.isdisjoint(tokens):
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
        body = node.child_by_field_name("body")
        if node.type == "function_item" and body is not None and not attributed:
            yield from _function(node, body)
        elif body is not None and (
            node.type == "mod_item" or (node.type == "impl_item" and node.child_by_field_name("trait") is None)
        ):
            yield from _exchangeable(body)
        attributed = node.type == "attribute_item" or (attributed and node.type.endswith("_comment"))


def _function(node: tree_sitter.Node, body: tree_sitter.Node) -> Iterator[Function]:
    """None if its signature is not all of it that others see."""
    head = (node.text or b"")[: body.start_byte - node.start_byte]
    named = node.child_by_field_name("name")
    name = named.text if named is not None else None
    if name and b"#" not in name and {"impl", "const", "async"}.isdisjoint(words(head.decode(errors="replace"))):
        yield Function(node.start_byte, body.start_byte, node.end_byte, name)
