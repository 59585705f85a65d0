"""How values get into and out of Option, Result and boxes: `?`, defaults, `ok_or`, `map_err`, `Some(..)`.

Covered: each form as text before and after the value, error values as the file uses them. Not covered: where
(`mismatched`, `results`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, Local, generic_args, plain
from nightschool.repair.likely import AtHand, error_values, likely_values
from nightschool.repair.operators.mismatch_facts import function_kind
from nightschool.repair.operators.value_forms import (
    SMART,
    Form,
    collections,
    inner,
    is_number,
    numbers,
    references,
    same,
    text_forms,
)
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at

_CAUGHT = re.compile(r"(?<![\w.])e(?!\w)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what is in scope there."""

    place: Place
    at: int
    names: Sequence[Local]
    returns: str
    """Head of what the function around returns."""
    subject: str = ""
    """What the value is read from or looked up by, as far as its last call shows."""


def spot(place: Place, at: int, value: Node | None = None) -> Spot:
    """The spot at an offset, for a value that starts there."""
    return Spot(place, at, locals_at(place, at), function_kind(place, at), subject(place, value))


def subject(place: Place, value: Node | None) -> str:
    """What a value comes from: `text` of `text.parse()` and `read(text)`, `key` of `map.get(&key)`."""
    function = value.child_by_field_name("function") if value is not None else None
    arguments = value.child_by_field_name("arguments") if value is not None else None
    if function is None or arguments is None:
        return ""
    given = [place.text(node).lstrip("&*") for node in arguments.named_children if node.type != "closure_expression"]
    inner = function.child_by_field_name("function") if function.type == "generic_function" else function
    receiver = inner.child_by_field_name("value") if inner is not None and inner.type == "field_expression" else None
    found = given[0] if given else place.text(receiver)
    return found if len(found) < 40 and "\n" not in found else ""


def forms(here: Spot, expected: str, found: str) -> Iterator[Form]:
    """Forms from `found` to `expected`; several families may apply."""
    yield from references(expected, found)
    yield from text_forms(expected, found)
    yield from numbers(expected, found)
    yield from _unwrapped(here, expected, found)
    yield from _wrapped(here, expected, found)
    yield from collections(expected, found)


def _unwrapped(here: Spot, expected: str, found: str) -> Iterator[Form]:
    """From an Option or Result to its content, to each other, and between their contents."""
    head, args = generic_args(plain(found))
    if head not in ("Option", "Result") or not args:
        return
    inner, (want, wanted) = args[0], generic_args(expected)
    if head == want:
        yield from _inner_changed(here, (head, args), wanted)
    elif want in ("Option", "Result") and wanted:
        yield from _exchanged(here, want, args)
    else:
        yield from _taken_out(here, expected, head, inner)
    if expected == "bool":
        yield 0, "", ".is_some()" if head == "Option" else ".is_ok()"
        yield 1, "", ".is_none()" if head == "Option" else ".is_err()"


def _taken_out(here: Spot, expected: str, head: str, inner: str) -> Iterator[Form]:
    """`?` where the function allows it, a default, an error, or a panic last."""
    first = ""
    if inner.startswith("&") and not expected.startswith("&"):
        copied = is_number(plain(inner)) or plain(inner) in ("bool", "char")
        first = ".copied()" if copied else ".cloned()"
        yield from _taken_out(here, expected, head, plain(inner)) if plain(inner) == "str" else ()
    if plain(expected) == "str" and plain(inner) == "String":
        first = ".as_deref()"
    kind = here.returns
    if kind == head or (kind == "Result" and head == "Result"):
        yield 0, "", f"{first}?"
    if kind == "Option" and head == "Result":
        yield 0, "", ".ok()?"
    if kind == "Result":
        yield from _mapped_out(here, head, first)
    said = likely_values(here.place, expected, here.names, 5)
    for cost, value in enumerate(dict.fromkeys([*said, *defaults(here, expected)])):
        call = "_else(|| " if re.search(r"[({]", value) and not value.endswith("()") else "("
        call = "_else(|_| " if call != "(" and head == "Result" else call
        yield (0.4 if not kind else 1) + cost * 0.8, "", f"{first}.unwrap_or{call}{value})"
    if not (expected.startswith("&") and plain(expected) != "str"):
        yield 0.6, "", f"{first}.unwrap_or_default()"
    yield 3, "", f"{first}.unwrap()"


ZERO = frozenset({"0", "0.0", "false", '""', "()", "None", "String::new()", "Vec::new()", "Default::default()"})
"""What `unwrap_or_default` gives already."""


def defaults(here: Spot, kind: str, most: int = 4) -> list[str]:
    """What stands in for a missing value of a type: names, constants, plain values but the default, the limit."""
    found = [one for one in likely_values(here.place, kind, here.names, most + 2) if one not in ZERO][:most]
    limit = [f"{kind}::MAX"] if NUMBER.fullmatch(kind) and kind[0] != "f" else []
    return [*found, *limit, *(["f64::INFINITY"] if kind == "f64" else [])]


def _mapped_out(here: Spot, head: str, first: str) -> Iterator[Form]:
    if head == "Option":
        for cost, text in enumerate(ok_or_calls(here)):
            yield 0.2 + cost * 0.6, "", f"{first}{text}?"
    else:
        for cost, text in enumerate(map_err_calls(here)):
            yield 0.6 + cost * 0.6, "", f"{text}?"


def ok_or_calls(here: Spot, most: int = 8) -> list[str]:
    """`.ok_or(E)` with error values of the place."""
    values = error_values(here.place, here.at, AtHand(here.names, "", here.subject), most)
    return [f".ok_or_else(|| {one})" if re.search(r"[({!]", one) and "(" in one else f".ok_or({one})" for one in values]


def map_err_calls(here: Spot, most: int = 10) -> list[str]:
    """`.map_err(..)` with constructors, conversions and error values of the place."""
    values = error_values(here.place, here.at, AtHand(here.names, "e", here.subject), most)
    calls = []
    for one in values:
        if found := re.fullmatch(r"([\w:]+)\(e\)", one):
            calls.append(f".map_err({found[1]})")
        else:
            caught = "e" if re.search(r"(?<![\w.])e(?!\w)", one) else "_"
            calls.append(f".map_err(|{caught}| {one})")
    return list(dict.fromkeys(calls))


def _inner_changed(here: Spot, found: tuple[str, tuple[str, ...]], wanted: tuple[str, ...]) -> Iterator[Form]:
    """Option to Option, Result to Result."""
    head, args = found
    if not wanted:
        return
    want, have = wanted[0], args[0]
    if have.startswith("&") and plain(have) == want:
        yield 0, "", ".copied()" if is_number(want) or want in ("bool", "char") else ".cloned()"
        yield 1, "", ".cloned()"
    if have == "&str" and want == "String":
        yield 0, "", ".map(str::to_string)"
        yield 0.5, "", ".map(String::from)"
    if want == "&str" and have == "String":
        yield 0, "", ".as_deref()"
    if plain(want) == have and want.startswith("&"):
        yield 0, "", ".as_ref()" if not want.startswith("&mut") else ".as_mut()"
    if generic_args(have)[0] == head:
        yield 0, "", ".flatten()"
        yield 0.5, "", "?"
        yield 1, "", ".and_then(|inner| inner)"
    for cost, before, after in inner(want, have):
        yield 1 + cost, "", f".map(|value| {before}value{after})"
    if head == "Result":
        yield from _result_changed(here, args, wanted)


def _result_changed(here: Spot, args: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[Form]:
    if len(args) > 1 and len(wanted) > 1 and not same(args[1], wanted[1]):
        for cost, text in enumerate(map_err_calls(here)):
            yield cost * 0.5, "", text
        yield 1, "Ok(", "?)"
    if wanted[0] == "()" and args[0] != "()":
        yield 0, "", ".map(|_| ())"
        yield 0, "", "?;\nOk(())"


def _exchanged(here: Spot, want: str, args: tuple[str, ...]) -> Iterator[Form]:
    """Option to Result and back."""
    if want == "Option":
        yield 0, "", ".ok()"
        return
    for cost, text in enumerate(ok_or_calls(here)):
        yield cost * 0.6, "", text


def _wrapped(here: Spot, expected: str, found: str) -> Iterator[Form]:
    """Into Some, Ok, Err, boxes."""
    head, args = generic_args(expected)
    if head == "Option" and args and generic_args(found)[0] != "Option":
        yield 0, "Some(", ")"
        yield from ((1 + c, f"Some({b}", f"{a})") for c, b, a in inner(args[0], found))
    if head == "Result" and args and generic_args(found)[0] != "Result":
        yield from _into_result(args, found)
    if head in ("Option", "Result") and args:
        yield from _into_both(head, args[0], found)
    if head in SMART and args:
        yield 0, f"{head}::new(", ")"
    if head == "Cow":
        yield 0, "Cow::Borrowed(" if found.startswith("&") else "Cow::Owned(", ")"
        yield 1, "", ".into()"
    if head == "Vec" and args and not found.startswith(("Vec", "&[")):
        yield 1, "vec![", "]"
    if head.startswith("("):
        yield 2, "(", ",)"


def _into_both(head: str, content: str, found: str) -> Iterator[Form]:
    """Into `Ok(Some(..))` and `Some(Ok(..))`."""
    other = generic_args(content)[0]
    if other in ("Option", "Result") and other != head and generic_args(found)[0] not in ("Option", "Result"):
        yield 0, f"{'Ok' if head == 'Result' else 'Some'}({'Some' if other == 'Option' else 'Ok'}(", "))"


def _into_result(args: tuple[str, ...], found: str) -> Iterator[Form]:
    is_error = len(args) > 1 and same(args[1], found) and not same(args[0], found)
    yield (1 if is_error else 0), "Ok(", ")"
    yield (0 if is_error else 1), "Err(", ")"
    yield from ((1 + c, f"Ok({b}", f"{a})") for c, b, a in inner(args[0], found))
    yield from ((2 + c, f"Err({b}", f"{a})") for c, b, a in (inner(args[1], found) if len(args) > 1 else ()))
    if args[0] == "()":
        yield 0.5, "", ";\nOk(())"
