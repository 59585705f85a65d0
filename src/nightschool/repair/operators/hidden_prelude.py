"""Operators on imports that hide a name of the prelude: `use std::fmt::Result` and `Result<T, E>` in one file.

Covered: the aliases `Result` of `std::fmt` and `std::io`, where rustc says that an alias takes other arguments: the
import goes and what meant it is written with its module; or what meant the prelude's is written with its path. Not
covered: own aliases, which are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import split_top
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

TAKES = {"fmt": 0, "io": 1}
"""How many arguments the alias of each module takes."""
FEWER = re.compile(r"type alias takes \d+ generic arguments?")


@repairs("E0107", late=200)
def show_prelude(place: Place) -> Iterator[Proposed]:
    """`use std::fmt::{Formatter, Result};` becomes `use std::fmt::{self, Formatter};`, what meant it `fmt::Result`."""
    if not FEWER.search(place.message):
        return
    for use in place.syntax.of("use_declaration"):
        found = re.match(r"use\s+(?:std|core)::(fmt|io)::", place.text(use))
        listed = found and re.search(r"\bResult\b(?!\s+as\b)", place.text(use))
        if found is None or not listed:
            continue
        module, took = found[1], TAKES[found[1]]
        named = [node for node in _named(place) if not _inside(node, use)]
        meant = [node for node, count in ((one, _arguments(place, one)) for one in named) if count == took]
        others = [node for node in named if _arguments(place, node) == 2]
        text = _without(place.text(use), module, bool(meant) and not _has_module(place, module, use))
        marked = tuple(insert(node.start_byte, f"{module}::") for node in meant)
        gone = _line(place, use) if not text else Edit(use.start_byte, use.end_byte, text)
        yield 0.0, (gone, *marked)
        if others:
            yield 0.6, tuple(insert(node.start_byte, "std::result::") for node in others)


def _inside(node: Node, holder: Node) -> bool:
    return holder.start_byte <= node.start_byte < holder.end_byte


def _named(place: Place) -> list[Node]:
    """Every `Result` in a type that is written without a path."""
    found = place.syntax.of("type_identifier")
    plain = [one for one in found if place.text(one) == "Result"]
    return [one for one in plain if one.parent is None or one.parent.type != "scoped_type_identifier"]


def _arguments(place: Place, node: Node) -> int:
    """How many arguments a type is given."""
    holder = node.parent
    if holder is None or holder.type != "generic_type" or holder.child_by_field_name("type") != node:
        return 0
    return len(split_top(place.syntax.field(holder, "type_arguments")[1:-1]))


def _without(text: str, module: str, wants_module: bool) -> str:
    """An import without `Result`, with its module where that is named from now on; empty if nothing is left."""
    tree = re.search(r"\{(.*)\}", text, re.DOTALL)
    names = [one for one in split_top(tree[1]) if one != "Result"] if tree else []
    if wants_module and "self" not in names:
        names.insert(0, "self")
    head = text[: text.index(f"::{module}::")] + f"::{module}"
    if not names:
        return ""
    if names == ["self"]:
        return f"{head};"
    return f"{head}::{names[0]};" if len(names) == 1 else f"{head}::{{{', '.join(names)}}};"


def _has_module(place: Place, module: str, use: Node) -> bool:
    """Whether another import of the file names the module itself."""
    others = [place.text(one) for one in place.syntax.of("use_declaration") if one != use]
    return any(re.search(rf"::{module}(?:;|::\{{[^}}]*\bself\b)|\b{module}\s*[,}}]", one) for one in others)


def _line(place: Place, use: Node) -> Edit:
    """The import with its line end."""
    after = next((mark for mark in (b"\r\n", b"\n") if place.data.startswith(mark, use.end_byte)), b"")
    return Edit(use.start_byte, use.end_byte + len(after))
