"""From which arguments a result borrows: what a signature's lifetimes mean for its callers, whatever they are called.

Covered: named, elided and static lifetimes in references and in paths, by the rules of elision. Not covered: outlives
bounds, lifetimes that an opaque type captures unsaid, elided ones of paths (`Parser` for `Parser<'_>`).
Source: the Rust reference, "Lifetime elision".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nightschool.rust.tree import Syntax, child

ELIDED, STATIC = "'_", "'static"
SELF, TYPE = "self", "its type"


def borrowed_from(syntax: Syntax, function: Node) -> str:
    """What a caller has to keep as long as the result, for each lifetime of it; empty where there is no choice."""
    given = list(_given(syntax, function))
    names = {name for _, found in given for name in found}
    asked = _asked(syntax, function)
    if not asked or (len(given) < 2 and asked == [ELIDED] * len(asked)):
        return ""
    sources = [_sources(name, given, names) for name in asked]
    choice = sum(len(found) for _, found in given) > 1 or STATIC in asked or TYPE in sources
    return " and ".join(dict.fromkeys(sources)) if choice else ""


def _given(syntax: Syntax, function: Node) -> Iterator[tuple[str, list[str]]]:
    """Each argument that has lifetimes, by its place, with these."""
    block = function.child_by_field_name("parameters")
    place = 0
    for one in block.named_children if block is not None else ():
        if one.type == "self_parameter":
            found = _lifetimes(syntax, one) or ([ELIDED] if syntax.text(one).startswith("&") else [])
            if found:
                yield SELF, found[:1]
        elif one.type == "parameter":
            place += 1
            found = list(_of_type(syntax, one.child_by_field_name("type")))
            if found:
                yield f"argument {place}", found


def _asked(syntax: Syntax, function: Node) -> list[str]:
    return list(dict.fromkeys(_of_type(syntax, function.child_by_field_name("return_type"))))


def _sources(name: str, given: Sequence[tuple[str, list[str]]], names: set[str]) -> str:
    """The arguments that have this lifetime; an elided one is that of `self`, else the only one."""
    if name == STATIC:
        return "nothing"
    if name == ELIDED:
        return SELF if any(place == SELF for place, _ in given) else given[0][0] if given else "nothing"
    if name not in names:
        return TYPE
    return " and ".join(place for place, found in given if name in found)


def _of_type(syntax: Syntax, node: Node | None) -> Iterator[str]:
    """Lifetimes of a type in order; a reference without one has an elided one. Function types have their own."""
    if node is None or node.type == "function_type":
        return
    if node.type == "lifetime":
        yield syntax.text(node)
    if node.type == "reference_type" and child(node, "lifetime") is None:
        yield ELIDED
    if node.type == "use_bounds" and not _lifetimes(syntax, node):
        yield STATIC
    for one in node.named_children:
        yield from _of_type(syntax, one)


def _lifetimes(syntax: Syntax, node: Node) -> list[str]:
    return [syntax.text(one) for one in node.named_children if one.type == "lifetime"]
