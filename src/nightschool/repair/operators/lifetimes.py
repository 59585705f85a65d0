"""Operators on lifetimes in the heads of functions: name them, tie them, drop them, bound by them.

Covered: a returned reference tied to one, some or all inputs, lifetimes that are one too many or undeclared, outlives
bounds, what `impl Trait` captures, the default of `dyn`. Not covered: lifetimes of types (`type_lifetimes`), owned
values in place of references (`owned`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.lifetime_facts import Slot, declare, declared, in_scope, parameters_of, slots
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

CODES = "E0106 E0261 E0621 E0310 E0309 E0491 E0499 E0502 E0505 E0506 E0515 E0521 E0597 E0700 E0716 E0726 none"
HEADS = ("function_item", "function_signature_item")


def heads(place: Place) -> Iterator[tuple[float, Node]]:
    """Functions with how far they are: those that rustc names, those that named lines call, others not at all."""
    called = set(re.findall(r"\w+", "\n".join(place.line_text(line) for line in place.lines)))
    for function in place.syntax.of(*HEADS):
        if place.touches(function):
            yield 0.0 if function == place.function else 1.0, function
        elif place.syntax.name(function) in called:
            yield 1.5, function


@repairs(CODES, late=60)
def tie_lifetime(place: Place) -> Iterator[Proposed]:
    """`fn f(a: &T, b: &U) -> &V` gets a lifetime for one, some or all inputs and the result."""
    lexical = "lifetime" in place.message or bool(place.codes & {"E0106", "E0621", "E0700"})
    for far, function in heads(place):
        inputs = slots(place, function.child_by_field_name("parameters"), bounds=False)
        outputs = slots(place, function.child_by_field_name("return_type"), bounds=lexical)
        if not inputs or not (outputs or lexical):
            continue
        known = [name for name in in_scope(place, function) if name != "'static"]
        for turn, lifetime in enumerate(dict.fromkeys([*known[:2], "'a" if not known else "'b"])):
            head = () if lifetime in known else declare(place, function, lifetime)
            for late, chosen in _choices(inputs, lifetime in known):
                edits = [slot.edit(lifetime) for slot in (*chosen, *outputs) if slot.named != lifetime]
                if edits and (outputs or len(chosen) > 1 or lifetime in known):
                    yield far + turn * 0.5 + late, (*head, *edits)


def _choices(inputs: list[Slot], known: bool) -> Iterator[tuple[float, list[Slot]]]:
    """Sets of inputs to tie, the likelier first."""
    yield 0.2, inputs
    for at, slot in enumerate(inputs):
        yield 0.4 + at * 0.3, [slot]
    if known:
        yield 0.1, []
    if len(inputs) > 2:
        yield 1.0, inputs[:2]
        yield 1.2, inputs[1:]
        yield 1.4, [inputs[0], inputs[-1]]


@repairs("E0106 E0621 E0312 E0482 E0759 E0521 E0310 E0373 none", late=80)
def static_reference(place: Place) -> Iterator[Proposed]:
    """`&str` becomes `&'static str` in a result, a field or an argument."""
    for node in place.syntax.of("reference_type"):
        cost = place.near(node)
        mark = child(node, "&")
        if cost is not None and child(node, "lifetime") is None and mark is not None:
            in_result = enclosing(node, "parameters") is None
            yield cost + (1.0 if in_result else 4.0), (insert(mark.end_byte, "'static "),)


@repairs("E0499 E0502 E0505 E0506 E0106 E0515 none", late=80)
def static_results(place: Place) -> Iterator[Proposed]:
    """Results of the functions at hand that borrow an input become `&'static`: what they return are constants."""
    if not re.search("returning this value requires|lifetime", place.message) and "E0106" not in place.codes:
        return
    found: list[Edit] = []
    for _, function in heads(place):
        result = function.child_by_field_name("return_type")
        edits = [slot.edit("'static") for slot in slots(place, result) if not slot.named]
        found += edits
        if edits:
            yield 1.0, tuple(edits)
    if len(found) > 1:
        yield 0.5, tuple(found)


@repairs("E0499 E0502 E0505 E0506 E0597 E0621 E0716 E0521 E0515 E0261 E0195 E0053 E0107 none", late=60)
def drop_lifetime(place: Place) -> Iterator[Proposed]:
    """`&'a mut self` becomes `&mut self`: a lifetime that is one too many."""
    called = set(re.findall(r"(\w+)\s*\(", "\n".join(place.line_text(line) for line in place.lines)))
    for node in place.syntax.of("self_parameter", "reference_type"):
        lifetime = child(node, "lifetime")
        function = enclosing(node, *HEADS)
        if lifetime is None or lifetime.next_sibling is None:
            continue
        near = place.near(node)
        reached = function is not None and (place.touches(function) or place.syntax.name(function) in called)
        if near is None and not reached:
            continue
        late = 0.0 if node.type == "self_parameter" else 0.7
        edit = Edit(lifetime.start_byte, lifetime.next_sibling.start_byte, "")
        yield (0.8 if near is None else near) + late, (edit,)


@repairs("E0261", late=200)
def declare_lifetime(place: Place) -> Iterator[Proposed]:
    """A lifetime that is used and not declared: declared at the item or its impl, or spelt as one that is."""
    for node in place.syntax.of("lifetime"):
        name = place.text(node)
        if place.near(node) is None or name not in place.quoted or name in ("'static", "'_"):
            continue
        item = enclosing(node, *HEADS, "impl_item", "struct_item", "enum_item", "trait_item", "type_item")
        outer = enclosing(item, "impl_item", "trait_item") if item is not None else None
        for late, holder in ((0.0, item), (0.5, outer)):
            if holder is not None:
                yield late, declare(place, holder, name)
                head = holder.child_by_field_name("type")
                if holder.type == "impl_item" and head is not None and head.type == "type_identifier":
                    yield late + 0.2, (*declare(place, holder, name), insert(head.end_byte, f"<{name}>"))
        known = [*declared(place, item), *declared(place, outer)]
        for turn, other in enumerate(dict.fromkeys([*known, "'_", "'static"])):
            yield 0.5 + turn, (Edit(node.start_byte, node.end_byte, other),)


@repairs("E0261", late=200)
def respell_lifetime(place: Place) -> Iterator[Proposed]:
    """Every use of an undeclared lifetime in an item is spelt as one that is declared."""
    for name in (text for text in place.quoted if text.startswith("'")):
        used = [node for node in place.syntax.of("lifetime") if place.text(node) == name]
        items = {enclosing(node, *HEADS, "struct_item", "enum_item", "impl_item") for node in used}
        for item in items:
            if item is None or not place.touches(item):
                continue
            known = [*declared(place, item), *declared(place, enclosing(item, "impl_item", "trait_item"))]
            inside = [node for node in used if item.start_byte <= node.start_byte < item.end_byte]
            for other in known:
                yield 0.4, tuple(Edit(node.start_byte, node.end_byte, other) for node in inside)


@repairs("E0700 E0499 E0502 E0505 E0506 E0515 E0597 E0716 E0521 E0310 E0373 none", late=40)
def captured_by_result(place: Place) -> Iterator[Proposed]:
    """`-> impl Trait` captures nothing (`use<>`), its parameters, or a named or elided lifetime."""
    for far, function in heads(place):
        result = function.child_by_field_name("return_type")
        found = [node for node in place.syntax.of("abstract_type", "dynamic_type") if result is not None and
                 result.start_byte <= node.start_byte < result.end_byte]  # fmt: skip
        names = [*parameters_of(place, enclosing(function, "impl_item")), *parameters_of(place, function)]
        scope = in_scope(place, function)
        for node in found[:2]:
            outer = node.parent if node.parent is not None and node.parent.type == "bounded_type" else node
            if node.type == "abstract_type":
                yield far, (insert(outer.end_byte, f" + use<{', '.join(names)}>"),)
                for lifetime in scope[:2]:
                    yield far + 0.5, (insert(outer.end_byte, f" + use<{', '.join([lifetime, *names])}>"),)
            for late, lifetime in ((0.2, "'_"), *((0.3, name) for name in scope[:2]), (1.0, "'static")):
                yield far + late, (insert(outer.end_byte, f" + {lifetime}"),)


@repairs("E0310 E0309 E0311 E0597 E0521 E0491 E0373 E0277 none", late=60)
def outlives_bound(place: Place) -> Iterator[Proposed]:
    """`T` gets `'static` or a named lifetime as a bound; `impl Trait` and `dyn Trait` arguments likewise."""
    lexical = bool(place.codes & {"E0310", "E0309", "E0311", "E0491"})
    if not lexical and "static" not in place.message and "lifetime" not in place.message:
        return
    for far, function in heads(place):
        for item in (function, enclosing(function, "impl_item", "trait_item")):
            lifetimes = [*(in_scope(place, function)), "'static"]
            for turn, lifetime in enumerate(dict.fromkeys(lifetimes)):
                yield from ((far + cost + turn * 0.3, edits) for cost, edits in _bounded(place, item, lifetime))
    for item in place.syntax.of("struct_item", "enum_item", "trait_item"):
        if place.touches(item):
            for lifetime in dict.fromkeys([*declared(place, item), "'static"]):
                yield from _bounded(place, item, lifetime)


def _bounded(place: Place, item: Node | None, lifetime: str) -> Iterator[Proposed]:
    parameters = item.child_by_field_name("type_parameters") if item is not None else None
    for node in parameters.named_children if parameters is not None else ():
        name, bounds = node.child_by_field_name("name"), child(node, "trait_bounds")
        if node.type == "type_parameter" and name is not None and lifetime not in place.text(bounds):
            cost = 0.0 if place.text(name) in place.names else 0.5
            yield cost, (insert(node.end_byte, f" + {lifetime}" if bounds is not None else f": {lifetime}"),)
    head = item.child_by_field_name("parameters") if item is not None else None
    for node in place.syntax.of("abstract_type", "dynamic_type") if head is not None else ():
        if head is not None and head.start_byte <= node.start_byte < head.end_byte:
            outer = node.parent if node.parent is not None and node.parent.type == "bounded_type" else node
            if lifetime not in place.text(outer):
                yield 0.3, (insert(outer.end_byte, f" + {lifetime}"),)


@repairs("E0491 E0309 E0478 E0621 none", late=80)
def outlive_each_other(place: Place) -> Iterator[Proposed]:
    """Of two lifetimes of an item one outlives the other, or both become one."""
    for item in place.syntax.of(*HEADS, "impl_item", "struct_item"):
        names = declared(place, item)
        if len(names) < 2 or not place.touches(item) or not re.search("lifetime|outlive", place.message):
            continue
        parameters = item.child_by_field_name("type_parameters")
        nodes = [node for node in parameters.named_children if node.type == "lifetime_parameter"] if parameters else []
        for one in nodes:
            for other in names:
                if other != place.text(one.child_by_field_name("name")):
                    longer = f" + {other}" if child(one, "trait_bounds") or ":" in place.text(one) else f": {other}"
                    yield 0.3, (insert(one.end_byte, longer),)
        yield from _unified(place, item, names)


def _unified(place: Place, item: Node, names: list[str]) -> Iterator[Proposed]:
    """Uses of the second lifetime become the first outside the item's list of parameters."""
    parameters = item.child_by_field_name("type_parameters")
    body = item.child_by_field_name("body")
    end = body.start_byte if body is not None and item.type in HEADS else item.end_byte
    if parameters is not None:
        for one, other in ((names[0], names[1]), (names[1], names[0])):
            nodes = [n for n in place.syntax.of("lifetime") if parameters.end_byte <= n.start_byte < end]
            edits = [Edit(n.start_byte, n.end_byte, one) for n in nodes if place.text(n) == other]
            if edits:
                yield 0.6, tuple(edits)
