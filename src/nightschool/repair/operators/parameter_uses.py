"""Operators on parameters of trait methods: they take the trait's types, and what the body does with them follows.

Covered: owned texts and lists to borrowed ones and back, references to values and back, wider and narrower numbers,
bytes of a wider number; all parameters of a method together. Not covered: the head alone (`signatures`), signed numbers
added (`widened`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, bound_names
from nightschool.repair.operators.item_facts import disjoint
from nightschool.repair.operators.ownership_facts import uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.trait_items import concrete
from nightschool.repair.operators.value_forms import WIDENS
from nightschool.repair.operators.widened import mismatched, parameter_nodes
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

COPIED = re.compile(r"[iuf](?:8|16|32|64|128|size)|bool|char")


@repairs("E0053", late=200)
def follow_parameters(place: Place) -> Iterator[Proposed]:
    """`name: String` becomes `name: &str` as the trait has it, and `push(name)` becomes `push(name.to_string())`."""
    for method, declared in mismatched(place):
        block = method.parent.parent if method.parent is not None else None
        changed: list[list[list[Edit]]] = []
        for one, other in zip(parameter_nodes(method), parameter_nodes(declared), strict=False):
            had, wanted = one.child_by_field_name("type"), place.syntax.field(other, "type")
            wanted = concrete(place, block, wanted) if block is not None else wanted
            if had is not None and place.text(had) != wanted and wanted:
                changed.append([[*swapped(had, wanted), *edits] for edits in _followed(place, method, one, wanted)])
        turns = [ways for ways in changed if ways]
        for rank in range(max(map(len, turns), default=0)):
            edits = tuple(edit for ways in turns for edit in ways[min(rank, len(ways) - 1)])
            if disjoint(edits):
                yield rank * 0.4, edits


def _followed(place: Place, method: Node, parameter: Node, wanted: str) -> Iterator[list[Edit]]:
    """Edits of a parameter's uses for its new type, the likely first."""
    body, had = method.child_by_field_name("body"), place.syntax.field(parameter, "type")
    names = [*bound_names(place, parameter.child_by_field_name("pattern"))]
    if body is None or len(names) != 1:
        return
    found = [one for one in uses(place, names[0], body) if one.parent is not None and one.parent.type != "token_tree"]
    if NUMBER.fullmatch(had) and NUMBER.fullmatch(wanted):
        for form in _numbers(place, had, wanted):
            yield [edit for one in found for edit in _number(place, one, form)]
        return
    yield [edit for one in found for edit in _used(place, one, had, wanted)]


def _numbers(place: Place, had: str, wanted: str) -> Iterator[str]:
    """How a number of the trait's type is used as the one that it was; `bytes` puts all its bytes where one went."""
    if wanted in WIDENS.get(had, "").split():
        yield f"{had}::from({{}})"
    elif had == "u8" and wanted[0] in "iu":
        high = re.search(r"(?:high|most significant|big)[- ](?:byte|end)", place.source)
        orders = ("be", "le") if high else ("le", "be")
        yield from (f"bytes {order}" for order in orders)
    yield f"{{}} as {had}"


def _number(place: Place, node: Node, form: str) -> tuple[Edit, ...]:
    text = place.text(node)
    if not form.startswith("bytes"):
        return _written(node, form.format(text))
    call = node.parent.parent if node.parent is not None and node.parent.type == "arguments" else None
    function = call.child_by_field_name("function") if call is not None else None
    method = function.child_by_field_name("field") if function is not None else None
    if method is None or place.text(method) != "push":
        return _written(node, f"{text} as u8")
    return (*swapped(method, "extend"), insert(node.end_byte, f".to_{form[-2:]}_bytes()"))


def _written(node: Node, text: str) -> tuple[Edit, ...]:
    """Another expression for a name; a field that is named alike keeps its name."""
    short = node.parent is not None and node.parent.type == "shorthand_field_initializer"
    return (insert(node.end_byte, f": {text}"),) if short else swapped(node, text)


def _used(place: Place, node: Node, had: str, wanted: str) -> tuple[Edit, ...]:
    """One use of a parameter, for its new type."""
    parent, text = node.parent, place.text(node)
    if parent is None:
        return ()
    field = parent.child_by_field_name("field") if parent.type == "field_expression" else None
    call = parent.parent if field is not None else None
    if field is not None and call is not None and call.type == "call_expression":
        return _called(place, node, call, place.text(field), wanted)
    moved = parent.type in ("arguments", "field_initializer", "let_declaration", "block", "tuple_expression",
                            "array_expression", "assignment_expression", "return_expression",
                            "shorthand_field_initializer", "for_expression")  # fmt: skip
    borrowed = parent.type == "reference_expression" and parent.child_by_field_name("value") == node
    if wanted.startswith("&") and not had.startswith("&"):
        if borrowed:
            return (Edit(parent.start_byte, node.start_byte, ""),)
        if COPIED.fullmatch(had):
            return _written(node, f"*{text}") if moved or parent.type == "binary_expression" else ()
        return _written(node, f"{text}{_owning(wanted)}") if moved else ()
    if had.startswith("&") and not wanted.startswith("&"):
        if parent.type == "unary_expression" and place.text(parent) == f"*{text}":
            return swapped(parent, text)
        return _written(node, f"&{text}") if moved else ()
    return ()


def _owning(wanted: str) -> str:
    """The call that owns a borrowed value of a type."""
    bare = re.sub(r"^&\s*(?:'\w+\s+)?(?:mut\s+)?", "", wanted)
    return ".to_string()" if bare == "str" else ".to_vec()" if bare.startswith("[") else ".clone()"


def _called(place: Place, node: Node, call: Node, name: str, wanted: str) -> tuple[Edit, ...]:
    """A method that only the owned type has, of a parameter that is borrowed now."""
    if not wanted.startswith("&"):
        return ()
    if name in ("as_str", "as_slice"):
        return (Edit(node.end_byte, call.end_byte, ""),)
    if name == "clone" and _owning(wanted) != ".clone()":
        return (Edit(node.end_byte, call.end_byte, _owning(wanted)),)
    if name == "into_iter" and wanted.lstrip("& ").startswith("["):
        return (Edit(node.end_byte, call.end_byte, ".iter().cloned()"),)
    return ()
