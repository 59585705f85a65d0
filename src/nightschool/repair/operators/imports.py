"""Operators on imports: a missing `use`, a wrong path, a name imported twice, a private re-import.

Covered: names of the standard library and of the file's own modules, traits that a method needs in scope. Not covered:
misspelt names (`names`), and `pub` (`visibility`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.import_facts import (
    METHODS,
    MODULES,
    declared,
    imported,
    module_path,
    paths_to,
    relative,
)
from nightschool.repair.operators.item_facts import module_of, named_module
from nightschool.repair.operators.name_tables import PRIMITIVES
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

NAMES = "E0433 E0432 E0425 E0412 E0405 E0422 E0423 E0404 E0531 E0532 E0574 E0573 E0407 E0603 E0107"


@repairs(NAMES, late=80)
def import_name(place: Place) -> Iterator[Proposed]:
    """`use path::Name;` for a name that rustc cannot find, in its module; or the path at the place itself."""
    module = named_module(place)
    here = _here(place, module)
    for name in _lost(place):
        for rank, path in enumerate(paths_to(place, name, here)[:6]):
            yield rank * 0.5, (imported(place, path, module),)
            every = [node for node in _uses(place, name) if module_of(node) == module]
            if every:
                yield 1 + rank * 0.5, tuple(Edit(one.start_byte, one.end_byte, path) for one in every)
    if here and place.codes & {"E0433", "E0425", "E0412", "E0405", "E0422"}:
        yield 1, (imported(place, "super::*", module),)


@repairs("E0433 E0425 E0412 E0405 E0422 E0404", late=100)
def import_all(place: Place) -> Iterator[Proposed]:
    """Every name that is not found gets its `use`, several in one go."""
    module = named_module(place)
    names = _lost(place)
    found = [paths_to(place, name, _here(place, module)) for name in names]
    firsts = list(dict.fromkeys(paths[0] for paths in found if paths))
    if len(firsts) > 1:
        yield 0, tuple(imported(place, path, module) for path in firsts)


@repairs("E0599 E0277 E0576 E0574 E0034", late=80)
def import_trait(place: Place) -> Iterator[Proposed]:
    """The trait behind a method comes into scope: of the file's modules, or of the standard library."""
    module = named_module(place)
    here = _here(place, module)
    for trait in place.syntax.of("trait_item"):
        there, name = module_path(place, trait), place.syntax.name(trait)
        if there == here:
            continue
        body = place.text(trait.child_by_field_name("body"))
        called = any(re.search(rf"\bfn {re.escape(word)}\b", body) for word in place.names)
        cost = 0 if called or name in place.message else 2
        yield cost, (imported(place, relative(here, there, name), module),)
        yield cost + 0.5, (imported(place, relative(here, there, name), module, "_"),)
    for word in sorted(place.names & METHODS.keys()):
        for rank, path in enumerate(METHODS[word].split()):
            yield rank * 0.5, (imported(place, path, module),)
    if "write" in place.message:
        for rank, path in enumerate(("std::fmt::Write", "std::io::Write")):
            yield rank, (imported(place, path, module),)


@repairs("E0432 E0433 E0603 E0364 E0365 E0659 E0583", late=80)
def path_to_origin(place: Place) -> Iterator[Proposed]:
    """A path in a `use` or at its place becomes one at which the name is: in the file, or in `std`."""
    for node in place.syntax.of("scoped_identifier", "scoped_type_identifier"):
        near = place.near(node)
        if near is None or _inner(node):
            continue
        name = place.syntax.name(node)
        holder = module_of(node)
        for rank, path in enumerate(_others(place, name, _here(place, holder), place.text(node))):
            yield near + rank * 0.4, swapped(node, path)
    for node in place.syntax.of("scoped_use_list"):
        near, names = place.near(node), _names_of(place, node)
        if near is None:
            continue
        here = _here(place, module_of(node))
        for number, name in enumerate(names):
            for rank, path in enumerate(_others(place, name.split(" ")[0], here, "")[:4]):
                quoted = 0 if name in place.names else 1
                yield near + quoted + rank * 0.4, _split(place, node, names, number, path)


@repairs("E0432 E0433", late=100)
def path_start(place: Place) -> Iterator[Proposed]:
    """`crate::`, `self::`, `super::` or `std::` put before a path, taken from it, or exchanged."""
    for node in place.syntax.of("scoped_identifier", "scoped_use_list", "scoped_type_identifier", "use_declaration"):
        target = node.child_by_field_name("argument") if node.type == "use_declaration" else node
        if target is None or place.near(target) is None or _inner(target):
            continue
        text = place.text(target)
        first, _, rest = text.partition("::")
        starts = ("super", "crate", "self", "std", "super::super")
        if first in ("super", "crate", "self", "std", "core") and rest:
            yield 1, swapped(target, rest)
            for rank, start in enumerate(one for one in starts if one != first):
                yield rank * 0.5, swapped(target, f"{start}::{rest}")
        else:
            order = ("std", *starts) if first in MODULES else starts
            for rank, start in enumerate(dict.fromkeys(order)):
                yield rank * 0.5, swapped(target, f"{start}::{text}")


@repairs("E0252 E0254 E0255 E0260 E0428 E0659 E0430 E0431 none", late=100)
def drop_import(place: Place) -> Iterator[Proposed]:
    """An import that clashes or is of no use goes: the declaration, or one name of its list."""
    for node in place.syntax.of("use_declaration"):
        near = place.near(node)
        if near is None or (place.codes == {"none"} and "import" not in place.message):
            continue
        yield near + 0.5, (_line(place, node),)
        for one in place.syntax.of("use_list"):
            if not node.start_byte <= one.start_byte < node.end_byte:
                continue
            for part in one.named_children:
                aside = 0 if set(re.findall(r"\w+", place.text(part))) & place.names else 2
                yield near + aside, (_part(place, one, part),)


@repairs("E0252 E0255 E0254 E0659 E0428", late=100)
def rename_import(place: Place) -> Iterator[Proposed]:
    """One of two imports of a name is imported under another, or both by their modules."""
    for node in place.syntax.of("scoped_identifier", "identifier"):
        near = place.near(node)
        if near is None or enclosing(node, "use_declaration") is None or _inner(node):
            continue
        text = place.text(node)
        parts = text.split("::")
        if len(parts) > 1 and parts[-1] in place.names:
            yield near + 0.5, swapped(node, f"{text} as {parts[-2].capitalize()}{parts[-1]}")


def _lost(place: Place) -> list[str]:
    """Names that rustc does not find, in its order; a primitive type only as the first part of a path."""
    known = () if place.codes & {"E0433", "E0223", "E0425"} else PRIMITIVES
    return [text for text in place.quoted if re.fullmatch(r"[A-Za-z_]\w*", text) and text not in known]


def _here(place: Place, module: Node | None) -> tuple[str, ...]:
    return (*module_path(place, module), place.syntax.name(module)) if module is not None else ()


def _uses(place: Place, name: str) -> list[Node]:
    """Uses of a bare name, as a type, value or first part of a path."""
    found = place.syntax.of("identifier", "type_identifier")
    return [one for one in found if place.text(one) == name and not _is_part(one)]


def _is_part(node: Node) -> bool:
    """Whether a name is declared here, is the end of a path, or stands in a `use`."""
    parent = node.parent
    if parent is None or enclosing(node, "use_declaration", "token_tree") is not None:
        return True
    return parent.child_by_field_name("name") == node and parent.type != "struct_expression"


def _inner(node: Node) -> bool:
    """Whether a path is the first part of a longer one."""
    return node.parent is not None and node.parent.type.startswith("scoped") and node.parent.type != "scoped_use_list"


def _others(place: Place, name: str, here: tuple[str, ...], now: str) -> list[str]:
    found = [*(relative(here, there, name) for there, _ in declared(place, name)), *paths_to(place, name, here)]
    return [path for path in dict.fromkeys(found) if path != now]


def _names_of(place: Place, node: Node) -> list[str]:
    listed = node.child_by_field_name("list")
    return [place.text(one) for one in listed.named_children] if listed is not None else []


def _split(place: Place, node: Node, names: list[str], number: int, path: str) -> tuple[Edit, ...]:
    """One name of a `use` list becomes a declaration of its own."""
    first = place.syntax.field(node, "path")
    kept = [name for index, name in enumerate(names) if index != number]
    rest = f"{first}::{{{', '.join(kept)}}}" if len(kept) > 1 else f"{first}::{kept[0]}" if kept else ""
    alias = names[number].partition(" as ")[2]
    text = path + (f" as {alias}" if alias else "")
    return swapped(node, f"{rest};\n{place.syntax.indent(node)}use {text}" if rest else text)


def _line(place: Place, node: Node) -> Edit:
    """A node goes with the rest of its line."""
    rest = place.data[node.end_byte :]
    blank = len(rest) - len(rest.lstrip(b" \t"))
    end = node.end_byte + blank
    for mark in (b"\r\n", b"\n"):
        if place.data[end : end + len(mark)] == mark:
            return Edit(node.start_byte, end + len(mark), "")
    return Edit(node.start_byte, node.end_byte, "")


def _part(place: Place, listed: Node, part: Node) -> Edit:
    """One part of a list goes with a comma."""
    kept = [place.text(one) for one in listed.named_children if one != part]
    return Edit(listed.start_byte, listed.end_byte, "{" + ", ".join(kept) + "}")
