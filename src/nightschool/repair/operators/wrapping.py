"""Operators that wrap all values of a function or match at once, each in what fits it: `Ok(..)`, `Err(..)`, `Some(..)`.

Covered: bare errors beside bare values, `Ok(None)` and `Ok(Some(x))`, values that are wrapped already left as they are.
Not covered: the same wrapper for all (`returning`), single values (`mismatched`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, implemented, plain, return_type
from nightschool.repair.operators.register import Proposed, around, repairs
from nightschool.repair.operators.value_forms import same
from nightschool.repair.operators.value_positions import leaves, results
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of

_GIVES_RESULT = re.compile(r"\.(map_err|ok_or|ok_or_else|parse|try_into|transpose)$|::try_from$")
_GIVES_EITHER = re.compile(
    r"\.(map|and_then|or_else|or|filter|get|get_mut|first|last|next|pop|find|ok|err)$|\.checked_\w+$"
)


@repairs("E0308", late=40)
def wrap_fitting(place: Place) -> Iterator[Proposed]:
    """Each bare value of a function in what fits it: errors in `Err`, others in `Ok` or `Ok(Some(..))`, together."""
    function = place.function
    kind = return_type(place, function)
    if generic_args(kind)[0] not in ("Result", "Option"):
        return
    groups = [results(place, function)]
    groups += [list(leaves(node)) for node in place.syntax.of("match_expression") if place.touches(node)]
    for turn, nodes in enumerate(groups):
        wraps = [(node, _fitting(place, node, kind)) for node in nodes]
        edits = tuple(e for node, wrap in wraps if wrap for e in around(node, wrap, ")" * wrap.count("(")))
        if edits:
            yield turn * 0.5, edits


def _fitting(place: Place, node: Node, kind: str) -> str:
    """What is put before a value to make it of a Result or Option type; empty if it is one or unknown."""
    head, args = generic_args(kind)
    have = _head(place, node)
    if not args or have in (head, "?"):
        return ""
    if head == "Option":
        return "Some(" if have != "Result" else ""
    if len(args) > 1 and _is_error(place, node, args):
        return "Err("
    inner = generic_args(args[0])[0]
    return "Ok(Some(" if inner == "Option" and have != "Option" else "Ok("


def _head(place: Place, node: Node) -> str:
    """`Result`, `Option`, another head, or `?` where the text does not show which."""
    text = place.text(node)
    if re.match(r"(Ok|Err)\(|return\b|break\b|continue\b|panic!|unreachable!|todo!", text):
        return "?" if text[:2] not in ("Ok", "Er") else "Result"
    if text == "None" or text.startswith("Some("):
        return "Option"
    if found := generic_args(plain(type_of(place, node)))[0]:
        return found
    called = place.syntax.field(node, "function") if node.type == "call_expression" else ""
    called = re.sub(r"::<.*>$", "", called)
    return "Result" if _GIVES_RESULT.search(called) else "?" if _GIVES_EITHER.search(called) else ""


def _is_error(place: Place, node: Node, args: tuple[str, ...]) -> bool:
    """Whether a value is of the error type and not of the other."""
    value, error = args[0], args[1]
    found = type_of(place, node) or _variant_of(place, node)
    return same(found, error) and not same(found, value)


def _variant_of(place: Place, node: Node) -> str:
    """The enum of `E::A`, `E::B(x)` and `E::C { .. }`."""
    found = re.match(r"(?:\w+::)*?(\w+)::[A-Z]\w*(?!\w|::)", place.text(node))
    return (implemented(place, node) if found[1] == "Self" else found[1]) if found else ""
