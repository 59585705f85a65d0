"""Which names may stand at a place, and which of them is nearest to the one that stands there.

Covered: members of a type, ends of paths, types, values in scope, macros, labels. Not covered: where they go (`names`).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from tree_sitter import Node

from nightschool.repair.facts import bound_names
from nightschool.repair.operators.import_facts import standard
from nightschool.repair.operators.item_facts import items, last_name, methods, owner, receiver
from nightschool.repair.operators.name_tables import MACROS, PRIMITIVES, STD_METHODS, STD_TYPES, SYNONYMS
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of

LEAST = 0.34
"""Names less alike than this are not proposed, unless there are few."""
CALLED = ("new", "from", "with_capacity", "default", "from_str", "try_from", "from_iter", "MAX", "MIN", "max", "min")
"""What types of `std` are often asked for by path."""


def nearest(name: str, candidates: list[str]) -> list[str]:
    """Candidates by likeness; synonyms of the standard library's names come first."""
    scored = {one: _alike(name, one) for one in candidates if one != name}
    for rank, one in enumerate(SYNONYMS.get(name, ())):
        scored[one] = 2.0 - rank * 0.1
    few = len(scored) <= 6
    ranked = sorted(scored, key=lambda one: -scored[one])
    return [one for one in ranked if few or scored[one] >= LEAST]


@lru_cache(maxsize=1 << 14)
def _alike(one: str, other: str) -> float:
    """How alike two names are: their letters, and the words of which they are made."""
    letters = SequenceMatcher(None, one.lower(), other.lower()).ratio()
    words, others = _words(one), _words(other)
    shared = len(words & others) / max(len(words | others), 1)
    return letters + 0.5 * shared + (0.4 if one.lower().replace("_", "") == other.lower().replace("_", "") else 0)


def _words(name: str) -> set[str]:
    return {word.lower().rstrip("s") for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)}


def candidates(place: Place, node: Node) -> list[str]:
    """Names that may stand where the node stands, by its kind."""
    parent = node.parent
    if parent is None:
        return []
    if node.type in ("label", "lifetime"):
        return list(dict.fromkeys(place.text(one) for one in place.syntax.of("label", "lifetime_parameter")))
    if parent.type == "macro_invocation":
        return [*MACROS, *(place.syntax.name(one) for one in place.syntax.of("macro_definition"))]
    if node.type in ("field_identifier", "shorthand_field_identifier"):
        return _members(place, node, parent)
    if parent.type.startswith("scoped") and parent.child_by_field_name("name") == node:
        return _in_path(place, parent)
    if node.type in ("type_identifier", "primitive_type") or _is_path_start(node, parent):
        return _types(place, node)
    if parent.type == "function_item" and owner(node) is not None:
        return [place.syntax.name(one) for trait in place.syntax.of("trait_item")
                for one in items(trait, "function_item", "function_signature_item")]  # fmt: skip
    return _values(place, node, parent)


def _is_path_start(node: Node, parent: Node) -> bool:
    return parent.type.startswith("scoped") and parent.child_by_field_name("path") == node


def _members(place: Place, node: Node, parent: Node) -> list[str]:
    """Fields and methods: of the receiver's type if the text shows it, else of the whole file, then of `std`."""
    called = parent.parent is not None and parent.parent.type in ("call_expression", "generic_function")
    value = parent.child_by_field_name("value") if parent.type == "field_expression" else None
    kind = last_name(type_of(place, value)) if value is not None else ""
    item = place.item(kind) if kind else None
    declared = place.syntax.of("field_declaration")
    if item is not None:
        declared = [one for one in declared if item.start_byte <= one.start_byte < item.end_byte]
    listed = [place.syntax.name(one) for one in declared]
    functions = list(methods(place.syntax, kind)) if item is not None else place.syntax.of("function_item")
    functions += place.syntax.of("function_signature_item")
    called_names = [place.syntax.name(one) for one in functions if receiver(place.syntax, one)]
    if called:
        return [*called_names, *(STD_METHODS if item is None or len(called_names) < 2 else ())]
    return [*listed, *(f"{name}()" for name in called_names)] if value is not None else listed


def _in_path(place: Place, parent: Node) -> list[str]:
    """Variants, associated functions, constants and items of a module, by the path's head."""
    first = last_name(place.syntax.field(parent, "path"))
    found: list[str] = []
    for item in place.syntax.of("enum_item", "mod_item", "trait_item", "impl_item"):
        name = place.syntax.name(item) or last_name(place.syntax.field(item, "type"))
        within = owner(parent)
        if name == first or (first == "Self" and within is not None and name == _self_name(place, within)):
            body = item.child_by_field_name("body")
            found += [place.syntax.name(one) for one in (body.named_children if body is not None else ())]
    if place.item(first) is None:
        known = standard().items()
        found += [name for name, paths in known if any(path.split("::")[-2:-1] == [first] for path in paths)]
        found += CALLED
    return [name for name in dict.fromkeys(found) if name]


def _self_name(place: Place, holder: Node) -> str:
    return last_name(place.syntax.field(holder, "type")) or place.syntax.name(holder)


def _types(place: Place, node: Node) -> list[str]:
    """Types, traits, modules and type parameters of the file, and the usual ones of `std`."""
    kinds = ("struct_item", "enum_item", "trait_item", "type_item", "type_parameter", "associated_type", "union_item")
    found = [place.syntax.name(one) for one in place.syntax.of(*kinds)]
    if node.type == "identifier":
        found += [place.syntax.name(one) for one in place.syntax.of("mod_item")]
    found += [name for one in place.syntax.of("use_declaration") for name in re.findall(r"\w+", place.text(one))]
    return list(dict.fromkeys([*found, *STD_TYPES, *PRIMITIVES]))


def _values(place: Place, node: Node, parent: Node) -> list[str]:
    """Names in scope, functions, constants; for a called name functions first."""
    if parent.type in ("tuple_struct_pattern", "struct_pattern", "struct_expression", "match_pattern"):
        found = [place.syntax.name(one) for one in place.syntax.of("enum_variant", "struct_item", "const_item")]
        return [*found, "Some", "None", "Ok", "Err"]
    if parent.type == "expression_statement":
        return ["continue", "break", "return"]
    scope = [one.name for one in locals_at(place, node.start_byte)]
    function = place.function_at(node.start_byte)
    patterns = place.syntax.of("let_declaration", "for_expression", "closure_parameters", "parameter")
    start, end = (function.start_byte, function.end_byte) if function is not None else (0, 0)
    inside = [one for one in patterns if start <= one.start_byte < end]
    bound = [name for one in inside for name in bound_names(place, one.child_by_field_name("pattern"))]
    kinds = ("function_item", "const_item", "static_item", "struct_item", "macro_definition")
    found = [place.syntax.name(one) for one in place.syntax.of(*kinds)]
    return list(dict.fromkeys([*scope, *bound, *found, "None", "Some", "Ok", "Err", "self", "drop", "true", "false"]))
