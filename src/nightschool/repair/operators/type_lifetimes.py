"""Operators on lifetimes of types: structs that hold references, impls of types with a lifetime, arguments left out.

Covered: a lifetime parameter on a struct with its fields, its impls and the types that contain it; `<'a>` and `<'_>`
where a type is used; fields that own instead. Not covered: heads of functions (`lifetimes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import items
from nightschool.repair.operators.lifetime_facts import declare, declared, lifetime_types, slots
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

ITEMS = ("struct_item", "enum_item")


@repairs("E0106 E0261 E0107 E0726", late=100)
def give_type_lifetime(place: Place) -> Iterator[Proposed]:
    """A struct that holds references gets `<'a>`, with its fields, impls and the types that contain it."""
    for item in place.syntax.of(*ITEMS):
        near = place.near(item) if place.touches(item) else None
        if near is None:
            continue
        lifetime = (declared(place, item) or ["'a"])[0]
        own = _in_item(place, item, lifetime)
        yield 0.2, own
        names = _containing(place, place.syntax.name(item))
        others = [node for node in place.syntax.of(*ITEMS) if node != item and place.syntax.name(node) in names]
        rest = [edit for node in others for edit in _in_item(place, node, lifetime, names)]
        for late, elided in ((0.0, False), (0.4, True)):
            impls = [edit for edit in _in_impls(place, names, lifetime, elided)]
            yield late, (*own, *rest, *impls)
            given, heads = _given_on(place, names, lifetime, r"&\s*mut\s+"), _in_heads(place, names, lifetime)
            every = (*heads, *_given_on(place, names, lifetime, "&"))
            outside = (*every, *_in_functions(place, names, lifetime))
            for more in dict.fromkeys((given, (*heads, *given), every, outside)):
                if more and not elided:
                    yield late, (*own, *rest, *impls, *more)


def _in_item(place: Place, item: Node, lifetime: str, names: set[str] | None = None) -> tuple[Edit, ...]:
    """Declare the lifetime at an item and put it into its fields."""
    body = item.child_by_field_name("body")
    fields = [slot.edit(lifetime) for slot in slots(place, body) if not slot.named or slot.named == "'_"]
    inner = [
        insert(node.end_byte, f"<{lifetime}>")
        for node in (place.syntax.of("type_identifier") if names and body is not None else ())
        if body is not None and body.start_byte <= node.start_byte < body.end_byte and place.text(node) in (names or ())
        if node.end_byte not in {edit.start for edit in fields}
    ]
    return (*declare(place, item, lifetime), *fields, *inner)


def _containing(place: Place, name: str) -> set[str]:
    """The name with those of types that contain it, however deep."""
    found = {name}
    for _ in range(4):
        for item in place.syntax.of(*ITEMS):
            words = set(re.findall(r"\w+", place.syntax.field(item, "body")))
            if words & found:
                found.add(place.syntax.name(item))
    return found


def _in_impls(place: Place, names: set[str], lifetime: str, elided: bool) -> Iterator[Edit]:
    """`impl X` becomes `impl<'a> X<'a>`, or `impl X<'_>` if elided."""
    for item in place.syntax.of("impl_item"):
        head = item.child_by_field_name("type")
        if head is None or head.type != "type_identifier" or place.text(head) not in names:
            continue
        if not elided:
            yield from declare(place, item, lifetime)
        yield insert(head.end_byte, "<'_>" if elided else f"<{lifetime}>")


def _blocks(place: Place, names: set[str]) -> list[Node]:
    return [one for one in place.syntax.of("impl_item") if place.syntax.field(one, "type") in names]


def _given_on(place: Place, names: set[str], lifetime: str, mark: str) -> tuple[Edit, ...]:
    """References that methods return get the type's lifetime: they give on what the type borrows."""
    found = [one for block in _blocks(place, names) for one in items(block, "function_item")
             if re.match(rf"\(\s*{mark}.*?\bself\b", place.syntax.field(one, "parameters"))]  # fmt: skip
    results = [one.child_by_field_name("return_type") for one in found]
    return tuple(slot.edit(lifetime) for result in results for slot in slots(place, result) if not slot.named)


def _in_heads(place: Place, names: set[str], lifetime: str) -> tuple[Edit, ...]:
    """What an impl takes from outside: references in its associated types, in its trait, and given to constructors."""
    found: list[Node | None] = []
    for block in _blocks(place, names):
        found += [block.child_by_field_name("trait")]
        found += [one.child_by_field_name("type") for one in items(block, "type_item")]
        for one in items(block, "function_item"):
            made = place.syntax.field(one, "return_type") in ("Self", *names)
            if made and "self" not in place.syntax.field(one, "parameters"):
                found.append(one.child_by_field_name("parameters"))
    return tuple(slot.edit(lifetime) for node in found for slot in slots(place, node) if not slot.named)


def _in_functions(place: Place, names: set[str], lifetime: str) -> Iterator[Edit]:
    """Functions outside that take one of the types and return references: both get the lifetime, and declare it."""
    for function in place.syntax.of("function_item"):
        listed, result = function.child_by_field_name("parameters"), function.child_by_field_name("return_type")
        given = [slot for slot in slots(place, result) if not slot.named]
        if listed is None or not given or enclosing(function, "impl_item", "trait_item") is not None:
            continue
        taken = [one for one in place.syntax.between(listed.start_byte, listed.end_byte, "type_identifier")
                 if place.text(one) in names and place.data[one.end_byte : one.end_byte + 1] != b"<"]  # fmt: skip
        if taken:
            yield from declare(place, function, lifetime)
            yield from (insert(one.end_byte, f"<{lifetime}>") for one in taken)
            yield from (slot.edit(lifetime) for slot in given)


@repairs("E0726 E0106 E0107 E0261 E0308 none", late=80)
def impl_lifetime(place: Place) -> Iterator[Proposed]:
    """`impl Trait for X` becomes `impl<'a> Trait for X<'a>` or `impl Trait for X<'_>`."""
    known = lifetime_types(place)
    for item in place.syntax.of("impl_item"):
        head = item.child_by_field_name("type")
        arguments = head.child_by_field_name("type_arguments") if head is not None else None
        name = head.child_by_field_name("type") if arguments is not None and head is not None else head
        if head is None or not place.touches(item) or place.text(name) not in known:
            continue
        if arguments is not None and child(arguments, "lifetime") is not None:
            continue
        at, form = (head.end_byte, "<{}>") if arguments is None else (arguments.start_byte + 1, "{}, ")
        for late, lifetime in ((0.0, "'a"), (0.2, "'_"), (1.5, "'static")):
            head_edits = declare(place, item, lifetime) if lifetime == "'a" else ()
            trait = _trait_lifetime(place, item, lifetime) if lifetime == "'a" else ()
            yield late, (*head_edits, *trait, insert(at, form.format(lifetime)))


def _trait_lifetime(place: Place, item: Node, lifetime: str) -> tuple[Edit, ...]:
    """References in the trait's arguments get the lifetime too: `From<&str>` becomes `From<&'a str>`."""
    return tuple(slot.edit(lifetime) for slot in slots(place, item.child_by_field_name("trait")) if not slot.named)


@repairs("E0106 E0107 E0726 E0261 E0621 none", late=80)
def type_lifetime_argument(place: Place) -> Iterator[Proposed]:
    """`X` becomes `X<'a>` or `X<'_>` where a type of the file is used, alone or everywhere on named lines."""
    for node in place.syntax.of("type_identifier"):
        cost = place.near(node)
        if cost is None or place.text(node) not in lifetime_types(place):
            continue
        holder = enclosing(node, "function_item", "function_signature_item", "impl_item", *ITEMS)
        outer = enclosing(holder, "impl_item", "trait_item") if holder is not None else None
        names = [*declared(place, holder), *declared(place, outer)]
        for slot in slots(place, node):
            for late, lifetime in enumerate(dict.fromkeys(["'_", *names, "'static"])):
                yield cost + late * 0.5, (slot.edit(lifetime),)


@repairs("E0107 E0392", late=100)
def drop_lifetime_parameter(place: Place) -> Iterator[Proposed]:
    """A lifetime parameter or argument that is one too many goes, also with all its uses in the item."""
    for node in place.syntax.of("type_parameters", "type_arguments"):
        found = [part for part in node.named_children if part.type in ("lifetime", "lifetime_parameter")]
        if not found or place.near(node) is None:
            continue
        if len(found) == len(node.named_children):
            yield 0, (Edit(node.start_byte, node.end_byte),)
        for part in found:
            after = part.next_sibling
            if after is not None and after.type == "," and after.next_sibling is not None:
                yield 0.3, (Edit(part.start_byte, after.next_sibling.start_byte),)
            elif part.prev_sibling is not None and part.prev_sibling.type == ",":
                yield 0.3, (Edit(part.prev_sibling.start_byte, part.end_byte),)


OWNED = (("&str", "String"), ("&[", "Vec<"), ("&Path", "PathBuf"))


def owned_type(text: str) -> str:
    """A type with its references owned: `Vec<&'a str>` becomes `Vec<String>`, `&[T]` becomes `Vec<T>`."""
    text = re.sub(r"&\s*(?:'\w+\s+)?str\b", "String", text)
    text = re.sub(r"&\s*(?:'\w+\s+)?\[([^\[\];]*)\]", r"Vec<\1>", text)
    text = re.sub(r"&\s*(?:'\w+\s+)?(?:std::path::)?Path\b", "std::path::PathBuf", text)
    return re.sub(r"&\s*(?:'\w+\s+)?(?:mut\s+)?(?=[A-Za-z(])", "", text)


@repairs("E0106 E0597 E0515 E0505 E0502 E0716 E0621 E0726 none", late=80)
def own_fields(place: Place) -> Iterator[Proposed]:
    """A field's `&str` becomes `String`, with `.to_string()` where a literal of the type is made."""
    for item in place.syntax.of("struct_item"):
        body = item.child_by_field_name("body")
        fields = [
            node for node in (body.named_children if body is not None else ()) if node.type == "field_declaration"
        ]
        typed = [(node, node.child_by_field_name("type")) for node in fields]
        borrowed = [(node, kind) for node, kind in typed if kind is not None and "&" in place.text(kind)]
        if not borrowed or not (place.touches(item) or place.syntax.name(item) in place.source):
            continue
        types = [edit for _, kind in borrowed for edit in swapped(kind, owned_type(place.text(kind)))]
        values = [edit for node, _ in borrowed for edit in _owned_values(place, item, place.syntax.name(node))]
        far = 1.0 if place.touches(item) else 3.0
        yield far, tuple(types)
        if values:
            yield far + 0.2, (*types, *values)


def _owned_values(place: Place, item: Node, field: str) -> Iterator[Edit]:
    for literal in place.syntax.of("struct_expression"):
        if place.syntax.field(literal, "name") not in (place.syntax.name(item), "Self"):
            continue
        body = literal.child_by_field_name("body")
        for node in body.named_children if body is not None else ():
            if node.type == "shorthand_field_initializer" and place.text(node) == field:
                yield insert(node.end_byte, f": {field}.to_string()")
            elif node.type == "field_initializer" and place.syntax.field(node, "field") == field:
                yield insert(node.end_byte, ".to_string()")
