"""Operators on generic methods that keep a trait from being `dyn`: their parameters become trait objects.

Covered: `fn walk<F: FnMut(u8)>(&self, f: F)` and `f: impl FnMut(u8)`, by value and lent, with bounds in the head or in
`where`; all impls and the calls of the file in one proposal. Not covered: `where Self: Sized` (`bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.operators.generics import without
from nightschool.repair.operators.item_facts import (
    FUNCTIONS,
    items,
    last_name,
    owner,
    receiver,
    type_parameters,
)
from nightschool.repair.operators.register import Proposed, around, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit, method_calls

TEXTS = {"AsRef<str>": "&str", "Into<String>": "String", "AsRef<[u8]>": "&[u8]", "Into<f64>": "f64", "Into<i64>": "i64"}
"""Bounds whose usual type is plain."""
CHANGES = re.compile(r"(?:\w+::)*(?:FnMut|Iterator|DoubleEndedIterator|Write|Read|BufRead|Hasher)\b")
"""Traits whose objects are used through `&mut`."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a generic parameter becomes: its type, what stands around a value that is given, its type behind a `&`."""

    type: str
    before: str
    after: str
    lent: str = ""


@repairs("E0038", late=100)
def object_parameter(place: Place) -> Iterator[Proposed]:
    """The generic methods of a trait that is used as `dyn` take trait objects, in all impls and with their calls."""
    for trait in place.syntax.of("trait_item"):
        if "dyn compatible" not in place.message or place.syntax.name(trait) not in place.names:
            continue
        groups = [
            group for one in items(trait, *FUNCTIONS) if _is_generic(place, one) and (group := _heads(place, one))
        ]
        for turn in range(2 if groups else 0):
            edits = [edit for group in groups for head in group for edit in _objects(place, head, turn)]
            calls = [edit for group in groups for edit in _calls(place, group[0], turn)]
            yield turn * 0.5, (*edits, *calls)
            if calls:
                yield turn * 0.5 + 0.2, tuple(edits)


def _is_generic(place: Place, method: Node) -> bool:
    """Whether a method has type parameters, named or not, and may be called through a `dyn`."""
    named = bool(type_parameters(method)) or any(place.syntax.field(one, "type").lstrip("&mut (").startswith("impl ")
                                                 for one in _parameters(method))  # fmt: skip
    return (
        named
        and bool(receiver(place.syntax, method))
        and "Self: Sized" not in place.text(child(method, "where_clause"))
    )


def _heads(place: Place, method: Node) -> list[Node]:
    """The method in its trait, then in the trait's impls."""
    trait, name = owner(method), place.syntax.name(method)
    known = place.syntax.name(trait) if trait is not None else ""
    blocks = [one for one in place.syntax.of("impl_item") if last_name(place.syntax.field(one, "trait")) == known]
    found = [one for block in blocks for one in items(block, "function_item") if place.syntax.name(one) == name]
    return [method, *found]


def _objects(place: Place, head: Node, turn: int) -> Iterator[Edit]:
    """Edits of one head: parameters as objects, generic parameters and their bounds dropped."""
    listed, clause = head.child_by_field_name("type_parameters"), child(head, "where_clause")
    formed = {name: form for name, bound in _bounds(place, head).items() if (form := _form(bound, turn))}
    gone = [one for one in type_parameters(head) if place.syntax.name(one) in formed]
    for one in _parameters(head):
        kind = one.child_by_field_name("type")
        if kind is not None and (text := _retyped(place, kind, formed, turn)):
            yield from swapped(kind, text)
    if listed is not None and gone and len(gone) == len(listed.named_children):
        yield Edit(listed.start_byte, listed.end_byte)
    elif listed is not None:
        yield from (without(place, listed, one) for one in gone)
    if clause is not None and gone:
        yield from _clause(place, clause, set(formed))


def _parameters(head: Node) -> list[Node]:
    listed = head.child_by_field_name("parameters")
    return [one for one in listed.named_children if one.type == "parameter"] if listed is not None else []


def _bounds(place: Place, head: Node) -> dict[str, str]:
    """The bounds of each type parameter, from the head and from `where`."""
    found = {}
    for one in type_parameters(head):
        found[place.syntax.name(one)] = place.syntax.field(one, "bounds").lstrip(": ")
    clause = child(head, "where_clause")
    for one in clause.named_children if clause is not None else ():
        left = place.syntax.field(one, "left")
        if left in found:
            found[left] = " + ".join(filter(None, (found[left], place.syntax.field(one, "bounds").lstrip(": "))))
    return {name: bound for name, bound in found.items() if bound}


def _form(bound: str, turn: int) -> _Form | None:
    """What a value of a type with these bounds becomes: lent first, then boxed."""
    plain = re.sub(r"(?:\s*\+\s*)?(?:\?Sized|Sized|Copy|Clone)\b(?:\s*\+\s*)?", "", bound)
    if plain in TEXTS:
        before, after = ("", ".into()") if plain.startswith("Into") else ("", ".as_ref()")
        return _Form(TEXTS[plain], before, after)
    if not plain or plain.startswith(("Into<", "AsRef<", "ToOwned")):
        return None
    lent = f"(dyn {plain})" if "+" in plain else f"dyn {plain}"
    if turn or plain.startswith("FnOnce"):
        return _Form(f"Box<dyn {plain}>", "Box::new(", ")", lent)
    mark = "&mut " if CHANGES.match(plain) else "&"
    return _Form(mark + lent, mark, "", lent)


def _retyped(place: Place, kind: Node, formed: dict[str, _Form], turn: int) -> str:
    """A parameter's type with its generic part as an object; empty if it has none."""
    text = place.text(kind)
    if text in formed:
        return formed[text].type
    if found := re.fullmatch(r"impl (.+)", text, re.DOTALL):
        form = _form(found[1], turn)
        return form.type if form else ""
    lent = re.fullmatch(r"(&\s*(?:'\w+\s+)?(?:mut\s+)?)(?:(\w+)|\(impl (.+)\)|impl (.+))", text, re.DOTALL)
    bound = (lent[3] or lent[4]) if lent else ""
    form = _form(bound, turn) if bound else formed.get(lent[2]) if lent else None
    return lent[1] + form.lent if lent and form and form.lent else ""


def _clause(place: Place, clause: Node, gone: set[str]) -> Iterator[Edit]:
    """A `where` without the predicates of parameters that are gone."""
    kept = [one for one in clause.named_children if place.syntax.field(one, "left") not in gone]
    if kept:
        yield from swapped(clause, "where " + ", ".join(map(place.text, kept)) + " ")
        return
    start = len(place.data[: clause.start_byte].rstrip())
    rest = place.data[clause.end_byte :]
    end = clause.end_byte + len(rest) - len(rest.lstrip())
    yield Edit(start, end, "" if rest.lstrip()[:1] == b";" else " ")


def _calls(place: Place, head: Node, turn: int) -> list[Edit]:
    """What the calls of a method give by value is lent, boxed or made plain; a parameter passed on stays."""
    edits: list[Edit] = []
    name, bounds = place.syntax.name(head), _bounds(place, head)
    forms = [_given(place.syntax.field(one, "type"), bounds, turn) for one in _parameters(head)]
    for call, _, _ in method_calls(place.syntax, name):
        listed = call.child_by_field_name("arguments")
        for form, one in zip(forms, listed.named_children if listed is not None else (), strict=False):
            if form is not None and not _is_passed_on(place, one, name):
                edits += around(one, form.before, form.after)
    return edits


def _given(kind: str, bounds: dict[str, str], turn: int) -> _Form | None:
    """The form of a parameter that is given by value; None for any other."""
    found = re.fullmatch(r"impl (.+)", kind, re.DOTALL)
    return _form(bounds[kind], turn) if kind in bounds else _form(found[1], turn) if found else None


def _is_passed_on(place: Place, node: Node, name: str) -> bool:
    """Whether an argument is a parameter of the same method, which has the new type itself."""
    function = enclosing(node, "function_item")
    same = function is not None and place.syntax.name(function) == name and owner(function) is not None
    if not same or function is None or not receiver(place.syntax, function):
        return False
    return place.text(node) in {place.syntax.field(one, "pattern") for one in _parameters(function)}
