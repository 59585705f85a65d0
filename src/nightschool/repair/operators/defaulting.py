"""Operators that give an Option or Result used as its content what stands in for it in this program.

Covered: `.unwrap_or(self.base)` where a content is wanted, `map_or_else` where one is asked for by method. Not
covered: plain defaults (`mismatched`, `options`), errors (`error_variants`), maps (`entries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, generic_args, plain
from nightschool.repair.operators.mismatch_facts import chain_end, mismatches, starting_at, wrong_receivers
from nightschool.repair.operators.options import holder
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.stand_ins import stand_ins
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit

KEYWORDS = (
    "type",
    "match",
    "loop",
    "move",
    "ref",
    "use",
    "mod",
    "fn",
    "impl",
    "trait",
    "box",
    "where",
    "enum",
    "struct",
)
COPIED = re.compile(r"bool|char|[iuf](8|16|32|64|128|size)")
READS = ("to_uppercase", "to_lowercase", "trim", "len", "chars", "is_empty", "lines", "contains", "starts_with",
         "bytes", "split", "as_str", "parse", "ends_with", "split_whitespace", "as_bytes")  # fmt: skip
"""Methods of text, asked of an Option of one."""


@repairs("E0308", late=150)
def default_at_hand(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x.unwrap_or(self.base)`: a field, constant, limit or told text in place of what is missing."""
    for one in mismatches(place):
        head, args = generic_args(one.found)
        if head not in ("Option", "Result") or not args or generic_args(one.expected)[0] in ("Option", "Result"):
            continue
        first = _first(args[0], one.expected)
        for node in starting_at(place, one.at)[:1]:
            for turn, text in enumerate(stand_ins(place, node, one.expected)):
                yield place.points.get(one.at, 1) + turn * 0.4, (insert(node.end_byte, first + _or(text, head)),)


def _first(content: str, expected: str) -> str:
    """What makes a lent content one of the wanted type."""
    if content.startswith("&") and not expected.startswith("&"):
        return ".copied()" if COPIED.fullmatch(plain(content)) else ".cloned()"
    return ".as_deref()" if (content, expected) == ("String", "&str") else ""


def _or(text: str, head: str) -> str:
    """`.unwrap_or(v)`, lazily where the value is made."""
    if re.search(r"\w\(|!\(", text):
        return f".unwrap_or_else({'||' if head == 'Option' else '|_|'} {text})"
    return f".unwrap_or({text})"


@repairs("E0599 E0609", late=150)
def default_for_method(place: Place) -> Iterator[Proposed]:
    """`x.m()` becomes `x.map_or_else(|| v, |job| job.m())`, or `x.unwrap_or(v).m()` where a text or number is asked."""
    head, inner = holder(place)
    args = generic_args(f"X<{inner}>")[1]
    if head not in ("Option", "Result") or not args:
        return
    for cost, access, receiver, name in wrong_receivers(place):
        for turn, (text, start) in enumerate(_content_defaults(place, receiver, name, args[0])):
            yield cost + 0.1 + turn * 0.4, (Edit(start, start, text),)
        ends = [access] if chain_end(access) == access else [access, chain_end(access)]
        for late, end in enumerate(ends):
            for turn, text in enumerate(_mapped(place, (receiver, access, end), head, args[0])):
                yield cost + 0.2 + late * 0.5 + turn * 0.4, (Edit(receiver.end_byte, end.end_byte, text),)


def _content_defaults(place: Place, receiver: Node, name: Node, content: str) -> Iterator[tuple[str, int]]:
    """A text or number in place of the missing one, put before the method."""
    kind = plain(content)
    if kind in ("String", "str") and place.text(name) in READS:
        for text in stand_ins(place, receiver, "&str", 3):
            view = ".as_deref()" if content == "String" else ".map(String::as_str)" if content == "&String" else ""
            yield f"{view}.unwrap_or({text})", receiver.end_byte
    elif NUMBER.fullmatch(kind):
        first = ".copied()" if content.startswith("&") else ""
        for text in stand_ins(place, receiver, kind, 2):
            yield f"{first}.unwrap_or({text})", receiver.end_byte


def _mapped(place: Place, nodes: tuple[Node, Node, Node], head: str, content: str) -> Iterator[str]:
    """`.map_or_else(|| v, |job| job.m())` with values of the type that the method gives."""
    receiver, access, end = nodes
    kind = _result(place, access, content) if end == access else type_of(place, end)
    rest = place.data[receiver.end_byte : end.end_byte].decode(errors="replace").lstrip()
    held = _held(place, plain(content))
    view = ".as_ref()" if not content.startswith("&") and receiver.type in ("field_expression", "identifier") else ""
    for text in stand_ins(place, receiver, kind, 2) if kind else ():
        lazy = re.search(r"\w\(|!\(", text) is not None
        nothing = f"|{'' if head == 'Option' else '_'}| {text}" if lazy else text
        yield f"{view}.map_or{'_else' if lazy else ''}({nothing}, |{held}| {held}{rest})"


def _result(place: Place, access: Node, content: str) -> str:
    """Type of a method or field of the content."""
    if access.type == "call_expression":
        return type_of(place, access)
    item, name = place.item(generic_args(plain(content))[0]), place.syntax.field(access, "field")
    return next((one.type for one in fields(place, item) if one.name == name), "")


def _held(place: Place, content: str) -> str:
    """A name for the content: `job` for a Job."""
    head = generic_args(content)[0]
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", head).lower()
    return (
        word if place.item(head) is not None and word not in KEYWORDS and re.fullmatch(r"[a-z_]\w*", word) else "value"
    )
