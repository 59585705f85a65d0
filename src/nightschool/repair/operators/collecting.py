"""Operators on `collect`, `sum` and what feeds them: Results and Options gathered, elements converted on the way.

Covered: `collect::<Result<_, _>>()?`, `filter_map`, `flatten`, `copied`, `map(String::from)` before the end, `sum` of
Results, target types of `let`s and functions. Not covered: missing annotations (`numbers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.operators.numbers import wanted_types
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.value_forms import same
from nightschool.repair.operators.wrapper_forms import map_err_calls, spot
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

STEPS = (
    ".copied()", ".cloned()", ".flatten()", ".filter_map(Result::ok)", ".map(String::from)", ".map(|s| s.to_string())",
    ".map(|(a, b)| (a.clone(), b.clone()))", ".map(|x| x as u32)", ".map(|&x| x)", ".rev()", ".map(String::as_str)",
    ".enumerate()", ".chars()", ".iter()", ".into_iter()", ".map(|(k, v)| (k.to_string(), v))", ".map(f64::from)",
    ".map(|c| c.to_string())", ".map(u64::from)",
)  # fmt: skip
"""What is often missing before the end of a chain."""
ENDS = ("collect", "sum", "product", "max", "min", "extend", "count", "fold", "join")


def ending_calls(place: Place, *names: str) -> Iterator[tuple[int, Node, Node, str]]:
    """(cost, call, receiver, name) of calls that end chains, near what rustc names or in its function."""
    function = place.function
    for call, receiver, name in method_calls(place.syntax, *(names or ENDS)):
        costs = [c for c in (place.near(call), place.cost(receiver.end_byte + 1)) if c is not None]
        inside = function is not None and function.start_byte <= call.start_byte < function.end_byte
        if costs or inside:
            yield min(costs, default=3), call, receiver, name


@repairs("E0277 E0308", late=40)
def gather(place: Place) -> Iterator[Proposed]:
    """A collect or sum of Results or Options gathers: with `?`, or as the whole type."""
    for cost, call, receiver, name in ending_calls(place, "collect", "sum", "product"):
        option = "Option<" in place.message and "Result<" not in place.message
        for turn, (text, after) in enumerate(_ways(place, call, option)):
            yield cost + turn * 0.5, (Edit(receiver.end_byte, call.end_byte, f".{name}{text}(){after}"),)
        if not option:
            yield cost + 2, (insert(receiver.end_byte, ".flatten()"),)
            yield cost + 2.5, (insert(receiver.end_byte, ".filter_map(Result::ok)"),)
        else:
            yield cost + 1, (insert(receiver.end_byte, ".flatten()"),)


def _ways(place: Place, call: Node, option: bool) -> Iterator[tuple[str, str]]:
    """Turbofish and what follows it: with the function's error where rustc names another, then as usual."""
    kind, name = gathered_type(place, call), place.text(call).rpartition(".")[2]
    name = re.sub(r"\W.*$", "", name)
    args = generic_args(return_type(place, place.function_at(call.start_byte)))[1]
    other = re.search(r"Result<.*, ([^<>`]+)>`", place.message)
    if not option and len(args) > 1 and other and "Box" not in args[1] and not same(other[1], args[1]):
        inner = kind or ("Vec<_>" if name == "collect" else "_")
        for text in map_err_calls(spot(place, call.start_byte), 6):
            yield f"::<Result<{inner}, _>>", f"{text}?"
    yield from _gathered(place, name, kind, option)


def _gathered(place: Place, name: str, kind: str, option: bool) -> Iterator[tuple[str, str]]:
    """Turbofish and what follows it, the usual first."""
    outer, error = ("Option", "") if option else ("Result", ", _")
    inner = kind or ("Vec<_>" if name == "collect" else wanted_types(place)[0])
    returns = spot(place, place.function.end_byte - 1).returns if place.function is not None else ""
    yield f"::<{outer}<{inner}{error}>>", "?"
    if name == "collect":
        yield f"::<{outer}<_{error}>>", "?"
        yield f"::<{outer}<Vec<_>{error}>>", "?"
    yield f"::<{outer}<{inner}{error}>>", ""
    yield "", "?" if returns == "Option" else ""
    yield f"::<{outer}<{inner}{error}>>", ".unwrap_or_default()"
    yield f"::<{outer}<{inner}{error}>>", ".unwrap()"


def gathered_type(place: Place, call: Node) -> str:
    """The type that a collect shows: its turbofish, the `let`, or the function's."""
    function = call.child_by_field_name("function")
    if function is not None and function.type == "generic_function":
        return place.syntax.field(function, "type_arguments")[1:-1]
    holder = enclosing(call, "let_declaration", "block")
    if holder is not None and holder.type == "let_declaration":
        return place.syntax.field(holder, "type")
    head, args = generic_args(return_type(place, place.function_at(call.start_byte)))
    return args[0] if head in ("Result", "Option") and args else ""


@repairs("E0277 E0308", late=40)
def target_type(place: Place) -> Iterator[Proposed]:
    """The `let` or turbofish of a collect names the wrapped or another collection type."""
    for cost, call, _, _ in ending_calls(place, "collect", "sum", "product"):
        function, holder = call.child_by_field_name("function"), enclosing(call, "let_declaration")
        kinds = [function.child_by_field_name("type_arguments")] if function is not None else []
        kinds += [holder.child_by_field_name("type")] if holder is not None else []
        for node in kinds:
            if node is None:
                continue
            angled = node.type == "type_arguments"
            text = place.text(node)[1:-1] if angled else place.text(node)
            for turn, new in enumerate(
                (
                    f"Result<{text}, _>",
                    f"Option<{text}>",
                    "Vec<_>",
                    "String",
                    "Vec<String>",
                    "HashMap<_, _>",
                    "Result<Vec<_>, _>",
                )
            ):
                wrapped = f"<{new}>" if angled else new
                yield cost + 0.6 + turn * 0.5, swapped(node, wrapped)
                yield (
                    (cost + 0.6 + turn * 0.5, (*swapped(node, wrapped), insert(call.end_byte, "?")))
                    if turn < 2
                    else (0, ())
                )


@repairs("E0277 E0308 E0271 E0599", late=50)
def step_before_end(place: Place) -> Iterator[Proposed]:
    """A usual step before the end of a chain: `.copied()`, `.flatten()`, `.map(String::from)`."""
    for cost, call, receiver, _ in ending_calls(place):
        for turn, text in enumerate(STEPS):
            yield cost + turn * 0.4 + (call.start_byte not in place.points), (insert(receiver.end_byte, text),)


@repairs("E0277 E0308", late=50)
def closure_value(place: Place) -> Iterator[Proposed]:
    """What a closure near gives: dereferenced, borrowed, owned, unwrapped, wrapped; its parameter `&x`."""
    for node in place.syntax.of("closure_expression"):
        cost, body = place.near(node), node.child_by_field_name("body")
        if cost is None or body is None or body.type == "block":
            continue
        for turn, (before, after) in enumerate(
            (
                ("*", ""),
                ("", ".clone()"),
                ("", ".to_string()"),
                ("&", ""),
                ("Some(", ")"),
                ("Ok(", ")"),
                ("", "?"),
                ("", ".ok()"),
                ("", ".unwrap_or_default()"),
                ("", " as f64"),
                ("", ".as_str()"),
                ("", ".unwrap()"),
            )
        ):
            yield (
                cost + 0.5 + turn * 0.4,
                tuple(e for e in (insert(body.start_byte, before), insert(body.end_byte, after)) if e.text),
            )
        yield from ((cost + more, edits) for more, edits in _parameters(place, node))


def _parameters(place: Place, closure: Node) -> Iterator[Proposed]:
    """`|x|` as `|&x|` and back; a pair of parameters as a tuple and back."""
    listed = closure.child_by_field_name("parameters")
    for one in listed.named_children if listed is not None else ():
        text = place.text(one)
        yield 0.4, swapped(one, text[1:]) if text.startswith("&") else swapped(one, f"&{text}")
        yield 1, swapped(one, f"&{text}") if text.startswith("&") else swapped(one, f"&&{text}")
    inner = place.text(listed)[1:-1] if listed is not None else ""
    if listed is not None and "," in inner:
        bare = re.fullmatch(r"\((.*)\)", inner.strip())
        yield 0.3, swapped(listed, f"|{bare[1]}|" if bare else f"|({inner})|")
    if listed is not None:
        yield 1.2, swapped(listed, f"|_, {inner}|" if inner else "|_|")
        yield 1.3, swapped(listed, f"|{inner}, _|" if inner else "||")
