"""Operators that make arithmetic and conversions checked where a function can say that they failed.

Covered: `a - b` as `a.checked_sub(b)` where an Option or Result is wanted, narrowing with `try_from` and an error of
the file. Not covered: casts (`numbers`), saturating forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, generic_args, plain
from nightschool.repair.operators.mismatch_facts import mismatches, starting_at
from nightschool.repair.operators.register import Proposed, around, repairs, swapped
from nightschool.repair.operators.value_forms import WIDENS, is_number
from nightschool.repair.operators.wrapper_forms import map_err_calls, ok_or_calls, spot
from nightschool.repair.place import POSTFIX, Place

CHECKED = {"+": "add", "-": "sub", "*": "mul", "/": "div", "%": "rem"}
"""What the checked method of an operator is called."""


@repairs("E0308", late=60)
def checked_arithmetic(place: Place) -> Iterator[Proposed]:
    """`a - b` becomes `a.checked_sub(b)` where an Option is wanted; with `.ok_or(..)` where a Result is."""
    for one in mismatches(place):
        head = generic_args(one.expected)[0]
        nodes = [node for node in starting_at(place, one.at) if node.type == "binary_expression"]
        text = _checked(place, nodes[0]) if nodes and is_number(plain(one.found)) else ""
        if not text or head not in ("Option", "Result"):
            continue
        errors = ok_or_calls(spot(place, one.at), 6) if head == "Result" else [""]
        for turn, error in enumerate(errors):
            yield place.points.get(one.at, 1) + turn * 0.5, swapped(nodes[0], text + error)


def _checked(place: Place, node: Node) -> str:
    """The checked call of an operation; empty where it has none or starts with a number without a type."""
    name = CHECKED.get(place.syntax.field(node, "operator"), "")
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if not name or left is None or right is None or re.fullmatch(r"[\d_.]+", place.text(left)):
        return ""
    first = place.text(left) if left.type in POSTFIX else f"({place.text(left)})"
    return f"{first}.checked_{name}({place.text(right)})"


@repairs("E0308 E0277", late=60)
def checked_narrowing(place: Place) -> Iterator[Proposed]:
    """`x` becomes `T::try_from(x).map_err(..)?` in a function of Result, `T::try_from(x).ok()?` in one of Option."""
    for one in mismatches(place):
        want, have = one.expected, plain(one.found)
        if not (_integer(want) and _integer(have)) or have in WIDENS.get(want, "").split():
            continue
        mark = "*" if one.found.startswith("&") else ""
        for node in starting_at(place, one.at)[:1]:
            here = spot(place, one.at, node)
            text = place.text(node)
            here = replace(here, subject=text) if len(text) < 40 and "\n" not in text else here
            ends = [f"{call}?" for call in map_err_calls(here, 5)] if here.returns == "Result" else []
            ends = [".ok()?"] if here.returns == "Option" else ends
            for turn, end in enumerate(ends):
                yield place.points.get(one.at, 1) + 1 + turn * 0.4, around(node, f"{want}::try_from({mark}", f"){end}")


def _integer(text: str) -> bool:
    return bool(NUMBER.fullmatch(text)) and text[0] != "f"
