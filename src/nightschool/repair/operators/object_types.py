"""Operators on what a trait object says: `dyn`, `impl`, the bounds of the object and its associated types.

Covered: bare traits as types, `+ Send`, `+ 'static`, `<Item = T>`, objects of traits that cannot be `dyn`. Not covered:
boxes and their values (`trait_objects`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import fields
from nightschool.repair.operators.item_facts import disjoint, items, last_name
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

ASSOCIATED = {
    "Iterator": ["Item"], "IntoIterator": ["Item"], "Deref": ["Target"], "Add": ["Output"], "Future": ["Output"],
    "FromStr": ["Err"], "Mul": ["Output"], "Sub": ["Output"], "Index": ["Output"],
}  # fmt: skip
"""Associated types of traits of `std`."""
ELEMENT = re.compile(r"(?:Vec|Option|VecDeque|HashSet)<([^<>]+)>|&\[([^\[\];]+)\]")
TRAIT_PLACES = (
    "trait_bounds", "dynamic_type", "abstract_type", "bounded_type", "trait_item", "use_declaration", "scoped_use_list",
    "scoped_type_identifier", "generic_type", "qualified_type", "higher_ranked_trait_bound", "function_type",
)  # fmt: skip
"""Nodes in which a trait stands as such."""


@repairs("E0782 E0404 E0277 E0308 E0746", late=100)
def trait_as_type(place: Place) -> Iterator[Proposed]:
    """A trait that stands as a type becomes `dyn T`, `impl T`, `Box<dyn T>`, `&dyn T`, or a parameter `<T: Trait>`."""
    own = {place.syntax.name(node) for node in place.syntax.of("trait_item")}
    known = own | {"Fn", "FnMut", "FnOnce", "Iterator", "Display", "Debug", "Error", "Write", "Read", "ToString"}
    for node in place.syntax.of("type_identifier", "generic_type", "function_type", "scoped_type_identifier"):
        parent = node.parent
        if parent is None or last_name(place.text(node)) not in known or _is_trait_place(node, parent):
            continue
        near = place.near(node)
        if near is None:
            continue
        lent = parent.type == "reference_type"
        forms = ("dyn {}", "impl {}") if lent else ("impl {}", "Box<dyn {}>", "&dyn {}", "dyn {}")
        for rank, form in enumerate(forms):
            yield near + rank * 0.5, swapped(node, form.format(place.text(node)))
        every = [one for one in place.syntax.of(node.type) if one.parent is not None and place.text(one) == place.text(
            node) and not _is_trait_place(one, one.parent)]  # fmt: skip
        for rank, form in enumerate(("dyn {}", "impl {}") if len(every) > 1 else ()):
            edits = tuple(edit for one in every for edit in swapped(one, form.format(place.text(one))))
            if disjoint(edits):
                yield near + 0.3 + rank, edits


def _is_trait_place(node: Node, parent: Node) -> bool:
    """Whether a trait may stand here as such."""
    return parent.type in TRAIT_PLACES or parent.child_by_field_name("trait") == node


@repairs("E0277 E0310 E0373 E0521 none E0597 E0308", late=80)
def object_bounds(place: Place) -> Iterator[Proposed]:
    """`dyn T` and `impl T` get `+ Send`, `+ Sync`, `+ 'static`, `+ 'a` or `+ '_`."""
    lacks = [
        one
        for one in ("Send", "Sync")
        if re.search(rf"\b{one}\b|cannot be s{'ent' if one == 'Send' else 'hared'}", place.message)
    ]
    lives = "lifetime" in place.message or "'static" in place.message or "borrowed" in place.message
    texts = [f" + {one}" for one in lacks] + ([" + Send + Sync", " + Send + 'static"] if lacks else [])
    texts += [" + '_", " + 'static"] + [f" + {one}" for one in dict.fromkeys(
        place.text(one) for one in place.syntax.of("lifetime_parameter"))] if lives else []  # fmt: skip
    found = [node for node in place.syntax.of("dynamic_type", "abstract_type")]
    every = [node for node in found if node.parent is not None and node.parent.type != "reference_type"]
    for rank, text in enumerate(texts):
        for node in found:
            aside = 0 if place.near(node) is not None else 1
            edits = around(node, "(", f"{text})") if _is_lent(node) else (insert(_bounds_end(node), text),)
            yield aside + rank * 0.4, edits
        if len(every) > 1:
            yield 0.6 + rank * 0.4, tuple(insert(_bounds_end(node), text) for node in every)


def _is_lent(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "reference_type"


def _bounds_end(node: Node) -> int:
    return node.parent.end_byte if node.parent is not None and node.parent.type == "bounded_type" else node.end_byte


@repairs("E0191 E0271 E0220 E0107 E0282 E0308 E0277", late=80)
def associated_types(place: Place) -> Iterator[Proposed]:
    """`dyn Iterator` and `impl Trait` say their associated types: `<Item = u32>`, from the types of the file."""
    for node in place.syntax.of("dynamic_type", "abstract_type", "trait_bounds"):
        near = place.near(node)
        for trait in node.named_children if near is not None else ():
            name = last_name(place.text(trait))
            own = place.item(name, "trait_item")
            open_ones = [place.syntax.name(one) for one in items(own, "associated_type")]
            wanted = open_ones or ASSOCIATED.get(name, [])
            if not wanted or any(one in place.text(trait) for one in wanted):
                continue
            for rank, kind in enumerate(_kinds(place, wanted[0])):
                text = ", ".join(f"{one} = {kind}" for one in wanted)
                yield (near or 0) + rank * 0.4, _with_argument(place, trait, text)


def _with_argument(place: Place, trait: Node, text: str) -> tuple[Edit, ...]:
    if trait.type == "generic_type":
        return (insert(trait.end_byte - 1, f", {text}"),)
    return (insert(trait.end_byte, f"<{text}>"),)


def _kinds(place: Place, name: str) -> list[str]:
    """Types that an associated type may be here: those of the impls, of elements, and the usual ones."""
    found = [place.syntax.field(one, "type") for one in place.syntax.of("type_item") if place.syntax.name(one) == name]
    found += [one or other for one, other in ELEMENT.findall(place.source)]
    found += [one.type for node in place.syntax.of("struct_item") for one in fields(place, node)][:4]
    found += ["u32", "i32", "String", "u64", "i64", "usize", "f64", "&'static str", "u8", "char", "()"]
    return [one for one in dict.fromkeys(found) if one and "Self" not in one][:14]


@repairs("E0038 E0191 E0277 E0746 E0308", late=100)
def object_to_generic(place: Place) -> Iterator[Proposed]:
    """`&dyn T` and `Box<dyn T>` become `&impl T`, `impl T`: for traits that cannot be `dyn`."""
    found = [node for node in place.syntax.of("dynamic_type") if place.near(node) is not None]
    for node in found:
        yield 0.8, swapped(node, re.sub(r"^dyn\b", "impl", place.text(node)))
        holder = enclosing(node, "generic_type")
        if holder is not None and re.fullmatch(r"(?:Box|Rc|Arc)<dyn [^<>]+>", place.text(holder)):
            yield 1.2, swapped(holder, f"impl {place.text(node)[4:]}")
    if len(found) > 1:
        yield 1, tuple(edit for node in found for edit in swapped(node, re.sub(r"^dyn\b", "impl", place.text(node))))
