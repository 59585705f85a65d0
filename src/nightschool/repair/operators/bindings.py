"""Operators at the `let` of a name that is an Option or Result where its content is wanted.

Covered: `?`, `ok_or(..)?` and `map_err(..)?` behind the bound value, `let Some(x) = v else { .. }`. Not covered: the
use of the name (`mismatched`, `options`), values that are not bound (`results`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.leaving import leaving, left_as_written
from nightschool.repair.operators.mismatch_facts import mismatches, operations, starting_at, wrong_receivers
from nightschool.repair.operators.options import holder
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.wrapper_forms import defaults, map_err_calls, ok_or_calls, spot
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing

_WRAPPED = re.compile(r"&?(?:mut )?(Option|Result)<(.*)>$")


def wrapped_names(place: Place) -> Iterator[tuple[float, Node, str, str]]:
    """(cost, name, `Option` or `Result`, content) of names that rustc finds wrapped where the content is wanted."""
    for one in mismatches(place):
        if (found := _WRAPPED.match(one.found)) and not _WRAPPED.match(one.expected):
            nodes = [node for node in starting_at(place, one.at) if node.type == "identifier"]
            yield from ((place.points.get(one.at, 1), node, found[1], found[2]) for node in nodes[:1])
    for operation in operations(place):
        for node, kind in zip((operation.left, operation.right), operation.types, strict=True):
            if (found := _WRAPPED.match(kind)) and node.type == "identifier":
                yield operation.cost, node, found[1], found[2]
    head, inner = holder(place)
    for cost, _, receiver, _ in wrong_receivers(place):
        if head in ("Option", "Result") and receiver.type == "identifier":
            yield cost, receiver, head, inner


@repairs("E0308 E0369 E0599 E0609 E0277", late=60)
def taken_out_where_bound(place: Place) -> Iterator[Proposed]:
    """`let x = v;` of an Option or Result becomes `let x = v?;`, `v.ok_or(..)?`, `let Some(x) = v else { .. };`."""
    for cost, name, head, inner in wrapped_names(place):
        bound = _bound(place, name)
        value, pattern = (bound.child_by_field_name(one) for one in ("value", "pattern")) if bound else (None, None)
        if bound is None or value is None or pattern is None or bound.child_by_field_name("type") is not None:
            continue
        for turn, text in enumerate(_ways(place, value, head, inner)):
            yield cost + 0.4 + turn * 0.5, (insert(value.end_byte, text),)
        wrap = "Some" if head == "Option" else "Ok"
        ways = [*left_as_written(place, value.start_byte), *leaving(place, value.start_byte, 4)]
        for turn, leave in enumerate(ways):
            around = (insert(pattern.start_byte, f"{wrap}("), insert(pattern.end_byte, ")"))
            yield cost + 0.6 + turn * 0.5, (*around, insert(value.end_byte, f" else {{ {leave} }}"))


def _bound(place: Place, name: Node) -> Node | None:
    """The last `let` of a bare name before its use, in the same function."""
    function, text = place.function_at(name.start_byte), place.text(name)
    lets = [
        node
        for node in place.syntax.of("let_declaration")
        if node.end_byte <= name.start_byte and place.syntax.field(node, "pattern") == text
        and enclosing(node, "function_item") == function and node.child_by_field_name("alternative") is None
    ]  # fmt: skip
    return max(lets, key=lambda node: node.start_byte, default=None)


def _ways(place: Place, value: Node, head: str, inner: str) -> list[str]:
    """What takes the content out behind a value."""
    here = spot(place, value.start_byte, value)
    kind = next(iter(generic_args(f"X<{inner}>")[1]), "")
    copied = ".copied()" if kind.startswith("&") and not re.search(r"str|\[|[A-Z]", kind) else ""
    first = ["?", f"{copied}?"] if here.returns == head else []
    calls = ok_or_calls(here, 6) if head == "Option" else map_err_calls(here, 6)
    asked = [f"{text}?" for text in calls] if here.returns == "Result" else []
    late = [f"{copied}.unwrap_or({one})" for one in (defaults(here, kind.lstrip("&"), 3) if kind else [])]
    return list(dict.fromkeys([*first, *asked, f"{copied}.unwrap_or_default()", *late]))
