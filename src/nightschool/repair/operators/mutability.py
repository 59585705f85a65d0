"""Operators on what may be changed: `mut` bindings, `&mut` types and receivers, mutable closures and patterns.

Covered: one binding, a parameter with the calls of its function, a method in its trait and all impls, fields' types,
closures' traits. Not covered: methods' names (`references`), locks and cells (`threads`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import bindings, declaration, function_named
from nightschool.repair.operators.references import MUTABLE
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit, method_calls

CODES = "E0596 E0594 E0384 E0381"


@repairs(CODES, late=30)
def mut_binding(place: Place) -> Iterator[Proposed]:
    """`let x`, a parameter or a name of a pattern becomes `mut`, the names that rustc quotes first."""
    seen: set[int] = set()
    for turn, name in enumerate(quoted_names(place)):
        for offset in sorted(place.points, key=lambda point: place.points[point]):
            for near, node in enumerate(bindings(place, name, offset)[:2]):
                if node.start_byte not in seen and not _is_mut(node):
                    seen.add(node.start_byte)
                    yield turn / 2 + near, (insert(node.start_byte, "mut "),)


def quoted_names(place: Place) -> list[str]:
    """Quoted names, those at the head of quoted expressions like `*x.y` too."""
    heads = [re.sub(r"^[*&(]+", "", text).split(".")[0].split("[")[0] for text in place.quoted]
    return list(dict.fromkeys(name for name in heads if re.fullmatch(r"[a-z_]\w*", name)))


def _is_mut(node: Node) -> bool:
    parent = node.parent
    return parent is not None and child(parent, "mutable_specifier") is not None


@repairs("E0596", late=40)
def mut_bindings_together(place: Place) -> Iterator[Proposed]:
    """All the bindings that a run names become `mut`."""
    edits: dict[int, Edit] = {}
    for diagnostic in place.diagnostics:
        for name in re.findall(r"`\*?(\w+)`", diagnostic.message):
            for node in bindings(place, name, place.offset(diagnostic.line, 999))[:1]:
                if not _is_mut(node):
                    edits[node.start_byte] = insert(node.start_byte, "mut ")
    if len(edits) > 1:
        yield 0, tuple(edits.values())


@repairs("E0596 E0594 E0308 E0507 E0502", late=40)
def mutable_reference_type(place: Place) -> Iterator[Proposed]:
    """`&T` in a head, field, `let` or `as` becomes `&mut T`."""
    function = place.function
    for node in place.syntax.of("reference_type"):
        if child(node, "mutable_specifier") is not None:
            continue
        held = enclosing(node, "function_item", "function_signature_item", "let_declaration", "struct_item")
        near = place.near(node)
        if near is not None:
            yield near, (mutable(node),)
        elif held is not None and held == function:
            yield 1 + (enclosing(node, "parameter") is None), (mutable(node),)
        elif place.names & set(re.findall(r"\w+", place.text(node.parent))):
            yield 2.5, (mutable(node),)


def mutable(node: Node) -> Edit:
    """Make a reference, a reference type or a receiver mutable."""
    lifetime = child(node, "lifetime")
    mark = child(node, "&")
    if lifetime is not None:
        return insert(lifetime.end_byte, " mut")
    return insert(mark.end_byte if mark is not None else node.start_byte, "mut ")


@repairs("E0596 E0594", late=40)
def parameter_and_calls(place: Place) -> Iterator[Proposed]:
    """A parameter `x: &T` or `x: T` becomes `x: &mut T`, and every call of the function gives `&mut`."""
    for name in quoted_names(place):
        held = declaration(place, name, min(place.points, default=0))
        kind = held.child_by_field_name("type") if held is not None and held.type == "parameter" else None
        function = enclosing(held, "function_item") if held is not None else None
        if held is None or kind is None or kind.type != "reference_type" or function is None or held.parent is None:
            continue
        if child(kind, "mutable_specifier") is None:
            position = [node for node in held.parent.named_children if node.type == "parameter"].index(held)
            given = list(arguments_at(place, place.syntax.name(function), position))
            yield 0, (mutable(kind), *(mutable(node) for node in given if node.type == "reference_expression"))


def arguments_at(place: Place, name: str, position: int) -> Iterator[Node]:
    """What the calls of a function or method give at a position (receivers not counted)."""
    for call in place.syntax.of("call_expression"):
        called, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        if called is None or arguments is None or re.split(r"\.|::", place.text(called))[-1] != name:
            continue
        given = [node for node in arguments.named_children if node.type not in ("line_comment", "block_comment")]
        if position < len(given) and child(given[position], "mutable_specifier") is None:
            yield given[position]


@repairs("E0596 E0594 E0053 E0507 E0382 E0505 E0499 E0502 E0308", late=40)
def receiver(place: Place) -> Iterator[Proposed]:
    """`&self`, `&mut self`, `self`, `mut self` become each other: one method, or a trait's and all impls' together."""
    wanted = ("&mut self", "&self", "self", "mut self")
    if place.codes & {"E0507"}:
        wanted = ("self", "&mut self", "mut self", "&self")
    elif place.codes & {"E0382", "E0505", "E0499", "E0502"}:
        wanted = ("&self", "&mut self", "mut self", "self")
    called = _called_names(place)
    for node in place.syntax.of("self_parameter"):
        function = enclosing(node, "function_item", "function_signature_item")
        if function is None or child(node, "lifetime") is not None:
            continue
        name = place.syntax.name(function)
        far = 0.0 if function == place.function or name in place.names else 0.5 if name in called else 3.0
        for turn, text in enumerate(wanted):
            if text == place.text(node):
                continue
            yield far + turn * 0.7, swapped(node, text)
            if len(others := _receivers(place, name)) > 1:
                yield far + turn * 0.7 + 0.2, tuple(edit for other in others for edit in swapped(other, text))


def _called_names(place: Place) -> set[str]:
    lines = "\n".join(place.line_text(line) for line in place.lines)
    return set(re.findall(r"(\w+)\s*\(", lines))


def _receivers(place: Place, name: str) -> list[Node]:
    """The receivers of all methods of that name."""
    parameters = [function.child_by_field_name("parameters") for function in function_named(place, name)]
    found = [child(node, "self_parameter") for node in parameters if node is not None]
    return [node for node in found if node is not None]


@repairs("E0596 E0594 E0308", late=40)
def mutable_reference(place: Place) -> Iterator[Proposed]:
    """`&x` becomes `&mut x`, in `let`s, loops and arguments; with the `let mut` it needs too."""
    for node in place.syntax.of("reference_expression"):
        cost = place.near(node)
        if cost is None or child(node, "mutable_specifier") is not None or child(node, "raw") is not None:
            continue
        yield cost, (mutable(node),)
        inner = node.child_by_field_name("value")
        found = bindings(place, place.text(inner), node.start_byte)[:1] if inner is not None else []
        if found and not _is_mut(found[0]):
            yield cost + 0.5, (insert(found[0].start_byte, "mut "), mutable(node))


@repairs("E0594 E0596 E0502", late=60)
def mutable_source(place: Place) -> Iterator[Proposed]:
    """What gives a quoted name its value is borrowed mutably: `match v.first()` becomes `match v.first_mut()`."""
    for name in quoted_names(place):
        for offset in sorted(place.points):
            held = declaration(place, name, offset)
            match = enclosing(held, "match_expression") if held is not None and held.type == "match_arm" else held
            value = match.child_by_field_name("value") if match is not None else None
            if value is None and held is not None and held.type == "closure_expression":
                call = enclosing(held, "call_expression")
                value = call.child_by_field_name("function") if call is not None else None
            if value is not None:
                yield from _mutably(place, value)


def _mutably(place: Place, value: Node) -> Iterator[Proposed]:
    renamed: list[Edit] = []
    for call, _, name in method_calls(place.syntax, *MUTABLE):
        function = call.child_by_field_name("function")
        field = function.child_by_field_name("field") if function is not None else None
        if field is not None and value.start_byte <= call.start_byte and field.end_byte <= value.end_byte:
            yield 0.2, swapped(field, MUTABLE[name])
            renamed += swapped(field, MUTABLE[name])
    if len({edit.start for edit in renamed}) > 1:
        yield 0.3, tuple({edit.start: edit for edit in renamed}.values())
    if value.type == "reference_expression" and child(value, "mutable_specifier") is None:
        yield 0.1, (mutable(value),)
    elif value.type in ("identifier", "field_expression", "index_expression"):
        yield 0.4, (insert(value.start_byte, "&mut "),)


CLOSURES = {"Fn": ("FnMut", "FnOnce"), "FnMut": ("FnOnce", "Fn"), "FnOnce": ("FnMut", "Fn")}


@repairs("E0596 E0594 E0525 E0507 E0382 E0373 E0277", late=40)
def closure_trait(place: Place) -> Iterator[Proposed]:
    """`Fn` becomes `FnMut` or `FnOnce` in a bound, a type or everywhere; the parameter becomes `mut`."""
    if not place.codes & {"E0525", "E0596", "E0594"} and not re.search(r"`?Fn(Mut|Once)?`?\b", place.message):
        return
    heads = [node.child_by_field_name("trait") for node in place.syntax.of("function_type")]
    known = [node for node in heads if node is not None and place.text(node) in CLOSURES]
    for head in known:
        cost = place.near(head)
        holder = enclosing(head, "parameter")
        pattern = holder.child_by_field_name("pattern") if holder is not None else None
        fixed = pattern is None or holder is None or child(holder, "mutable_specifier") is not None
        for turn, text in enumerate(CLOSURES[place.text(head)]):
            same = [node for node in known if place.text(node) == place.text(head)]
            yield (2.0 if cost is None else cost) + turn, swapped(head, text)
            if not fixed and pattern is not None:
                mut = (insert(pattern.start_byte, "mut "), *swapped(head, text))
                yield (1.0 if cost is None else cost) + turn + 0.3, mut
            if len(same) > 1:
                yield 1.0 + turn, tuple(edit for node in same for edit in swapped(node, text))
