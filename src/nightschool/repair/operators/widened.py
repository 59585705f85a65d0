"""Operators on trait methods whose types differ: the impl takes the trait's types, and its body follows them.

Covered: a wider number type for what is returned, `Some(..)` and `Ok(..)` around it, a signed number added to
an unsigned one; one method, or all of that trait's method together. Not covered: the head alone (`signatures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, bound_names, generic_args, return_type
from nightschool.repair.operators.item_facts import items, last_name
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.operators.trait_items import concrete
from nightschool.repair.operators.trait_objects import tails
from nightschool.repair.operators.value_forms import WIDENS
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

LEAVES = ("identifier", "field_expression", "call_expression", "index_expression", "parenthesized_expression")
"""Operands of a calculation that are converted one by one, so that it is made in the wider type."""


@repairs("E0053", late=200)
def widen_result(place: Place) -> Iterator[Proposed]:
    """`-> u32 { self.a * self.b }` becomes `-> u64 { u64::from(self.a) * u64::from(self.b) }`, or `-> Option<u32>`."""
    made = [forms for method, declared in mismatched(place) if (forms := list(_widened(place, method, declared)))]
    for number in range(max(map(len, made), default=0)):
        group = [forms[min(number, len(forms) - 1)] for forms in made]
        yield 0.0 + number * 0.2, tuple(edit for edits in group for edit in edits)
        if len(made) > 1:
            yield from ((0.4 + number * 0.2, edits) for edits in group)


def mismatched(place: Place) -> Iterator[tuple[Node, Node]]:
    """(method, the trait's declaration of it) of the methods of impls that rustc names, for traits of the file."""
    for block in place.syntax.of("impl_item") if "E0053" in place.codes else ():
        trait = place.item(last_name(place.syntax.field(block, "trait")), "trait_item")
        known = {place.syntax.name(one): one for one in items(trait, "function_signature_item", "function_item")}
        for method in items(block, "function_item"):
            listed = method.child_by_field_name("parameters"), method.child_by_field_name("return_type")
            declared = known.get(place.syntax.name(method))
            if declared is not None and any(one is not None and place.near(one) is not None for one in listed):
                yield method, declared


def _widened(place: Place, method: Node, declared: Node) -> Iterator[tuple[Edit, ...]]:
    """The new return type with the values of the body in it: the likely form first."""
    block = method.parent.parent if method.parent is not None else None
    result, wanted = method.child_by_field_name("return_type"), return_type(place, declared)
    if result is None or block is None or not wanted or place.text(result) == concrete(place, block, wanted):
        return
    wanted, had = concrete(place, block, wanted), place.text(result)
    values = [*tails(method.child_by_field_name("body")), *returns(place, method)]
    head, args = generic_args(wanted)
    if NUMBER.fullmatch(had) and NUMBER.fullmatch(wanted) and values:
        wide = [edit for one in values for edit in _converted(place, one, wanted, had)]
        yield (*swapped(result, wanted), *wide)
    elif head in ("Option", "Result") and args[:1] == (had,):
        form = "Some(" if head == "Option" else "Ok("
        plain = [one for one in returns(place, method) if one.type.endswith("literal")]
        if plain and head == "Option":
            kept = [edit for one in values if one not in plain for edit in around(one, form, ")")]
            yield (*swapped(result, wanted), *kept, *(edit for one in plain for edit in swapped(one, "None")))
        yield (*swapped(result, wanted), *(edit for one in values for edit in around(one, form, ")")))


def returns(place: Place, method: Node) -> list[Node]:
    """What `return`s give back, not those of closures."""
    body = method.child_by_field_name("body")
    found = [one for one in place.syntax.of("return_expression") if body is not None
             and body.start_byte <= one.start_byte < body.end_byte]  # fmt: skip
    last = tails(body)
    return [part for one in found for part in one.named_children[:1] if part not in last]


def _converted(place: Place, node: Node, kind: str, had: str) -> Iterator[Edit]:
    """A calculation made in a wider type: its operands converted, literals left as they are."""
    if node.type == "binary_expression":
        for name in ("left", "right"):
            part = node.child_by_field_name(name)
            if part is not None and place.syntax.field(node, "operator") in ("+", "-", "*", "/", "%"):
                yield from _converted(place, part, kind, had)
    elif node.type == "parenthesized_expression" and node.named_children:
        yield from _converted(place, node.named_children[0], kind, had)
    elif _is_sum(place, node):
        yield from _sum_of(place, node, kind, had)
    elif node.type in LEAVES:
        before, after = _form(kind, had).split("{}")
        yield from around(node, before, after)


def _form(kind: str, had: str) -> str:
    """How a number is converted: without loss by `from`, else by a cast."""
    return f"{kind}::from({{}})" if had in WIDENS.get(kind, "").split() else f"({{}} as {kind})"


def _is_sum(place: Place, node: Node) -> bool:
    """Whether a value is `x.sum()` or `x.product()`."""
    return any(call == node for call, _, _ in method_calls(place.syntax, "sum", "product"))


def _sum_of(place: Place, node: Node, kind: str, had: str) -> Iterator[Edit]:
    """`x.iter().sum::<u32>()` with its items converted one by one, and another type where one is written."""
    function = node.child_by_field_name("function")
    written = function.child_by_field_name("type_arguments") if function is not None else None
    inner = function.child_by_field_name("function") if written is not None and function is not None else function
    value = inner.child_by_field_name("value") if inner is not None else None
    if value is not None:
        lent = "&" if place.text(value).endswith((".iter()", ".values()")) else ""
        yield insert(value.end_byte, f".map(|{lent}one| {_form(kind, had).format('one')})")
    if written is not None:
        yield from swapped(written, f"<{kind}>")


@repairs("E0053", late=200)
def add_signed(place: Place) -> Iterator[Proposed]:
    """A parameter becomes signed as the trait has it, and `x + by` becomes `x.saturating_add_signed(by)`."""
    for method, declared in mismatched(place):
        for one, other in zip(parameter_nodes(method), parameter_nodes(declared), strict=False):
            had, wanted = one.child_by_field_name("type"), place.syntax.field(other, "type")
            names = [*bound_names(place, one.child_by_field_name("pattern"))]
            if had is None or not re.fullmatch(r"u\w+", place.text(had)) or wanted != f"i{place.text(had)[1:]}":
                continue
            sums = [edits for name in names for edits in _signed(place, method, name)]
            if sums:
                yield 0.0, (*swapped(had, wanted), *(edit for edits in sums for edit in edits))


def parameter_nodes(function: Node) -> list[Node]:
    """The parameters of a function without `self`."""
    listed = function.child_by_field_name("parameters")
    return [one for one in listed.named_children if one.type == "parameter"] if listed is not None else []


def _signed(place: Place, method: Node, name: str) -> Iterator[tuple[Edit, ...]]:
    """Sums of a method with the parameter on their right."""
    for node in place.syntax.of("binary_expression", "compound_assignment_expr"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or place.text(right) != name or not _within(node, method):
            continue
        mark, text = place.syntax.field(node, "operator"), f"{place.text(left)}.saturating_add_signed({name})"
        outer = node.parent if node.parent is not None and node.parent.type == "parenthesized_expression" else node
        if mark == "+":
            yield swapped(outer, text)
        elif mark == "+=":
            yield swapped(node, f"{place.text(left)} = {text}")


def _within(node: Node, holder: Node) -> bool:
    return holder.start_byte <= node.start_byte < holder.end_byte
