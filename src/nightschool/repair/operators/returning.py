"""Operators on what a function returns: its type, and all its values together.

Covered: to and from Result and Option with the ends, `return`s and callers that go with it; another error type; values
wrapped in the declared type. Not covered: single values (`mismatched`), semicolons and missing ends (`endings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import error_types, generic_args, return_type
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.operators.value_positions import NESTED, last, leaves, results, returned, tail
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit, method_calls

BOXED = "Box<dyn std::error::Error>"
PARSED = {
    "u8": "std::num::ParseIntError", "u16": "std::num::ParseIntError", "u32": "std::num::ParseIntError",
    "u64": "std::num::ParseIntError", "usize": "std::num::ParseIntError", "i32": "std::num::ParseIntError",
    "i64": "std::num::ParseIntError", "f64": "std::num::ParseFloatError", "f32": "std::num::ParseFloatError",
}  # fmt: skip


def tries(place: Place, function: Node | None) -> list[Node]:
    """`?` expressions of a function, without those of closures."""

    def inside(node: Node) -> Iterator[Node]:
        for one in node.named_children:
            if one.type not in NESTED:
                if one.type == "try_expression":
                    yield one
                yield from inside(one)

    body = function.child_by_field_name("body") if function is not None else None
    return list(inside(body)) if body is not None else []


def _likely_errors(place: Place, function: Node) -> list[str]:
    """Error types for a function: of what its `?` are on, of the file, then usual ones."""
    own = [generic_args(type_of(place, one.named_children[0])) for one in tries(place, function)]
    seen = [args[1] for head, args in own if head == "Result" and len(args) > 1 and args[1] != "_"]
    body = place.text(function)
    parsed = [error for kind, error in PARSED.items() if "parse" in body and re.search(rf"\b{kind}\b", body)]
    whole = ["std::fmt::Error"] if re.search(r"\bwriteln?!|fmt::Write", place.source) else []
    rest = ["std::io::Error"] if re.search(r"\bio::", place.source) else []
    return list(dict.fromkeys([*seen, *error_types(place, function), *parsed[:1], BOXED, "String", *whole, *rest]))


@repairs("E0277 E0308 none", late=30)
def fallible(place: Place) -> Iterator[Proposed]:
    """`-> T` becomes `-> Result<T, E>` or `-> Option<T>`: ends and returned values wrapped, callers with `?` or not."""
    function = place.function
    if function is None or function.type != "function_item":
        return
    have = return_type(place, function)
    head = generic_args(have)[0]
    if head in ("Result", "Option"):
        return
    on_option = bool(re.search(r"Option<", place.message)) and not re.search(r"Result<\w", place.message)
    for turn, error in enumerate(_likely_errors(place, function)):
        edits = _wrapped(place, function, f"Result<{have or '()'}, {error}>", "Ok")
        yield turn * 0.5 + on_option, edits
        if callers := _callers(place, function):
            yield turn * 0.5 + on_option + 0.25, (*edits, *callers)
    edits = _wrapped(place, function, f"Option<{have or '()'}>", "Some")
    yield 0.5 - on_option * 0.5, edits
    yield from ((0.6, (*edits, *callers)) for callers in (_callers(place, function),) if callers)


def _wrapped(place: Place, function: Node, kind: str, ok: str) -> tuple[Edit, ...]:
    """The type written and every value of the function wrapped."""
    old, body = function.child_by_field_name("return_type"), function.child_by_field_name("body")
    listed = function.child_by_field_name("parameters")
    edits: list[Edit] = []
    if old is not None:
        edits += swapped(old, kind)
    elif listed is not None:
        edits.append(insert(listed.end_byte, f" -> {kind}"))
    for node in results(place, function) if old is not None else ():
        edits += around(node, f"{ok}(", ")")
    for node in returned(body):
        if not node.named_children:
            edits.append(insert(node.end_byte, f" {ok}(())"))
    if old is None and body is not None:
        edits += ended(place, body, f"{ok}(())")
    return tuple(edits)


def ended(place: Place, body: Node, text: str) -> tuple[Edit, ...]:
    """A last line for a block that gives nothing."""
    end = last(body)
    if end is None:
        return (insert(body.start_byte + 1, f" {text} "),)
    loose = tail(body) is not None and not place.text(end).rstrip().endswith("}")
    inner = place.syntax.indent(end) if "\n" in place.text(body) else ""
    line = f"\n{inner}{text}" if inner or "\n" in place.text(body) else f" {text}"
    return (insert(end.end_byte, (";" if loose else "") + line),)


def _callers(place: Place, function: Node) -> tuple[Edit, ...]:
    """`?` behind each call of the function that has none."""
    name = place.syntax.name(function)
    calls = [call for call, _, _ in method_calls(place.syntax, name)]
    calls += [
        c
        for c in place.syntax.of("call_expression")
        if re.fullmatch(rf"(\w+::)*{re.escape(name)}", place.syntax.field(c, "function"))
    ]
    return tuple(insert(c.end_byte, "?") for c in calls if c.parent is not None and c.parent.type != "try_expression")


@repairs("E0277 E0308", late=40)
def error_type(place: Place) -> Iterator[Proposed]:
    """Another error in the `Result` that the function returns; its content bare; Option for Result."""
    function = place.function
    old = function.child_by_field_name("return_type") if function is not None else None
    if function is None or old is None:
        return
    head, args = generic_args(place.text(old))
    if head == "Result" and args:
        for turn, error in enumerate(_likely_errors(place, function)):
            yield 1 + turn * 0.5, swapped(old, f"Result<{args[0]}, {error}>")
        yield 3, swapped(old, f"Option<{args[0]}>")
        yield 4, swapped(old, args[0])
    elif head == "Option" and args:
        yield 3, swapped(old, args[0])
        for turn, error in enumerate(_likely_errors(place, function)[:4]):
            yield 2 + turn * 0.5, swapped(old, f"Result<{args[0]}, {error}>")


@repairs("E0308 E0277 E0317", late=30)
def wrap_values(place: Place) -> Iterator[Proposed]:
    """Every value of a function, match or `if` that is not yet wrapped, in `Ok`, `Some` or `Box::new` together."""
    function = place.function
    for cost, nodes in _value_groups(place, function):
        for turn, wrap in enumerate(_wraps(place, function)):
            head = wrap.split("::")[0]
            bare = [n for n in nodes if not re.match(rf"({head}|Ok|Err|Some|None)\b(?!::)|{head}::new", place.text(n))]
            if bare:
                yield cost + turn, tuple(edit for node in bare for edit in around(node, f"{wrap}(", ")"))
            full = [n for n in nodes if n.type == "call_expression" and place.syntax.field(n, "function") == wrap]
            if full:
                yield cost + turn + 0.5, tuple(edit for node in full for edit in _opened(node))


def _wraps(place: Place, function: Node | None) -> list[str]:
    head = generic_args(return_type(place, function))[0]
    first = {"Result": ["Ok"], "Option": ["Some"], "Box": ["Box::new"], "Rc": ["Rc::new"], "Arc": ["Arc::new"]}
    return list(dict.fromkeys([*first.get(head, []), "Ok", "Some", "Box::new", "Err"]))


def _value_groups(place: Place, function: Node | None) -> Iterator[tuple[float, list[Node]]]:
    if function is not None:
        yield 0, results(place, function)
        body = function.child_by_field_name("body")
        yield 0.3, list(leaves(tail(body)))
    for node in place.syntax.of("match_expression", "if_expression"):
        if place.touches(node):
            yield (
                0.5,
                [leaf for leaf in leaves(node) if not re.match(r"return|break|continue|panic!", place.text(leaf))],
            )


def _opened(node: Node) -> tuple[Edit, ...]:
    """`Ok(x)` without its wrapper."""
    arguments = node.child_by_field_name("arguments")
    if arguments is None:
        return ()
    return Edit(node.start_byte, arguments.start_byte + 1), Edit(arguments.end_byte - 1, arguments.end_byte)


@repairs("E0308 E0277 E0599 E0369", late=30)
def open_wrapper(place: Place) -> Iterator[Proposed]:
    """`Ok(x)`, `Some(x)`, `Err(x)`, `Box::new(x)` becomes `x`; `&x` and `x` too."""
    for node in place.syntax.of("call_expression"):
        cost = place.near(node)
        wrap = place.syntax.field(node, "function")
        if cost is not None and re.fullmatch(r"Ok|Some|Err|(Box|Rc|Arc|Cell|RefCell|Mutex)::new|String::from", wrap):
            yield cost + 0.3, _opened(node)
            for turn, other in enumerate(("Ok", "Err", "Some")):
                function = node.child_by_field_name("function")
                if other != wrap and function is not None and "::" not in wrap:
                    yield cost + 1 + turn, swapped(function, other)
