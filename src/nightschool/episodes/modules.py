"""The files of a crate: which `mod name;` names which, from the crate's root on.

Covered: `a.rs`, `a/mod.rs`, modules inside inline ones, `#[path]`; files that are not there are left out. Not covered:
what macros or `include!` bring in, `cfg` (a file counts whichever configuration needs it).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.rust.tree import Syntax

Read = Callable[[str], str | None]
"""The text of a file by its path relative to the workspace; None where there is none."""
_PATH = re.compile(r'^#\[path\s*=\s*"([^"]+)"\]$')
MOST_FILES = 400


@dataclass(frozen=True, slots=True)
class Declared:
    """A `mod name;` and the file that it names."""

    node: Node
    name: str
    path: str
    attributes: tuple[Node, ...]
    """Outer attributes of the declaration, `#[path]` left out."""


def declared(syntax: Syntax, path: str, is_root: bool, read: Read) -> Iterator[Declared]:
    """The modules that a file names and that are there."""
    folder, name = posixpath.split(path)
    if not is_root and name != "mod.rs":
        folder = posixpath.join(folder, name.removesuffix(".rs"))
    for node in syntax.of("mod_item"):
        if node.child_by_field_name("body") is None:
            found = _file(syntax, node, posixpath.join(folder, *_around(syntax, node)), posixpath.dirname(path), read)
            if found is not None:
                kept = tuple(one for one in _attributes(node) if not _PATH.match(syntax.text(one)))
                yield Declared(node, syntax.name(node), found, kept)


def _around(syntax: Syntax, node: Node) -> list[str]:
    """Names of the inline modules around a declaration, outermost first."""
    names: list[str] = []
    above = node.parent
    while above is not None:
        if above.type == "mod_item":
            names.insert(0, syntax.name(above))
        above = above.parent
    return names


def _attributes(node: Node) -> Iterator[Node]:
    before = node.prev_named_sibling
    while before is not None and before.type in ("attribute_item", "line_comment"):
        if before.type == "attribute_item":
            yield before
        before = before.prev_named_sibling


def _file(syntax: Syntax, node: Node, folder: str, beside: str, read: Read) -> str | None:
    said = next((found[1] for one in _attributes(node) if (found := _PATH.match(syntax.text(one)))), None)
    name = syntax.name(node).removeprefix("r#")
    places = [posixpath.join(beside, said)] if said else [f"{folder}/{name}.rs", f"{folder}/{name}/mod.rs"]
    places = [posixpath.normpath(place.lstrip("/") if not folder else place) for place in places]
    return next((place for place in places if read(place) is not None), None)


def crate_files(root: str, read: Read) -> dict[str, str]:
    """Text by path of the crate's files, its root first."""
    found: dict[str, str] = {}
    ahead = [root]
    while ahead and len(found) < MOST_FILES:
        path = ahead.pop(0)
        text = None if path in found else read(path)
        if text is not None:
            found[path] = text
            ahead += [one.path for one in declared(Syntax(text), path, path == root, read)]
    return found
