"""Operators on values that cannot be displayed: paths and options in format strings, and their `to_string`.

Covered: `.display()` of paths, an option's value with what stands for none, named arguments for `{name}`. Not covered:
`{:?}` (`text`), types of the file (`impls`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, generic_args, plain
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

LACKS = re.compile(r"`([^`]+)` doesn't implement `(?:std::fmt::)?Display`")
PATH = re.compile(r"(?:&|std::path::)*Path(?:Buf)?")
MOST = 10
"""Most ways to show one option."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in a format string, and the edits that put another text in its place."""

    text: str
    at: Node | int
    """The argument, or where a macro's arguments end for a name in braces."""

    def edits(self, text: str) -> tuple[Edit, ...]:
        """Show `text` in its place: in place of the argument, or as a named argument."""
        if isinstance(self.at, int):
            return (insert(self.at, f", {self.text} = {text}"),)
        return swapped(self.at, text)


@repairs("E0277 E0599", late=200)
def display_path(place: Place) -> Iterator[Proposed]:
    """A displayed path becomes `path.display()`: at one place, at all, or where it is bound."""
    if not any(PATH.fullmatch(text) for text in LACKS.findall(place.message)):
        return
    made = [one.edits(f"{one.text}.display()") for one in shown_values(place)]
    made += [(insert(value.end_byte, ".display()"),) for value in printed(place)]
    yield from ((0.1, edits) for edits in made)
    if len(made) > 1:
        yield 0, tuple(dict.fromkeys(edit for edits in made for edit in edits))
    for value in {one for shown in shown_values(place) for one in _bound(place, shown.text)}:
        yield 0.2, (insert(value.end_byte, ".display()"),)


@repairs("E0277 E0599", late=200)
def display_option(place: Place) -> Iterator[Proposed]:
    """A displayed option becomes its value, with a field, a text or a plain value where there is none."""
    for text in dict.fromkeys(LACKS.findall(place.message)):
        head, args = generic_args(plain(text))
        if head != "Option" or len(args) != 1:
            continue
        for shown in shown_values(place):
            for rank, form in enumerate(_values(place, shown, args[0])):
                yield rank * 0.3, shown.edits(form)


@repairs("E0277", late=200)
def display_list(place: Place) -> Iterator[Proposed]:
    """A displayed list becomes its elements with a mark between: `x.join(", ")`, or each as text first."""
    for text in dict.fromkeys(LACKS.findall(place.message)):
        found = re.fullmatch(r"(?:Vec|VecDeque|BTreeSet)<(.+)>|\[(.+?)(?:; .+)?\]", plain(text))
        inner = (found[1] or found[2]) if found else ""
        if not inner or re.match(r"Vec<|Option<|\(|\[", inner):
            continue
        joined = re.fullmatch(r"String|&(?:'\w+ )?str", inner) and not text.startswith(("VecD", "BTree"))
        form = "{}" if joined else "{}.iter().map(|one| one.to_string()).collect::<Vec<_>>()"
        for shown in shown_values(place):
            for rank, mark in enumerate(_marks(place)):
                yield rank * 0.3, shown.edits(f"{form.format(shown.text)}.join({mark})")


def _marks(place: Place) -> list[str]:
    """Separators: those that the file joins with, then those of a list in comments, then the usual ones."""
    used = re.findall(r'\.join\(("[^"\n]*")\)', place.source)
    return list(dict.fromkeys([*used, '", "', '" "', '","', '""']))[:5]


def shown_values(place: Place) -> Iterator[Shown]:
    """Arguments of macros at the points that rustc names, and names in braces there."""
    for point, cost in sorted(place.points.items()):
        node = place.syntax.root.descendant_for_byte_range(point, point)
        macro = enclosing(node, "macro_invocation") if node is not None else None
        if cost > 2 or node is None or (found := _name_in_braces(place, point)) is None:
            continue
        if found and macro is not None:
            yield Shown(found, macro.end_byte - 1)
        elif not found and (value := _argument(node, point)) is not None:
            yield Shown(place.text(value), value)


def _name_in_braces(place: Place, point: int) -> str | None:
    """The name of `{name}` at a point, empty if none is there, None for a place without a name such as `{}`."""
    found = re.match(rb"\{(\w*)[:}]", place.data[point : point + 80])
    return "" if found is None else found[1].decode() or None


def _argument(node: Node, point: int) -> Node | None:
    """The whole argument of a call or macro that starts at a point."""
    while node.parent is not None and node.parent.type != "arguments" and node.parent.start_byte == point:
        node = node.parent
    return node if node.parent is not None and node.parent.type == "arguments" else None


def printed(place: Place) -> Iterator[Node]:
    """What `to_string` is called on at a named place."""
    for call, value, _ in method_calls(place.syntax, "to_string"):
        if "to_string" in place.names and place.near(call) is not None:
            yield value


def _bound(place: Place, name: str) -> Iterator[Node]:
    """The values of `let`s of a name in the function at hand."""
    for node in place.syntax.of("let_declaration"):
        value, inside = node.child_by_field_name("value"), place.function
        named = place.syntax.field(node, "pattern") == name and inside is not None
        if (
            named
            and value is not None
            and inside is not None
            and inside.start_byte <= node.start_byte < inside.end_byte
        ):
            yield value


def _values(place: Place, shown: Shown, inner: str) -> list[str]:
    """Expressions that show an option of a type."""
    text = shown.text
    if inner == "String" or re.fullmatch(r"&(?:'\w+ )?str", inner):
        lent = f"{text}.as_deref()" if inner == "String" else text
        given = [f"&{one}" for one in _beside(place, shown, "String")] + _beside(place, shown, "&str")
        return [f"{lent}.unwrap_or({one})" for one in [*given, *_texts(place)]][:MOST]
    made = [f"{text}.unwrap_or({one})" for one in _beside(place, shown, inner)]
    if NUMBER.fullmatch(inner):
        made.append(f"{text}.unwrap_or(0{'.0' if inner[0] == 'f' else ''})")
    return [*made, *(f"{text}.map_or({one}.to_string(), |value| value.to_string())" for one in _texts(place))][:MOST]


def _beside(place: Place, shown: Shown, kind: str) -> list[str]:
    """Fields of that type beside a displayed field."""
    node = shown.at if isinstance(shown.at, Node) else None
    holder = node.child_by_field_name("value") if node is not None and node.type == "field_expression" else None
    if node is None or holder is None:
        return []
    owner, name = place.item(generic_args(plain(type_of(place, holder)))[0]), place.syntax.field(node, "field")
    if owner is None:
        known = place.syntax.of("struct_item")
        owner = next((one for one in known if name in [own.name for own in fields(place, one)]), None)
    return [f"{place.text(holder)}.{one.name}" for one in fields(place, owner) if one.type == kind]


def _texts(place: Place) -> list[str]:
    """Literals that may stand for none: quoted in comments, used so in the file, and the usual ones."""
    comments = "\n".join(place.text(node) for node in place.syntax.of("line_comment", "block_comment"))
    said = [f'"{text}"' for text in re.findall(r'["`]([^"`\n{}\\]{1,16})["`]', comments)]
    used = re.findall(r"unwrap_or\((\"[^\"]*\")\)", place.source)
    return list(dict.fromkeys([*used[:1], *said[:3], '""', '"-"']))
