"""Places of a head or a type where a lifetime can stand, and what declares lifetimes.

Covered: references, receivers, `'_`, types of the file with a lifetime parameter, `dyn` and `impl` bounds; adding a
declared lifetime to an item. Not covered: which of them to fill (`lifetimes`, `type_lifetimes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tree_sitter import Node

from nightschool.repair.operators.register import insert
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

STANDARD = frozenset(
    {
        "Iter", "IterMut", "Chars", "Lines", "Split", "SplitWhitespace", "Cow", "Ref", "RefMut", "MutexGuard",
        "Formatter", "Drain", "Peekable", "Context", "CharIndices", "Keys", "Values", "Windows", "Chunks",
    }
)  # fmt: skip
"""Types of the standard library whose first parameter is a lifetime, mostly."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Bytes [start, end) become `form` with the lifetime in its braces."""

    start: int
    end: int
    form: str
    named: str
    """The lifetime that stands there; empty if none."""

    def edit(self, lifetime: str) -> Edit:
        """Put a lifetime there."""
        return Edit(self.start, self.end, self.form.format(lifetime))


def slots(place: Place, node: Node | None, bounds: bool = False) -> list[Slot]:
    """The slots inside a node in order, `+ '_` after `dyn` and `impl` too if asked."""
    if node is None:
        return []
    inside = _nodes(node)
    return sorted((slot for part in inside for slot in _slot(place, part, bounds)), key=lambda slot: slot.start)


def _nodes(node: Node) -> Iterator[Node]:
    """A node and its descendants, not those of function types, whose lifetimes are their own."""
    yield node
    for part in node.children:
        if part.type in ("function_type", "block"):
            continue
        yield from _nodes(part)


def _slot(place: Place, node: Node, bounds: bool) -> Iterator[Slot]:
    parent = node.parent
    if node.type in ("reference_type", "self_parameter") and (mark := child(node, "&")):
        lifetime = child(node, "lifetime")
        if lifetime is None:
            yield Slot(mark.end_byte, mark.end_byte, "{} ", "")
        else:
            yield Slot(lifetime.start_byte, lifetime.end_byte, "{}", place.text(lifetime))
    elif node.type == "lifetime" and parent is not None and parent.type in ("type_arguments", "bounded_type"):
        yield Slot(node.start_byte, node.end_byte, "{}", place.text(node))
    elif node.type == "type_identifier" and place.text(node) in lifetime_types(place) | STANDARD:
        yield from _of_type(place, node)
    elif bounds and node.type in ("dynamic_type", "abstract_type") and not _is_bounded(parent):
        yield Slot(node.end_byte, node.end_byte, " + {}", "")


def _is_bounded(node: Node | None) -> bool:
    return node is None or node.type == "bounded_type"


def _of_type(place: Place, node: Node) -> Iterator[Slot]:
    """The slot of a type's lifetime argument that is left out."""
    parent = node.parent
    arguments = parent.child_by_field_name("type_arguments") if parent is not None else None
    if parent is None or parent.type in ("struct_item", "enum_item", "trait_item", "union_item"):
        return
    if arguments is None and place.text(node) in lifetime_types(place):
        yield Slot(node.end_byte, node.end_byte, "<{}>", "")
    elif arguments is not None and child(arguments, "lifetime") is None:
        yield Slot(arguments.start_byte + 1, arguments.start_byte + 1, "{}, ", "")


@lru_cache(maxsize=8)
def lifetime_types(place: Place) -> frozenset[str]:
    """Structs and enums of the file that have a lifetime parameter."""
    items = place.syntax.of("struct_item", "enum_item")
    return frozenset(place.syntax.name(item) for item in items if declared(place, item))


def declared(place: Place, item: Node | None) -> list[str]:
    """Lifetimes that an item declares."""
    parameters = item.child_by_field_name("type_parameters") if item is not None else None
    found = [node for node in parameters.named_children if node.type == "lifetime_parameter"] if parameters else []
    return [place.text(node.child_by_field_name("name") or node) for node in found]


def in_scope(place: Place, function: Node) -> list[str]:
    """Lifetimes that a function may name: its own and those of its impl or trait."""
    return [*declared(place, function), *declared(place, enclosing(function, "impl_item", "trait_item"))]


def declare(place: Place, item: Node, lifetime: str) -> tuple[Edit, ...]:
    """Add a lifetime parameter to an item; nothing if it has it."""
    if lifetime in declared(place, item):
        return ()
    parameters = item.child_by_field_name("type_parameters")
    if parameters is not None:
        return (insert(parameters.start_byte + 1, f"{lifetime}, "),)
    name = item.child_by_field_name("name")
    keyword = child(item, "impl")
    after = keyword if item.type == "impl_item" else name
    return (insert(after.end_byte, f"<{lifetime}>"),) if after is not None else ()


def parameters_of(place: Place, item: Node | None) -> list[str]:
    """Names of an item's type and const parameters."""
    parameters = item.child_by_field_name("type_parameters") if item is not None else None
    found = parameters.named_children if parameters is not None else []
    names = [node.child_by_field_name("name") for node in found if node.type in ("type_parameter", "const_parameter")]
    return [place.text(node) for node in names if node is not None]
