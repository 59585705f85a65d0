"""Operators on two borrows of one holder that are used side by side: each is made in its turn, where it is used.

Covered: two `let`s of one block, or one `let` of a pair, whose look-ups may leave the function; what one statement
needs of both is read or taken out first. Not covered: elements by index (`splitting`), changes in blocks that use both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from tree_sitter import Node

from nightschool.repair.facts import return_type
from nightschool.repair.operators.asking_first import ASKED
from nightschool.repair.operators.ownership_facts import SKIPPED, labelled, outer_statements
from nightschool.repair.operators.parted_reads import held_first
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

ENDS = re.compile(r"Some\((\w+)\)|Ok\((\w+)\)|(\w+)")
ROOT = re.compile(r"^[&(*\s]*(?:mut\s+)?")


@dataclass(frozen=True, slots=True)
class Look:
    """A name that borrows from a holder."""

    name: str
    value: str
    """What it is given, with its `?`."""
    line: str
    """The whole `let`."""
    asks: str
    """The line that leaves the function where the look-up would, without its borrow; empty if it never does."""
    other: str
    """What it does where there is nothing: the block of its `else`."""


@dataclass
class Turns:
    """Lines written so far, and which name borrows at the end of them."""

    place: Place
    looks: Sequence[Look]
    lines: list[str] = field(default_factory=list)
    live: str = ""

    def borrow(self, look: Look) -> None:
        """Look up again unless the name still borrows."""
        if self.live != look.name:
            self.lines.append(look.line)
            self.live = look.name

    def ask(self, look: Look) -> None:
        """Leave where a look-up would, which ends the other borrow."""
        if look.asks:
            self.lines.append(look.asks)
            self.live = ""

    def add(self, node: Node) -> bool:
        """A statement with what it needs; False if it needs both and cannot be parted."""
        text = self.place.text(node)
        used = [look for look in self.looks if re.search(rf"\b{look.name}\b", text)]
        if len(used) > 1:
            used.sort(key=lambda look: look.name != self.live)
            found = held_first(self.place, node, (used[0].name, used[1].name))
            if found is None:
                return False
            self.borrow(next(look for look in used if look.name == found.of))
            self.lines += found.lines
            used, text = [look for look in used if look.name != found.of], found.rest
        for look in used:
            self.borrow(look)
        self.lines.append(text)
        roots = {re.split(r"\W", ROOT.sub("", look.value))[0] for look in self.looks}
        if any(re.search(rf"\b{root}\b", text) for root in roots if root):  # the holder itself is borrowed there
            self.live = ""
        return True


@repairs("E0499 E0502", late=200)
def borrow_in_turn(place: Place) -> Iterator[Proposed]:
    """`let a = m.get_mut(k)?; let b = m.get_mut(l)?; a.n -= 1; b.n += 1;` looks `b` up after `a` is done with."""
    for first, second in _pairs(place):
        looks = _looks(place, first) if first == second else [*_looks(place, first), *_looks(place, second)]
        if len(looks) != 2 or looks[0].name == looks[1].name or first.parent is None:
            continue
        held = [one for one in first.parent.named_children if one.start_byte >= first.start_byte]
        names = "|".join(look.name for look in looks)
        last = max((n for n, one in enumerate(held) if re.search(rf"\b({names})\b", place.text(one))), default=0)
        lines = _in_turn(place, looks, held[: last + 1], (first, second))
        if lines:
            text = f"\n{place.syntax.indent(first)}".join(lines)
            yield 0.0, (Edit(first.start_byte, held[last].end_byte, text),)


def _pairs(place: Place) -> Iterator[tuple[Node, Node]]:
    """Two `let`s of one block with the borrows that rustc names, or twice one that makes both; each pair once."""
    firsts = {node: _lets(node) for _, node in labelled(place, "first mutable borrow", "mutable borrow occurs here")}
    told: set[tuple[Node, Node]] = set()
    for node in dict.fromkeys(node for _, node in labelled(place)):
        later = _lets(node)
        for other, helds in firsts.items():
            for held, one in product(helds, later) if other != node else ():
                pair = (held, one) if held.start_byte <= one.start_byte else (one, held)
                if held.parent == one.parent and pair not in told:
                    told.add(pair)
                    yield pair


def _lets(node: Node) -> list[Node]:
    """The `let`s around a node, from the innermost outwards."""
    return [one for one in outer_statements(node) if one.type == "let_declaration"]


def _looks(place: Place, node: Node) -> list[Look]:
    """What a `let` borrows: one name, or two of a pair."""
    pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    other = node.child_by_field_name("alternative")
    if pattern is None or value is None:
        return []
    pairs = [(pattern, value)]
    if pattern.type == "tuple_pattern" and value.type == "tuple_expression":
        pairs = list(zip(pattern.named_children, value.named_children, strict=False))
    found = [look for one, given in pairs if (look := _look(place, one, given, place.text(other))) is not None]
    return [replace(found[0], line=place.text(node))] if len(pairs) == 1 and found else found


def _look(place: Place, pattern: Node, value: Node, other: str) -> Look | None:
    bound = ENDS.fullmatch(place.text(pattern))
    text = place.text(value)
    if bound is None or (bound[3] is None) != bool(other):
        return None
    asked = ASKED.sub(lambda call: f".{'as_ref' if call[1] == 'as' else call[1]}(", text)
    asks = f"{asked};" if text.endswith("?") else ""
    if other:
        asks = f"if {asked}.{'is_none' if bound[1] else 'is_err'}() {other}"
    line = f"let {place.text(pattern)} = {text}{f' else {other}' if other else ''};"
    return Look(bound[1] or bound[2] or bound[3], text, line, asks, other)


def _in_turn(place: Place, looks: Sequence[Look], held: list[Node], lets: tuple[Node, Node]) -> list[str]:
    """The lines of a block from the first look-up to the last use; none if that cannot be told."""
    turns = Turns(place, looks)
    for node in held:
        if node in lets:
            own = looks if lets[0] == lets[1] else [looks[lets.index(node)]]
            for look in own:
                turns.ask(look)
        elif node.type in SKIPPED:
            turns.lines.append(place.text(node).rstrip())
        elif not turns.add(node):
            return []
    gives = return_type(place, enclosing(held[0], "function_item"))
    alike = bool(looks[0].other) and looks[0].other == looks[1].other
    return _without_needless(turns.lines, looks, alike or gives.startswith("Option"))


def _without_needless(lines: list[str], looks: Sequence[Look], alike: bool) -> list[str]:
    """Questions go where the same look-up follows at once; where both leave alike, after other questions too."""
    asks = {look.asks: look for look in looks if look.asks}
    kept: list[str] = []
    for at, line in enumerate(lines):
        rest = [one for one in lines[at + 1 :] if not alike or one not in asks]
        if line not in asks or rest[:1] != [asks[line].line]:
            kept.append(line)
    return kept
