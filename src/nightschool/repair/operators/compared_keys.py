"""Operators on comparisons and sums of whole values: of one field or method of them instead; hashes that follow `eq`.

Covered: `a > b` of a type without an order becomes `a.key() > b.key()`, `total + item` becomes `total + item.price`,
`impl Hash` by the fields that an `impl PartialEq` compares. Not covered: derives (`derives`), `max` and `sort`
(`sort_keys`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER
from nightschool.repair.operators.item_facts import after, generics, has_impl, implementations, last_name
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.sort_keys import keys
from nightschool.repair.place import DEFINES, Place

COMPARED = re.compile(r"binary operation `([<>]=?)` cannot be applied to type `&*(\w+)(?:<[^`]*>)?`")
SUMMED = re.compile(r"cannot (?:add|add-assign|subtract) `&*([A-Z]\w*)` (?:to|from) `&*([iuf]\w+)`")
HASHED = re.compile(r"`(\w+): (?:std::hash::)?Hash`")


@repairs("E0369", late=200)
def compare_by_key(place: Place) -> Iterator[Proposed]:
    """`a > b` becomes `a.due > b.due` for a type that has no order."""
    for mark, kind in dict.fromkeys(COMPARED.findall(place.message)):
        for node in place.syntax.of("binary_expression"):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if not _is_named(place, node, mark) or left is None or right is None:
                continue
            for rank, key in enumerate(keys(place, kind, place.function)):
                yield 0.2 + rank * 0.4, (insert(left.end_byte, key.text), insert(right.end_byte, key.text))


@repairs("E0277 E0369", late=200)
def add_by_key(place: Place) -> Iterator[Proposed]:
    """`total + item` becomes `total + item.price`, with a field or method of the number's type."""
    for kind, number in dict.fromkeys(SUMMED.findall(place.message)):
        if not NUMBER.fullmatch(number):
            continue
        wanted = [one for one in keys(place, kind, place.function) if one.type == number]
        for node in place.syntax.of("binary_expression", "compound_assignment_expr"):
            right = node.child_by_field_name("right")
            if right is not None and _is_named(place, node, r"[-+]=?"):
                yield from ((0.2 + rank * 0.4, (insert(right.end_byte, one.text),)) for rank, one in enumerate(wanted))


def _is_named(place: Place, node: Node, marks: str) -> bool:
    """Whether rustc names an operation with one of these operators."""
    near = place.near(node)
    return near is not None and near < DEFINES and bool(re.fullmatch(marks, place.syntax.field(node, "operator")))


@repairs("E0277 E0599", late=200)
def hash_like_eq(place: Place) -> Iterator[Proposed]:
    """`impl Hash` by what an `impl PartialEq` by hand compares: equal values must have equal hashes."""
    names = HASHED.findall(place.message) + re.findall(r"Hash(?:Map|Set)<(\w+)", place.message)
    for kind in dict.fromkeys(names):
        item = place.item(kind)
        blocks = [one for one in implementations(place.syntax, kind)
                  if last_name(place.syntax.field(one, "trait")) == "PartialEq"]  # fmt: skip
        if item is None or not blocks or has_impl(place.syntax, "Hash", kind):
            continue
        lines = list(_hashed(place.text(blocks[0])))
        before, own = generics(place.syntax, item)
        text = (
            f"impl{before} std::hash::Hash for {kind}{own} {{\n    fn hash<H: std::hash::Hasher>(&self, state: &mut H) "
            "{\n        " + "\n        ".join(lines) + "\n    }\n}"
        )
        eq = "" if has_impl(place.syntax, "Eq", kind) else f"impl{before} Eq for {kind}{own} {{}}\n\n"
        if lines:
            yield 0.0, (insert(*after(place, item, eq + text)),)


def _hashed(text: str) -> Iterator[str]:
    """A statement for each thing that `eq` compares, in the form in which it compares it."""
    for left, right in re.findall(r"(self\.[\w.()]+)\s*==\s*&?(other\.[\w.()]+)", text):
        if left.removeprefix("self") == right.removeprefix("other"):
            yield f"std::hash::Hash::hash(&{left}, state);"
    for name in re.findall(r"self\.([\w.]+)\.eq_ignore_ascii_case\(", text):
        yield f"std::hash::Hash::hash(&self.{name}.to_ascii_lowercase(), state);"
