"""What a statement needs of one of two names that it uses, read or taken out before it: what it changes stays.

Covered: fields, calls whose value the statement uses, `*x`, and a list that `append` empties, by `std::mem::take`. Not
covered: names in macros, and calls in statements with a block, which may not come to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import generic_args, plain
from nightschool.repair.operators.naming import name_for
from nightschool.repair.operators.ownership_facts import fresh, is_changed, uses
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of

OWNS = frozenset({"String", "Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "Box"})


@dataclass(frozen=True, slots=True)
class Parted:
    """A statement in two: lines that need one name alone, and the rest, which does not need it."""

    of: str
    lines: list[str]
    rest: str


def held_first(place: Place, node: Node, names: tuple[str, str]) -> Parted | None:
    """The statement with all that it reads of one of the names before it, the first one if that may be."""
    for of, other in (names, names[::-1]):
        found = [_chain(place, use) for use in uses(place, of, node)]
        if found and all(one is not None and _apart(place, node, one, other) for one in found):
            return _parted(place, node, of, [one for one in found if one is not None])
    return None


def _chain(place: Place, use: Node) -> Node | None:
    """The fields and calls that start at a name; None if they change it or the statement gives it away otherwise."""
    if is_changed(use):
        return None
    node = use
    while (parent := node.parent) is not None:
        reads = parent.type == "field_expression" and parent.child_by_field_name("value") == node
        calls = parent.type == "call_expression" and parent.child_by_field_name("function") == node
        if not reads and not calls:
            break
        node = parent
    if node != use or parent is None:
        return node if node.type != "field_expression" or not _is_called(node) else None
    if parent.type == "unary_expression" and place.text(parent).startswith("*"):
        return parent
    called = place.syntax.field(parent.parent, "function") if parent.type == "arguments" and parent.parent else ""
    return node if called.endswith(".append") else None


def _is_called(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "generic_function"


def _apart(place: Place, node: Node, chain: Node, other: str) -> bool:
    """Whether a chain can stand before its statement: it has nothing of the other name, and is reached in any case."""
    blocks = any(one.start_byte < chain.start_byte < one.end_byte for one in _conditional(node))
    return not place.syntax.mentions(chain, other) and (not blocks or chain.type == "field_expression")


def _conditional(node: Node) -> list[Node]:
    """Blocks and closures in a statement, which may run never or often."""
    found, stack = [], list(node.named_children)
    while stack:
        one = stack.pop()
        found += [one] if one.type in ("block", "closure_expression", "match_block") else []
        stack += one.named_children
    return found


def _parted(place: Place, node: Node, of: str, chains: list[Node]) -> Parted:
    """Each distinct chain gets a name; the statement has the names instead."""
    names: dict[str, str] = {}
    lines, parts, at = [], [], node.start_byte
    for chain in sorted(chains, key=lambda one: one.start_byte):
        text = place.text(chain)
        if text not in names:
            names[text] = _free(place, text, set(names.values()))
            lines.append(_line(place, chain, names[text]))
        mark = "&mut " if chain.type == "identifier" else ""
        parts += [place.data[at : chain.start_byte].decode(errors="replace"), mark + names[text]]
        at = chain.end_byte
    parts.append(place.data[at : node.end_byte].decode(errors="replace"))
    return Parted(of, lines, "".join(parts))


def _free(place: Place, text: str, taken: set[str]) -> str:
    wanted = (name_for(text), f"its_{name_for(text)}", "part", "held", "taken")
    return fresh(place, *(name for name in wanted if name not in taken))


def _line(place: Place, chain: Node, name: str) -> str:
    text = place.text(chain)
    if chain.type == "identifier":
        return f"let mut {name} = std::mem::take({text});"
    owns = chain.type != "call_expression" and generic_args(plain(type_of(place, chain)))[0] in OWNS
    return f"let {name} = {text}{'.clone()' if owns else ''};"
