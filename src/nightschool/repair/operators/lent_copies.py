"""Operators on a look-up whose borrow is in the way: it gives a copy, which is lent where the reference was given.

Covered: a `let` or `if let` of a look-up, of a method, of a chain that ends in `map(|(k, _)| k)`, with the calls that
the name or what a pattern takes from it is given to. Not covered: copies that need no other change (`naming`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names, generic_args
from nightschool.repair.operators.ownership_facts import labelled, uses, within
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.stored import STORES
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

HOLDERS = ("let_declaration", "let_condition", "match_expression")


@repairs("E0502 E0505 E0506 E0499", late=200)
def copy_and_lend(place: Place) -> Iterator[Proposed]:
    """`let k = m.iter().max().map(|(k, _)| k);` maps to `k.clone()`, and `m.remove(k)` becomes `m.remove(&k)`."""
    seen: set[int] = set()
    for _, node in labelled(place, "borrow occurs here", "is borrowed here", "borrow of `"):
        holder = enclosing(node, *HOLDERS, "block")
        value = holder.child_by_field_name("value") if holder is not None and holder.type in HOLDERS else None
        if holder is None or value is None or not within(node, value) or holder.start_byte in seen:
            continue
        seen.add(holder.start_byte)
        lent = tuple(edit for use in _uses(place, holder) for edit in _lent(place, use, type_of(place, value)))
        for turn, edits in enumerate(_copies(place, value)):
            if lent or len(edits) > 1:
                yield turn * 0.4, (*edits, *lent)


def _copies(place: Place, value: Node) -> Iterator[tuple[Edit, ...]]:
    """Ways to copy what a look-up gives, by its type as far as that shows."""
    given = _projected(place, value)
    if given is not None:
        inner = given.child_by_field_name("value") if given.type == "reference_expression" else None
        marks = (Edit(given.start_byte, inner.start_byte),) if inner is not None else (insert(given.start_byte, ""),)
        yield (*marks, insert(given.end_byte, ".clone()"))
        yield (*marks, insert(given.end_byte, ".to_string()"))
        return
    kind = type_of(place, value)
    inside = value.named_children[0] if value.type == "try_expression" and value.named_children else value
    for call in _calls(kind):
        yield (insert(inside.end_byte if call in (".cloned()", ".map(str::to_string)") else value.end_byte, call),)


def _calls(kind: str) -> tuple[str, ...]:
    head, args = generic_args(kind)
    if re.match(r"&\s*('\w+\s+)?(str\b|\[)", kind):
        return (".to_string()",) if "str" in kind else (".to_vec()",)
    if head == "Option" and args:
        return (".map(str::to_string)",) if args[0].endswith("str") else (".cloned()",)
    return (".clone()",) if kind.startswith("&") else (".cloned()", ".to_string()", ".clone()")


def _projected(place: Place, value: Node) -> Node | None:
    """What the closure of a last `map` gives, if it is a name, a field or a reference to one."""
    chain = value.named_children[0] if value.type == "try_expression" and value.named_children else value
    called, arguments = place.syntax.field(chain, "function"), chain.child_by_field_name("arguments")
    closure = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    if closure is None or not called.endswith("map") or closure.type != "closure_expression":
        return None
    body = closure.child_by_field_name("body")
    kinds = ("identifier", "field_expression", "reference_expression")
    return body if body is not None and body.type in kinds else None


def _uses(place: Place, holder: Node) -> list[Node]:
    """Uses of the names that a look-up binds, and of those that a pattern takes from one of them."""
    function = enclosing(holder, "function_item")
    if function is None:
        return []
    names = list(_bound(place, holder))
    for other in place.syntax.of(*HOLDERS):
        if within(other, function) and other != holder and place.syntax.field(other, "value").lstrip("&") in names:
            names += list(_bound(place, other))
    return [use for name in dict.fromkeys(names) for use in uses(place, name, function)
            if use.start_byte > holder.start_byte]  # fmt: skip


def _bound(place: Place, holder: Node) -> Iterator[str]:
    if holder.type != "match_expression":
        yield from bound_names(place, holder.child_by_field_name("pattern"))
        return
    for arm in place.syntax.of("match_arm"):
        if enclosing(arm, "match_expression") == holder:
            yield from bound_names(place, arm.child_by_field_name("pattern"))


def _lent(place: Place, use: Node, kind: str) -> Iterator[Edit]:
    """A name that a call takes is lent to it; a text that is matched is looked at."""
    parent = use.parent
    if parent is not None and parent.type == "match_expression" and kind.endswith("str"):
        yield insert(use.end_byte, ".as_str()")
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    if call is not None and call.type == "call_expression":
        called = re.split(r"\.|::", place.syntax.field(call, "function"))[-1]
        if called not in (set(STORES) - {"entry"}) and called not in ("Some", "Ok", "Err"):
            yield insert(use.start_byte, "&")
