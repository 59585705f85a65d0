"""Operators on derives: add useful sets of them, to one type, to the types in its fields too, or to all; take one away.

Covered: structs and enums of the file. Not covered: impls by hand (`impls`), bounds (`bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import has_impl, head_start, named_items, newline
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

CODES = "E0277 E0599 E0369 E0382 E0507 E0508 E0505 E0015 E0158 E0204 E0184 E0614 E0665"
SETS = (
    "Clone", "Clone, Copy", "PartialEq", "Debug", "Default", "PartialEq, Eq", "PartialEq, Eq, Hash",
    "PartialEq, PartialOrd", "PartialEq, Eq, PartialOrd, Ord", "Debug, PartialEq", "Debug, Clone",
    "Debug, Clone, PartialEq", "Clone, Copy, PartialEq, Eq", "Clone, Copy, PartialEq, Eq, Hash",
    "Debug, Clone, Copy, PartialEq, Eq", "Debug, Clone, PartialEq, Eq, Hash", "Debug, Default",
    "Clone, PartialEq, Eq, PartialOrd, Ord", "Clone, Copy, PartialEq, Eq, PartialOrd, Ord",
    "Debug, PartialEq, Eq, PartialOrd, Ord", "PartialEq, Eq, PartialOrd, Ord, Hash", "Clone, Copy, PartialEq",
)  # fmt: skip
ASIDE = 3.0
"""Cost of derives that nothing asks for."""
OWNED = {"E0382", "E0505", "E0507", "E0508", "E0204", "E0369"}
"""Codes at which a derive may help though no message names it."""
DERIVABLE = ("Clone", "Copy", "Debug", "Default", "PartialEq", "Eq", "Hash", "PartialOrd", "Ord")
COMPARING = ("PartialEq", "Eq", "PartialOrd", "Ord", "Hash")
NEEDS = {
    "Copy": "Clone", "Eq": "PartialEq", "PartialOrd": "PartialEq", "Ord": "PartialEq Eq PartialOrd",
    "Hash": "PartialEq Eq",
}  # fmt: skip
"""What a derive does not work or is of no use without."""
ASKED = {
    "cannot be formatted using `{:?}`": "Debug", "binary operation `==`": "PartialEq", "`!=`": "PartialEq",
    "binary operation `<": "PartialOrd", "binary operation `>": "PartialOrd", "can't compare": "PartialEq",
    "does not implement the `Copy`": "Copy", "cannot move out": "Clone Copy", "use of moved": "Clone Copy",
    "`clone`": "Clone", "`cmp`": "Ord", "`default`": "Default", "unwrap_or_default": "Default", "`HashMap<": "Hash",
    "`HashSet<": "Hash", "`BTreeMap<": "Ord", "`BTreeSet<": "Ord", "`sort`": "Ord", "`max`": "Ord",
    "`contains`": "PartialEq",
    "`to_owned`": "Clone", "`cloned`": "Clone", "`eq`": "PartialEq", "`partial_cmp`": "PartialOrd",
}  # fmt: skip
"""What messages ask for without naming the trait."""


@repairs(CODES, late=60)
def add_derives(place: Place) -> Iterator[Proposed]:
    """A derive, with what it needs, on one type; and on the types of the file in its fields, or on all types."""
    wanted = _wanted(place)
    if wanted[0][0] >= ASIDE and not place.codes & OWNED:
        return
    types = named_items(place, "struct_item", "enum_item")
    for rank, (near, node) in enumerate(types):
        for order, (cost, names) in enumerate(wanted):
            if cost > 1 and near > 1:
                continue
            extra = near + cost + order * 0.15 + rank * 0.3
            single = with_derives(place, node, names)
            group = [edit for one in _contained(place, node) if (edit := with_derives(place, one, names)) is not None]
            if single is not None:
                yield extra, (single,)
            if group and len(group) > (single is not None):
                yield extra + (0.2 if single is not None else 0), tuple(group)


@repairs(CODES, late=80)
def add_derives_everywhere(place: Place) -> Iterator[Proposed]:
    """The same derives on every type of the file."""
    nodes, wanted = place.syntax.of("struct_item", "enum_item"), _wanted(place)[:8]
    if wanted[0][0] >= ASIDE and not place.codes & OWNED:
        return
    for order, (cost, names) in enumerate(wanted):
        edits = [edit for node in nodes if (edit := with_derives(place, node, names)) is not None]
        if len(edits) > 1:
            yield 1 + cost + order * 0.3, tuple(edits)


@repairs("E0204 E0184 E0277 E0119 E0369 E0599 E0665 E0774", late=60)
def drop_derive(place: Place) -> Iterator[Proposed]:
    """A derive that its type cannot have goes; an empty attribute with it."""
    for attribute, names in _derives(place):
        near = place.near(attribute)
        for name in names if near is not None or place.codes & {"E0204", "E0184", "E0119"} else ():
            quoted = 0 if re.search(rf"\b{re.escape(name)}\b", place.message) else 3
            kept = [other for other in names if other != name]
            yield quoted + (near or 0), (_rewritten(place, attribute, kept),)


@repairs("E0665 E0277 E0599", late=80)
def default_variant(place: Place) -> Iterator[Proposed]:
    """`#[derive(Default)]` on an enum, with `#[default]` on a variant without fields."""
    for near, node in named_items(place, "enum_item"):
        body = node.child_by_field_name("body")
        bare = [one for one in (body.named_children if body is not None else ()) if _is_bare(one)]
        if "#[default]" in place.text(body) or "Default" not in place.message:
            continue
        derive = (
            ()
            if has_impl(place.syntax, "Default", place.syntax.name(node))
            else (with_derives(place, node, ("Default",)),)
        )
        for rank, variant in enumerate(sorted(bare, key=lambda one: not _is_usual(place, one))):
            mark = Edit(variant.start_byte, variant.start_byte, "#[default] ")
            yield near + rank * 0.5, tuple(edit for edit in (*derive, mark) if edit is not None)


def _is_bare(node: Node) -> bool:
    return node.type == "enum_variant" and node.child_by_field_name("body") is None


def _is_usual(place: Place, variant: Node) -> bool:
    return place.syntax.name(variant).lower() in ("none", "empty", "unknown", "default", "off", "idle", "normal", "new")


def _wanted(place: Place) -> list[tuple[float, tuple[str, ...]]]:
    """(cost, derives): those asked for with what they need, then sets that hold one of them, then the others."""
    named = [name for name in DERIVABLE if re.search(rf"\b{re.escape(name)}\b", place.message)]
    named += [name for words, names in ASKED.items() if words in place.message for name in names.split()]
    asked = list(dict.fromkeys(named))
    found: dict[tuple[str, ...], float] = {}
    for name in asked:
        full = (*NEEDS.get(name, "").split(), name)
        found.setdefault(full, 0.0)
        found.setdefault((name,), 0.3)
    if len(asked) > 1:
        found.setdefault(tuple(name for name in DERIVABLE if name in asked), 0.1)
    for text in SETS:
        names = tuple(text.split(", "))
        found.setdefault(names, 1.0 if set(names) & set(asked) else ASIDE)
    return sorted(((cost, names) for names, cost in found.items()), key=lambda one: one[0])


def with_derives(place: Place, node: Node, names: tuple[str, ...]) -> Edit | None:
    """The edit that adds what a type lacks of these derives; None if it lacks none."""
    own = place.syntax.name(node)
    attribute = next((one for one, _ in _derives(place) if _holds(one, node)), None)
    had = _listed(place.text(attribute)) if attribute is not None else []
    left = [name for name in names if name not in had and not has_impl(place.syntax, name, own)]
    if not left:
        return None
    if attribute is not None:
        return _rewritten(place, attribute, _ordered([*had, *left]))
    return Edit(
        node.start_byte,
        node.start_byte,
        f"#[derive({', '.join(_ordered(left))})]{newline(place)}{place.syntax.indent(node)}",
    )


def _ordered(names: list[str]) -> list[str]:
    """Names of derives with those of comparing in their usual order, wherever they stand."""
    compared = iter(sorted((one for one in names if one in COMPARING), key=COMPARING.index))
    return [next(compared) if one in COMPARING else one for one in names]


def _holds(attribute: Node, item: Node) -> bool:
    """Whether an attribute stands above an item."""
    return head_start(item) <= attribute.start_byte < item.start_byte


def _derives(place: Place) -> list[tuple[Node, list[str]]]:
    """Every `#[derive(...)]` with its names."""
    nodes = place.syntax.of("attribute_item")
    return [(node, _listed(text)) for node in nodes if re.match(r"#\[\s*derive\s*\(", text := place.text(node))]


def _listed(text: str) -> list[str]:
    found = re.search(r"\((.*)\)", text, re.DOTALL)
    return [name.strip() for name in found[1].split(",") if name.strip()] if found else []


def _rewritten(place: Place, attribute: Node, names: list[str]) -> Edit:
    """The attribute with these names; with none it goes together with its line."""
    if names:
        return Edit(attribute.start_byte, attribute.end_byte, f"#[derive({', '.join(names)})]")
    rest = place.data[attribute.end_byte :]
    return Edit(attribute.start_byte, attribute.end_byte + len(rest) - len(rest.lstrip()), "")


def _contained(place: Place, node: Node) -> list[Node]:
    """A type with the types of the file that its fields mention, and theirs."""
    found, queue = [node], [node]
    while queue:
        body = queue.pop().child_by_field_name("body")
        words = set(re.findall(r"\b[A-Z]\w*", place.text(body)))
        for other in place.syntax.of("struct_item", "enum_item"):
            if other not in found and place.syntax.name(other) in words:
                found.append(other)
                queue.append(other)
    return found
