"""Operators on types that rustc cannot infer: of `let`s, closures' parameters, `sum`, `collect`, `parse`, `into`.

Covered: the type that the message shows with its `_` filled, number types of the message and the file, usual
collections; a `let` without a value. Not covered: type parameters of functions (bounds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.numbers import wanted_types
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree_edits import method_calls

COLLECTIONS = (
    "Vec<_>", "String", "HashMap<_, _>", "HashSet<_>", "BTreeMap<_, _>", "Result<Vec<_>, _>", "Option<Vec<_>>",
    "VecDeque<_>", "BTreeSet<_>", "Vec<String>",
)  # fmt: skip
FILLS = ("i32", "u32", "String", "u8", "&str", "usize", "f64", "()")
_SHOWN = re.compile(r"type annotations needed for `([^`]+)`")


@repairs("E0282 E0283 E0284 E0689", late=50)
def annotate_call(place: Place) -> Iterator[Proposed]:
    """`sum::<T>()`, `collect::<Vec<_>>()`, `parse::<T>()`; `Vec::<T>::new()`."""
    types = wanted_types(place)
    for call, _, name in method_calls(place.syntax, "sum", "product", "collect", "parse", "into", "unwrap_or_default"):
        function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        if function is None or arguments is None or function.type == "generic_function":
            continue
        cost = place.cost(arguments.start_byte)
        cost = place.near(call) if cost is None else cost
        if cost is None:
            continue
        for turn, kind in enumerate(COLLECTIONS if name == "collect" else types):
            yield cost + turn * 0.4, (insert(arguments.start_byte, f"::<{kind}>"),)
    for node in place.syntax.of("scoped_identifier"):
        cost, path = place.near(node), node.child_by_field_name("path")
        if cost is None or path is None or not re.fullmatch(r"(Vec|Option|HashSet|VecDeque|Ok|None)", place.text(path)):
            continue
        for turn, kind in enumerate(FILLS):
            yield cost + 1 + turn * 0.4, (insert(path.end_byte, f"::<{kind}>"),)


@repairs("E0282 E0283 E0284 E0689", late=50)
def annotate_let(place: Place) -> Iterator[Proposed]:
    """`let x: T = ..;`: the type that the message shows, number types, text, collections."""
    for node in place.syntax.of("let_declaration"):
        pattern, cost = node.child_by_field_name("pattern"), place.near(node)
        if pattern is None or cost is None or node.child_by_field_name("type") is not None:
            continue
        for turn, kind in enumerate(_kinds(place)):
            yield cost + turn * 0.3, (insert(pattern.end_byte, f": {kind}"),)


def _kinds(place: Place) -> list[str]:
    """Types for a `let`: what the message shows, filled, first."""
    shown = [text for d in place.diagnostics for text in _SHOWN.findall(d.message)]
    filled = [re.sub(r"(?<!\w)_(?!\w)", kind, text) for text in shown for kind in FILLS if "_" in text]
    bare = [text for text in shown if "_" not in text]
    return list(
        dict.fromkeys([*bare, *filled, *wanted_types(place)[:4], *COLLECTIONS, "&str", "Option<u32>", "Vec<u32>"])
    )


@repairs("E0282 E0283", late=60)
def annotate_parameter(place: Place) -> Iterator[Proposed]:
    """A closure's parameter gets a type: of the message, of the file's structs, numbers."""
    items = [place.syntax.name(node) for node in place.syntax.of("struct_item", "enum_item")]
    own = [f"{mark}{name}" for name in items[:4] for mark in ("&", "")]
    for node in place.syntax.of("closure_parameters"):
        for one in node.named_children if place.near(node) is not None else ():
            if one.type == "identifier":
                for turn, kind in enumerate([*own, *wanted_types(place)[:3], "&str", "String"]):
                    yield turn * 0.4, (insert(one.end_byte, f": {kind}"),)


@repairs("E0282 E0381", late=60)
def initialise(place: Place) -> Iterator[Proposed]:
    """`let x;` gets a value: a clone of the outer `x`, or a plain one."""
    for node in place.syntax.of("let_declaration"):
        pattern = node.child_by_field_name("pattern")
        if pattern is None or node.child_by_field_name("value") is not None or not _named(place, node, pattern):
            continue
        end, name = node.end_byte - 1, place.text(pattern)
        outer = any(one.name == name for one in locals_at(place, node.start_byte))
        typed = place.syntax.field(node, "type")
        values = [f"{name}.clone()", name] if outer else []
        values += ["0", "String::new()", "Vec::new()", "false", "None", "0.0", "Default::default()"]
        for turn, value in enumerate(values):
            yield turn * 0.4 + (bool(typed) and value != "Default::default()") * 0.1, (insert(end, f" = {value}"),)


def _named(place: Place, node: Node, pattern: Node) -> bool:
    return place.near(node) is not None or place.text(pattern) in place.names
