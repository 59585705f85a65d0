"""Operators that turn one error into a variant of another, or nothing into one, each field filled from what is around.

Covered: `.map_err(E::V)` for the variant that holds the error, `.map_err(|cause| E::V { line: index + 1, cause })`,
`.ok_or_else(|| E::V { .. })`, in arms, before `?`, and in the closure whose call fails. Not covered: `impl From`
(`impls`), error values as the file has them (`results`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tree_sitter import Node

from nightschool.repair.facts import Variant, generic_args, return_type, variants
from nightschool.repair.operators.error_fields import Failure, called, calls_of, field_values
from nightschool.repair.operators.inferred_errors import named_calls
from nightschool.repair.operators.mismatch_facts import function_kind, mismatches, starting_at, wrong_receivers
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.results import named_tries
from nightschool.repair.operators.value_forms import same
from nightschool.repair.place import POSTFIX, Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_FROM = re.compile(r"the trait `(?:std::convert::)?From<(.+?)>` is not implemented for `(.+?)`")
_COMPATIBLE = re.compile(r"compatible with `Result<.*, ([^`]+)>`")
_COSTLY = re.compile(r"\w\(\)|!\(| [-+] ")
"""What is not worked out before it is needed."""
_PATTERNS = ("match_pattern", "tuple_struct_pattern", "struct_pattern", "or_pattern")
MOST = 4
"""Variants tried at one place."""


def error_type(place: Place, at: int) -> str:
    """Type of the errors of the function around, aliases looked up."""
    head, args = generic_args(return_type(place, place.function_at(at)))
    if len(args) < 2:
        alias = next((one for one in place.syntax.of("type_item") if place.syntax.name(one) == head), None)
        head, args = generic_args(place.syntax.field(alias, "type")) if alias is not None else (head, args)
    return args[1] if head == "Result" and len(args) == 2 else ""


def made_errors(here: Failure, wanted: str) -> Iterator[str]:
    """Values of an error type with what they are called by: `E::V`, `|cause| E::V { cause }`; the likeliest first."""
    head = generic_args(wanted)[0]
    item = here.place.item(head)
    ranked: list[tuple[float, str]] = []
    for order, one in enumerate(variants(here.place, item)):
        path = head if item is not None and item.type == "struct_item" else f"{head}::{one.name}"
        rank = 2.0 * _written(here.place, path) + order * 0.01
        for turn, (held, text) in enumerate(_made(here, one, path)):
            ranked.append((rank + turn * 1.5 - 4 * held, text))
    return (text for _, text in sorted(ranked))


def _made(here: Failure, one: Variant, path: str) -> Iterator[tuple[bool, str]]:
    """(whether it holds the error, the value) of a variant, two ways at most."""
    by_path = one.shape == "(" and len(one.fields) == 1
    if by_path and here.kind and same(one.fields[0].type, here.kind):
        yield True, path
        return
    yield from _taken_apart(here, one, path)
    caught = _caught_name(here, one)
    choices = [field_values(here, field, caught) for field in one.fields]
    for turn in range(2 if all(choices) else 0):
        picked: list[str] = []
        for choice in choices:
            left = [value for value in choice if value not in picked] or choice
            picked.append(left[min(turn, len(left) - 1)])
        made = one.call(path, {field.name: value for field, value in zip(one.fields, picked, strict=True)})
        uses = bool(caught) and re.search(rf"(?<![\w.]){caught}\b(?!:)", " ".join(picked)) is not None
        holds = any(re.fullmatch(rf"{caught}|Box::new\({caught}\)", value) for value in picked if caught)
        yield holds, f"|{caught if uses else '_'}| {made}" if here.kind else made
        if not any(len(choice) > 1 for choice in choices):
            return


def _caught_name(here: Failure, one: Variant) -> str:
    """What the error is called: as the field that holds it."""
    if not here.kind:
        return ""
    holds = [field.name for field in one.fields if one.shape == "{" and same(field.type, here.kind)]
    return holds[0] if holds else "err"


def _taken_apart(here: Failure, one: Variant, path: str) -> Iterator[tuple[bool, str]]:
    """An error of the file whose fields are those of the variant: `|Other(year, day)| E::V { year, day }`."""
    head = generic_args(here.kind)[0]
    item = here.place.item(head, "struct_item")
    own = variants(here.place, item)[0] if item is not None else None
    if own is None or not own.fields or [f.type for f in own.fields] != [f.type for f in one.fields]:
        return
    names = [f.name for f in (one if one.shape == "{" else own).fields]
    names = names if not names[0].isdigit() else [f"part{n}" for n in range(len(names))]
    pattern = own.call(head, {f.name: name for f, name in zip(own.fields, names, strict=True)})
    made = one.call(path, {f.name: name for f, name in zip(one.fields, names, strict=True)})
    yield True, f"|{pattern}| {made}"


def _written(place: Place, path: str) -> bool:
    """Whether the program makes such a value somewhere: one that nobody makes is the likelier to be missing."""
    names = {path, "Self::" + path.rpartition("::")[2]} if "::" in path else {path}
    for node in place.syntax.of("scoped_identifier", "scoped_type_identifier", "type_identifier", "identifier"):
        if place.text(node) in names and node.parent is not None:
            made = node.parent.type in ("call_expression", "struct_expression", "arguments", "match_arm", "block")
            if made and enclosing(node, *_PATTERNS) is None:
                return True
    return False


def map_calls(here: Failure, wanted: str, most: int = MOST) -> list[str]:
    """`.map_err(..)` for a failure."""
    return [f".map_err({text})" for text in islice(made_errors(here, wanted), most)]


def or_calls(here: Failure, wanted: str, most: int = MOST) -> list[str]:
    """`.ok_or(..)` for an Option, lazily where the value is made from others."""
    made = islice(made_errors(here, wanted), most)
    return [f".ok_or_else(|| {text})" if _COSTLY.search(text) else f".ok_or({text})" for text in made]


@repairs("E0277", late=150)
def fitting_error(place: Place) -> Iterator[Proposed]:
    """`x?` becomes `x.map_err(E::V)?`, or `x.ok_or(..)?` where x is an Option; `E::V` filled from what is around."""
    marked = [(cost, node) for cost, node in named_tries(place) if node.end_byte - 1 in place.points]
    for turn, (cost, node) in enumerate(marked[:6]):
        value = node.named_children[0]
        pair = pair_at(place, node.end_byte - 1)
        wanted = pair[1] if pair else error_type(place, node.start_byte)
        if not wanted:
            continue
        calls = map_calls(Failure(place, value, pair[0]), wanted) if pair else []
        if not pair and "`.ok_or(" in place.message:
            calls = or_calls(Failure(place, value, ""), wanted)
        yield from ((cost + turn * 0.2 + n * 0.4, (insert(value.end_byte, text),)) for n, text in enumerate(calls))
        yield from ((cost + turn * 0.2 + 0.1, edits) for edits in _in_closure(place, value, pair))


def pair_at(place: Place, mark: int) -> tuple[str, str] | None:
    """(error that is there, error that is wanted) as rustc says it at a `?`."""
    for diagnostic in place.diagnostics:
        for label in diagnostic.labels:
            found = _FROM.search(label.text) or _FROM.search(diagnostic.message)
            if found and label.primary and place.offset(label.line, label.column) == mark:
                return found[1], found[2]
    return None


def _in_closure(place: Place, value: Node, pair: tuple[str, str] | None) -> Iterator[tuple[Edit, ...]]:
    """The body of a local closure whose call fails: one change for all of its calls."""
    call = next(calls_of(value), None)
    name = place.syntax.field(call, "function") if call is not None and call == value else ""
    for let in place.syntax.of("let_declaration") if pair and re.fullmatch(r"\w+", name) else ():
        closure = let.child_by_field_name("value")
        body = closure.child_by_field_name("body") if closure is not None else None
        if place.syntax.field(let, "pattern") == name and body is not None and body.type in POSTFIX and pair:
            for text in map_calls(Failure(place, body, pair[0]), pair[1], 2):
                yield (insert(body.end_byte, text),)


@repairs("E0308", late=150)
def fitting_error_in_arm(place: Place) -> Iterator[Proposed]:
    """A `Result` with another error in an arm, branch or at the end: `.map_err(E::V)` for the variant that holds it."""
    for one in mismatches(place):
        (head, have), (want, wanted) = generic_args(one.found), generic_args(one.expected)
        if (head, want) != ("Result", "Result") or len(have) != 2 or len(wanted) != 2 or same(have[1], wanted[1]):
            continue
        for node in starting_at(place, one.at)[:1]:
            for turn, text in enumerate(map_calls(Failure(place, node, have[1]), wanted[1])):
                yield place.points.get(one.at, 1) + turn * 0.4, (insert(node.end_byte, text),)


@repairs("E0271", late=150)
def fitting_inferred_error(place: Place) -> Iterator[Proposed]:
    """`x.parse()?` whose error was taken for the function's gets a `map_err` with a variant filled from around."""
    found = re.search(r"expected `([^`]+)`, found `([^`]+)`", place.message)
    for turn, call in enumerate(named_calls(place)[:4] if found and "Err ==" in place.message else ()):
        for number, text in enumerate(map_calls(Failure(place, call, found[2]), found[1]) if found else ()):
            yield turn * 0.4 + number * 0.4, (insert(call.end_byte, text),)


@repairs("E0308 E0599", late=150)
def fitting_error_for_nothing(place: Place) -> Iterator[Proposed]:
    """An Option or Result used as its content, in a function of Result: `.ok_or_else(..)?`, `.map_err(..)?`."""
    for cost, node, kind in _bare(place):
        wanted = error_type(place, node.start_byte) if function_kind(place, node.start_byte) == "Result" else ""
        head, args = generic_args(kind)
        if not wanted or head not in ("Option", "Result") or (head == "Result" and len(args) != 2):
            continue
        here = Failure(place, node, args[1] if head == "Result" else "")
        calls = or_calls(here, wanted, 3) if head == "Option" else map_calls(here, wanted, 3)
        for turn, text in enumerate(calls if head == "Option" or not same(args[1], wanted) else ()):
            yield cost + 0.2 + turn * 0.5, (insert(node.end_byte, text + "?"),)


def _bare(place: Place) -> Iterator[tuple[float, Node, str]]:
    """(cost, value, its type) of Options and Results that are used as what they hold."""
    for one in mismatches(place):
        if generic_args(one.expected)[0] not in ("Option", "Result"):
            yield from ((place.points.get(one.at, 1), node, one.found) for node in starting_at(place, one.at)[:1])
    told = re.search(r"not found in `((?:Option|Result)<[^`]*>)`", place.message)
    for cost, _, receiver, _ in wrong_receivers(place) if told else ():
        if told and called(place, receiver):
            yield cost, receiver, told[1]
