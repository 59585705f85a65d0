"""Operators on order that a type lacks: by a field or method in the call, or an `Ord` by hand.

Covered: `max`, `min`, `sort` by a key, also downwards; `impl Ord` with `PartialOrd` and `Eq` by fields or methods.
Not covered: derives (`derives`), one comparison trait beside others that are there (`impls`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, has_self, parameters, return_type
from nightschool.repair.operators.item_facts import after, generics, has_impl, methods, newline
from nightschool.repair.operators.name_tables import KEYWORDS
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import DEFINES, Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

UNORDERED = re.compile(r"`(?:&)?(\w+): (?:std::cmp::)?Ord`")
CALLS = ("max", "min", "sort", "sort_unstable")
TEXTS = ("String", "&str")
MOST = 3
"""Most keys tried."""


@dataclass(frozen=True, slots=True)
class Key:
    """A field or method of a type that has an order of its own."""

    text: str
    """`.due` or `.level()`."""
    type: str

    def compared(self, left: str, right: str) -> str:
        """The comparison of two values by this key."""
        name = "total_cmp" if self.type.startswith("f") else "cmp"
        return f"{left}{self.text}.{name}(&{right}{self.text})"

    @property
    def is_copied(self) -> bool:
        """Whether the key can be given back by value and is ordered."""
        return bool(re.fullmatch(r"[iu]\w+|bool|char", self.type))


@repairs("E0277 E0599", late=150)
def order_by_key(place: Place) -> Iterator[Proposed]:
    """`.max()` becomes `.max_by_key(|x| x.key())`, `.sort()` becomes `.sort_by(|a, b| b.x().total_cmp(&a.x()))`."""
    for kind in dict.fromkeys(UNORDERED.findall(place.message)):
        item = place.item(kind)
        for call, _, name in method_calls(place.syntax, *CALLS) if item is not None else ():
            arguments = call.child_by_field_name("arguments")
            near = place.near(call)
            if arguments is None or arguments.named_children or near is None or near >= DEFINES:
                continue
            start = arguments.start_byte - len(name)
            for rank, key in enumerate(keys(place, kind, enclosing(call, "function_item"))):
                for turn, text in enumerate(_by(key, name, _called(kind))):
                    yield 0.2 + rank * 0.5 + turn * 0.3, (Edit(start, call.end_byte, text),)


def _by(key: Key, name: str, one: str) -> Iterator[str]:
    """Calls that order by a key: upwards, and downwards for a sort."""
    if key.is_copied:
        yield f"{name}_by_key(|{one}| {one}{key.text})"
        if name.startswith("sort"):
            yield f"{name}_by_key(|{one}| std::cmp::Reverse({one}{key.text}))"
        return
    yield f"{name}_by(|a, b| {key.compared('a', 'b')})"
    if name.startswith("sort"):
        yield f"{name}_by(|a, b| {key.compared('b', 'a')})"


def _called(kind: str) -> str:
    """A name for a value of a type: `item` for `FeedItem`."""
    word = re.sub(r".*(?=[A-Z])", "", kind).lower()
    return "one" if word in KEYWORDS or not word else word


def keys(place: Place, kind: str, function: Node | None = None) -> list[Key]:
    """Keys of a type, those first that the comments of the function or type speak of."""
    found = [Key(f".{one.name}", one.type) for one in fields(place, place.item(kind))]
    for method in methods(place.syntax, kind):
        if has_self(place, method) and not parameters(place, method):
            found.append(Key(f".{place.syntax.name(method)}()", return_type(place, method)))
    ordered = [one for one in found if _is_ordered(one.type)]
    said = f"{_comment(place, function)}\n{_comment(place, place.item(kind))}".lower()
    ordered.sort(key=lambda one: (not re.search(rf"\b{re.escape(one.text.strip('.()'))}", said), one.type in TEXTS))
    return ordered[:MOST]


def _is_ordered(kind: str) -> bool:
    return bool(NUMBER.fullmatch(kind) or kind in ("bool", "char", *TEXTS))


def _comment(place: Place, node: Node | None) -> str:
    """The comments right above an item."""
    lines, one = [], node.prev_named_sibling if node is not None else None
    while one is not None and one.type in ("line_comment", "attribute_item"):
        lines.append(place.text(one) if one.type == "line_comment" else "")
        one = one.prev_named_sibling
    return "\n".join(lines)


@repairs("E0277 E0599", late=150)
def order_by_hand(place: Place) -> Iterator[Proposed]:
    """`impl Ord` by a field or method, up or down, with what it needs, where no call can take a key instead."""
    for kind in dict.fromkeys(UNORDERED.findall(place.message)):
        item = place.item(kind)
        if item is None or has_impl(place.syntax, "Ord", kind) or next(order_by_key(place), None) is not None:
            continue
        for rank, body in enumerate(_bodies(keys(place, kind, place.function))):
            yield 0.6 + rank * 0.5, _implemented(place, item, body)


def _bodies(found: list[Key]) -> Iterator[str]:
    """Comparisons: by one key, down first, as a heap wants it; by two, each up or down."""
    up = [one.compared("self", "other") for one in found]
    down = [one.compared("other", "self") for one in found]
    for one, other in permutations(range(min(len(found), 2)), 2):
        yield f"{down[one]}.then_with(|| {down[other]})"
        if one < other:
            yield f"{down[one]}.then_with(|| {up[other]})"
            yield f"{up[one]}.then_with(|| {down[other]})"
    for at in range(min(len(found), 3)):
        yield down[at]
        yield up[at]


def _implemented(place: Place, item: Node, body: str) -> tuple[Edit, ...]:
    """The impls after a type, and a derive of `PartialEq` where that is missing too."""
    kind, (before, own) = place.syntax.name(item), generics(place.syntax, item)
    text = (
        f"impl{before} Ord for {kind}{own} {{\n    fn cmp(&self, other: &Self) -> std::cmp::Ordering {{\n"
        f"        {body}\n    }}\n}}"
    )
    blocks = [text]
    if not has_impl(place.syntax, "PartialOrd", kind):
        blocks.append(
            f"impl{before} PartialOrd for {kind}{own} {{\n    fn partial_cmp(&self, other: &Self) -> "
            "Option<std::cmp::Ordering> {\n        Some(self.cmp(other))\n    }\n}"
        )
    if not has_impl(place.syntax, "Eq", kind):
        blocks.insert(0, f"impl{before} Eq for {kind}{own} {{}}")
    edits = [insert(*after(place, item, "\n\n".join(blocks)))]
    if not has_impl(place.syntax, "PartialEq", kind):
        indent = place.syntax.indent(item)
        edits.insert(0, insert(item.start_byte, f"#[derive(PartialEq)]{newline(place)}{indent}"))
    return tuple(edits)
