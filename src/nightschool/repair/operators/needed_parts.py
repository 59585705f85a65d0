"""Operators on loops whose body changes the owner of what they go over: what it needs of each element comes first.

Covered: fields, plain calls and whole names of a loop's pattern, collected in a list of values or tuples that the loop
then goes over. Not covered: whole elements (`temporaries`), indices (`moving`), elements that the body changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import (
    NUMBER,
    bound_names,
    fields,
    functions,
    generic_args,
    implemented,
    plain,
    return_type,
)
from nightschool.repair.operators.naming import name_for
from nightschool.repair.operators.ownership_facts import fresh, is_changed, labelled, statement, uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit

GIVES = frozenset({"len", "is_empty", "clone", "to_string", "to_owned", "to_vec", "count", "is_some", "is_none"})


@repairs("E0502 E0499 E0506 E0505", late=200)
def collect_what_is_needed(place: Place) -> Iterator[Proposed]:
    """`for x in v.iter() { self.f(x.a, x.b) }` goes over `v.iter().map(|x| (x.a, x.b)).collect::<Vec<_>>()`."""
    for loop in place.syntax.of("for_expression"):
        value, pattern, body = (loop.child_by_field_name(part) for part in ("value", "pattern", "body"))
        named = labelled(place, "borrow occurs here", "is borrowed here", "borrow of `")
        if value is None or pattern is None or body is None or not any(within(node, value) for _, node in named):
            continue
        chain = _iterated(place, value)
        found = [_part(place, use) for name in bound_names(place, pattern) for use in uses(place, name, body)]
        if chain and found and all(part is not None for part in found):
            parts = sorted((part for part in found if part is not None), key=lambda one: one.start_byte)
            yield from _collected(place, loop, chain, parts)


def _iterated(place: Place, value: Node) -> str:
    """The text of an iterator over what a loop goes over by reference; empty if it is none."""
    text = place.text(value)
    if value.type == "reference_expression":
        return "" if text.startswith("&mut") else f"{text[1:].lstrip()}.iter()"
    return text if value.type == "call_expression" and "_mut(" not in text else ""


def _part(place: Place, use: Node) -> Node | None:
    """What of a name is used: its fields, a call that gives a value, `*x`, or all; None if that cannot be copied."""
    node = use
    if is_changed(use):
        return None
    while (parent := node.parent) is not None and parent.type == "field_expression":
        called = parent.parent
        if called is not None and called.type == "call_expression" and called.child_by_field_name("function") == parent:
            return called if _gives(place, called, place.syntax.field(parent, "field")) else node
        node = parent
    star = parent is not None and parent.type == "unary_expression" and place.text(parent).startswith("*")
    return parent if star else node


def _gives(place: Place, called: Node, name: str) -> bool:
    """Whether a call without arguments gives a value that borrows nothing."""
    own = [return_type(place, one) for one in functions(place, name) if implemented(place, one)]
    owned = bool(own) and all(kind and "&" not in kind and "'" not in kind and "_" not in kind for kind in own)
    return place.syntax.field(called, "arguments") == "()" and (owned or (not own and name in GIVES))


def _collected(place: Place, loop: Node, chain: str, parts: list[Node]) -> Iterator[Proposed]:
    """The list before the loop, its names in pattern and body; fields of unknown types as they are or cloned."""
    value, pattern, held = loop.child_by_field_name("value"), loop.child_by_field_name("pattern"), statement(loop)
    if value is None or pattern is None or held is None or held.parent is None:
        return
    names = _names(place, parts)
    unknown = any(_copy(place, part) is None for part in parts)
    listed = fresh(place, "needed", "due", "gathered", "found")
    for late, call in enumerate(("", ".clone()") if unknown else ("",)):
        firsts = {place.text(part): part for part in reversed(parts)}
        texts = [text + (call if (copy := _copy(place, firsts[text])) is None else copy) for text in names]
        given = texts[0] if len(texts) == 1 else f"({', '.join(texts)})"
        heads = next(iter(names.values())) if len(names) == 1 else f"({', '.join(names.values())})"
        line = f"let {listed}: Vec<_> = {chain}.map(|{place.text(pattern)}| {given}).collect();"
        before = insert(held.start_byte, f"{line}\n{place.syntax.indent(held)}")
        inner = [edit for part in parts for edit in _named(place, part, names[place.text(part)])]
        yield late * 0.4, (before, *swapped(pattern, heads), *swapped(value, listed), *inner)


def _names(place: Place, parts: list[Node]) -> dict[str, str]:
    names: dict[str, str] = {}
    for part in parts:
        text = place.text(part)
        if text not in names:
            own = text if part.type == "identifier" else name_for(text.lstrip("*"))
            wanted = [name for name in (own, f"its_{own}", "part", "other", "held") if name not in names.values()]
            names[text] = own if part.type == "identifier" else fresh(place, *wanted)
    return names


def _copy(place: Place, part: Node) -> str | None:
    """How a part is copied by its type: nothing for numbers and values of calls; None if the type does not show."""
    if part.type in ("call_expression", "unary_expression"):
        return ""
    if part.type == "identifier":
        return ".clone()"
    kind = type_of(place, part) or _field_type(place, place.text(part).rpartition(".")[2])
    if kind in ("bool", "char") or NUMBER.fullmatch(kind) or kind.startswith("&"):
        return ""
    head = generic_args(plain(kind))[0]
    item = place.item(head)
    if item is not None:
        return "" if "Copy" in place.syntax.attributes(item) else ".clone()"
    return ".clone()" if head in ("String", "Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "Box") else None


def _field_type(place: Place, name: str) -> str:
    """The type that all fields of that name in the file have; empty if they differ."""
    kinds = {one.type for item in place.syntax.of("struct_item") for one in fields(place, item) if one.name == name}
    return kinds.pop() if len(kinds) == 1 else ""


def _named(place: Place, part: Node, name: str) -> tuple[Edit, ...]:
    """A name in a part's place; lent where all of an element was given to a call."""
    given = part.type == "identifier" and part.parent is not None and part.parent.type == "arguments"
    return swapped(part, f"&{name}" if given else name)
