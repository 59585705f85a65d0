"""How a collector is read once it owns what it keeps: looks into it, what patterns show of it, what it is given to.

Covered: `as_deref`, `as_ref` and `&` for options in and after their loop, stars at numbers of tuples, conversions that
are not needed any more, plain values lent to calls. Not covered: collectors that the function returns as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.collector_facts import Collector
from nightschool.repair.operators.kept_options import LOOKS
from nightschool.repair.operators.ownership_facts import uses, within
from nightschool.repair.operators.register import insert
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

SCRUTINISED = ("match_expression", "let_condition", "let_declaration")
CONVERTS = re.compile(
    r"(?:cloned|copied)\(\)|map\((?:str|String|\w+|ToString|Clone)::(?:to_string|to_owned|clone|from)\)"
)
ASKS = ("contains", "contains_key", "get", "get_mut", "remove")
Position = tuple[int, int]


def reads(place: Place, one: Collector, positions: set[Position]) -> Iterator[Edit]:
    """Edits at the reads of a collector."""
    found = [use for use in uses(place, one.name, one.function) if use.start_byte > one.let.end_byte]
    last = max(found, key=lambda use: use.start_byte, default=None)
    for use in found:
        if one.head == "Option" or place.syntax.field(one.let, "value") == "None":
            yield from _option(place, one, positions, use, use == last and not within(use, one.loop))
        elif not one.head:
            yield from _plain(place, one, use)
        else:
            yield from _collection(place, one, use)


def _method(place: Place, use: Node) -> tuple[Node | None, str]:
    """The call of a method on a name, with the method's name."""
    called = use.parent if use.parent is not None and use.parent.type == "field_expression" else None
    call = called.parent if called is not None else None
    known = called is not None and call is not None and call.child_by_field_name("function") == called
    return (call, place.syntax.field(called, "field")) if known and called is not None else (None, "")


def _option(place: Place, one: Collector, positions: set[Position], use: Node, last: bool) -> Iterator[Edit]:
    call, name = _method(place, use)
    pair = any(len(kinds) > 1 for kinds in one.slots())
    whole = call if call is not None and name in LOOKS else _matching(use)
    converts = call is not None and CONVERTS.fullmatch(
        place.data[use.end_byte + 1 : call.end_byte].decode(errors="replace")
    )
    if last and call is not None and converts and not pair:
        yield Edit(use.end_byte, call.end_byte)
    elif whole is not None and not pair:
        deref = re.search(r"&\s*('\w+\s+)?(str\b|\[)", one.type)
        looks = insert(use.end_byte, ".as_ref()") if whole == call else insert(use.start_byte, "&")
        yield insert(use.end_byte, ".as_deref()") if deref else looks
    elif whole is not None and last:
        yield from _lent_inside(place, one, positions, whole)
    elif whole is not None:
        yield insert(use.end_byte, ".as_ref()") if whole == call else insert(use.start_byte, "&")
        yield from _starred(place, one, positions, whole)


def _matching(use: Node) -> Node | None:
    """The match, `if let` or `let` that looks at a name; for an `if let` the whole `if`."""
    parent = use.parent
    if parent is None or parent.type not in SCRUTINISED or parent.child_by_field_name("value") != use:
        return None
    if parent.type == "let_condition":
        return enclosing(parent, "if_expression", "while_expression")
    return parent.parent if parent.type == "let_declaration" else parent


def _shown(place: Place, whole: Node) -> Iterator[tuple[int, str]]:
    """(part, name) of tuple patterns in a match, an `if let` or a closure."""
    for pattern in place.syntax.of("tuple_pattern"):
        if within(pattern, whole):
            inside = [one for one in pattern.children if one.type not in ("(", ")", ",") and "comment" not in one.type]
            for at, inner in enumerate(inside):  # `_` has no name in the tree
                yield from ((at, name) for name in bound_names(place, inner) if inner.type == "identifier")


def _part_uses(place: Place, one: Collector, whole: Node) -> Iterator[tuple[int, str, Node]]:
    """(part, type, use) of names that patterns show of a tuple."""
    kinds = one.slots()[0] if one.slots() else []
    for at, name in dict.fromkeys(_shown(place, whole)):
        for use in uses(place, name, whole):
            if at < len(kinds) and use.parent is not None:
                yield at, kinds[at], use


def _starred(place: Place, one: Collector, positions: set[Position], whole: Node) -> Iterator[Edit]:
    """What a pattern shows of a reference to a tuple: numbers need a star, texts are compared as such."""
    for at, kind, use in _part_uses(place, one, whole):
        kept = (0, at) not in positions
        if (
            kept
            and use.parent is not None
            and use.parent.type not in ("field_expression", "token_tree", "index_expression")
        ):
            yield insert(use.start_byte, "*")
        elif not kept and kind.endswith("str") and use.parent is not None and use.parent.type == "binary_expression":
            yield insert(use.end_byte, ".as_str()")


def _lent_inside(place: Place, one: Collector, positions: set[Position], whole: Node) -> Iterator[Edit]:
    """Parts of a tuple that are taken out by value are lent to calls."""
    for at, _, use in _part_uses(place, one, whole):
        call = use.parent.parent if use.parent is not None and use.parent.type == "arguments" else None
        called = place.syntax.field(call, "function") if call is not None and call.type == "call_expression" else ""
        if (0, at) in positions and re.fullmatch(r"(?:[\w]+(?:::|\.))*[a-z_]\w*", called):
            yield insert(use.start_byte, "&")


def _plain(place: Place, one: Collector, use: Node) -> Iterator[Edit]:
    """A plain value is lent to calls, and compared and matched as a text."""
    parent = use.parent
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    if call is not None and call.type == "call_expression":
        if not place.syntax.field(call, "function").endswith("!"):
            yield insert(use.start_byte, "&")
    elif parent is not None and parent.type in ("binary_expression", "match_expression") and one.type.endswith("str"):
        yield insert(use.end_byte, ".as_str()")


def _collection(place: Place, one: Collector, use: Node) -> Iterator[Edit]:
    """Texts are asked for without a second `&`."""
    call, name = _method(place, use)
    arguments = call.child_by_field_name("arguments") if call is not None else None
    first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    text = place.text(first)
    if name in ASKS and first is not None and re.fullmatch(r"&[a-z_]\w*", text) and "str" in one.type:
        listed = one.head in ("Vec", "VecDeque")
        yield insert(first.end_byte, ".to_string()") if listed else Edit(first.start_byte, first.start_byte + 1)
