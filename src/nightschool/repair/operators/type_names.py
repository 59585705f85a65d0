"""Operators on names of types that generics need: parameters to declare, recursion, paths of associated types.

Covered: undeclared and doubled parameters, `Box` in recursive types, `Self::Item`. Not covered: the number of arguments
and unused parameters (`generics`), lifetimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.generics import without
from nightschool.repair.operators.item_facts import HEADS, disjoint, last_name, owner
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

POINTERS = ("Box", "Vec", "Rc", "Arc", "HashMap", "BTreeMap", "HashSet", "VecDeque")
"""Types that hold their content elsewhere."""


@repairs("E0412 E0425 E0405 E0401 E0220 E0573 E0403 E0221 E0223", late=120)
def declare_parameter(place: Place) -> Iterator[Proposed]:
    """A type parameter that is used becomes declared on its function, impl or type; one declared twice goes."""
    for name in [one for one in place.quoted if re.fullmatch(r"[A-Z][A-Z0-9]?|'[a-z]\w*|Key|Value|Item|Err", one)]:
        for item in place.syntax.of(*HEADS):
            title = item.child_by_field_name("name")
            at = title.end_byte if title is not None else item.children[0].end_byte
            listed = item.child_by_field_name("type_parameters")
            if not place.touches(item):
                continue
            for one in listed.named_children if listed is not None and "E0403" in place.codes else ():
                if listed is not None and place.syntax.name(one) == name:
                    yield 0.2, (without(place, listed, one),)
            near = 0 if item.type in ("function_item", "impl_item", "function_signature_item") else 0.5
            yield (
                near + 0.3,
                (insert(listed.end_byte - 1, f", {name}") if listed is not None else insert(at, f"<{name}>"),),
            )


@repairs("E0072 E0391 E0733 E0275", late=120)
def box_recursion(place: Place) -> Iterator[Proposed]:
    """A field or variant that holds its own type holds it in a `Box`, and the values with it."""
    for item in place.syntax.of("struct_item", "enum_item"):
        name, body = place.syntax.name(item), item.child_by_field_name("body")
        if body is None or not (name in place.names or place.touches(item)):
            continue
        names = place.names | {name}
        every = place.syntax.of("type_identifier", "generic_type")
        inner = [one for one in every if body.start_byte <= one.start_byte < body.end_byte]
        inside = [one for one in inner if last_name(place.text(one)) in names]
        found = [one for one in inside if enclosing(one, "reference_type") is None and not _behind_pointer(place, one)]
        outer = [one for one in found if not (one.parent is not None and one.parent in found)]
        for rank, one in enumerate(outer):
            yield rank * 0.4, swapped(one, f"Box<{place.text(one)}>")
        if len(outer) > 1:
            edits = tuple(edit for one in outer for edit in swapped(one, f"Box<{place.text(one)}>"))
            if disjoint(edits):
                yield 0.2, edits
        yield from _boxed_in_options(place, name)


def _boxed_in_options(place: Place, name: str) -> Iterator[Proposed]:
    """`Option<T>` becomes `Option<Box<T>>` wherever the file writes it, and `Some(T { .. })` a box."""
    edits: list[Edit] = []
    for one in place.syntax.of("generic_type"):
        listed = one.child_by_field_name("type_arguments")
        inner = listed.named_children[0] if listed is not None and listed.named_children else None
        held = inner is not None and last_name(place.text(inner)) == name and inner.type != "reference_type"
        if inner is not None and held and last_name(place.text(one)) == "Option":
            edits += swapped(inner, f"Box<{place.text(inner)}>")
    for call in place.syntax.of("call_expression"):
        listed = call.child_by_field_name("arguments")
        value = listed.named_children[0] if listed is not None and listed.named_children else None
        made = re.match(rf"{re.escape(name)}(?:\s*\{{|::(?:<[^()]*>::)?\w+\()", place.text(value))
        if value is not None and made and place.syntax.field(call, "function") == "Some":
            edits += around(value, "Box::new(", ")")
    if len(edits) > 1 and disjoint(edits):
        yield 0.1, tuple(edits)


def _behind_pointer(place: Place, node: Node) -> bool:
    holder = enclosing(node, "generic_type")
    return holder is not None and place.syntax.field(holder, "type") in (
        "Box",
        "Vec",
        "Rc",
        "Arc",
        "HashMap",
        "BTreeMap",
    )


@repairs("E0220 E0223 E0221 E0576 E0412 E0425 E0191", late=120)
def associated_path(place: Place) -> Iterator[Proposed]:
    """`Item` becomes `Self::Item` or `T::Item`; `T::Item` becomes `<T as Trait>::Item`; a missing type is declared."""
    traits = [place.syntax.name(one) for one in place.syntax.of("trait_item")] + ["Iterator", "IntoIterator"]
    for node in place.syntax.of("scoped_type_identifier"):
        near, path = place.near(node), place.syntax.field(node, "path")
        if near is not None and path:
            for rank, trait in enumerate(traits):
                yield near + rank * 0.4, swapped(node, f"<{path} as {trait}>::{place.syntax.name(node)}")
    for node in place.syntax.of("type_identifier"):
        near = place.near(node)
        if near is None or place.text(node) not in place.names or owner(node) is None:
            continue
        if node.parent is not None and node.parent.child_by_field_name("name") == node:
            continue
        yield near + 0.4, swapped(node, f"Self::{place.text(node)}")
    for name in sorted(place.names) if "E0220" in place.codes else ():
        for declared in place.syntax.of("trait_item"):
            body = declared.child_by_field_name("body")
            if body is not None and place.syntax.name(declared) in place.message:
                yield 0.5, (insert(body.start_byte + 1, f"\n    type {name};\n"),)
