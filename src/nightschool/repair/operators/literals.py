"""Operators on the named fields of literals and patterns: missing or unknown ones.

Covered: values from scope and by type, `..Default::default()`, renamed and undeclared fields. Not covered: privacy
(`visibility`), other shapes (`shapes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, Variant, generic_args, plain, variants
from nightschool.repair.likely import likely_values
from nightschool.repair.operators.item_facts import last_name, owner
from nightschool.repair.operators.name_tables import PRIMITIVES
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree_edits import Edit


@repairs("E0063", late=200)
def missing_fields(place: Place) -> Iterator[Proposed]:
    """A literal's missing fields: names in scope, likely values, `..Default::default()`."""
    lost = [name for text in re.findall(r"missing (?:structure )?fields? (.+?)(?: in|$)", place.message)
            for name in re.findall(r"`(\w+)`", text)]  # fmt: skip
    for node in place.syntax.of("struct_expression"):
        body, near = node.child_by_field_name("body"), place.near(node)
        if body is None or near is None:
            continue
        kinds = {one.name: one.type for one in shape_of(place, node).fields}
        had = {place.syntax.field(one, "field") or place.text(one) for one in body.named_children}
        names = [one for one in dict.fromkeys(lost) if one not in had and (one in kinds or not kinds)]
        choices = [_values(place, node, name, kinds.get(name, "")) for name in names]
        for turn in range(max(map(len, choices), default=0)):
            given = [
                f"{name}: {choice[min(turn, len(choice) - 1)]}" for name, choice in zip(names, choices, strict=True)
            ]
            text = ", ".join(re.sub(r"^(\w+): \1$", r"\1", one) for one in given)
            yield near + turn * 0.3, (_added(place, body, text),)
        if names:
            yield near + 0.6, (_added(place, body, "..Default::default()"),)
            for rank, one in enumerate(locals_at(place, node.start_byte)):
                if last_name(one.type) == last_name(place.syntax.name(node)):
                    yield near + 0.8 + rank * 0.2, (_added(place, body, f"..{one.name}"),)


def shape_of(place: Place, node: Node) -> Variant:
    """What the program declares for a literal's path."""
    path = place.syntax.name(node) or place.syntax.field(node, "type") or place.syntax.field(node, "function")
    name = re.split(r"[<(]", path)[0].split("::")[-1]
    holder = owner(node)
    if name == "Self" and holder is not None:
        name = last_name(place.syntax.field(holder, "type"))
    for item in place.syntax.of("struct_item", "enum_item"):
        for variant in variants(place, item):
            if variant.name == name:
                return variant
    return Variant("", "", ())


def _values(place: Place, node: Node, name: str, kind: str) -> list[str]:
    """Values for a field: a name in scope called so, what other literals give, likely values."""
    scope = locals_at(place, node.start_byte)
    found = [name] if any(one.name == name for one in scope) else []
    alike = [one for one in scope if one.type and plain(one.type) == plain(kind)]
    alike += [one for one in scope if plain(one.type) == "str" and kind == "String"]
    for one in alike:
        lent = one.type.startswith("&") and not kind.startswith("&")
        found.append(f"{one.name}.to_string()" if plain(one.type) == "str" and kind == "String"
                     else f"{one.name}.clone()" if lent else one.name)  # fmt: skip
    others = place.syntax.of("field_initializer")
    found += [place.syntax.field(one, "value") for one in others if place.syntax.field(one, "field") == name]
    found += likely_values(place, kind, scope) if kind else []
    found += _computed(place, node, kind, [one.name for one in alike])
    head, _ = generic_args(kind)
    found += ["PhantomData", "std::marker::PhantomData"] if head == "PhantomData" else ["Default::default()"]
    return [one for one in dict.fromkeys(found) if one and "\n" not in one][:22]


def _computed(place: Place, node: Node, kind: str, names: list[str]) -> list[str]:
    """Products, sums and differences of two numbers in scope, those that the literal does not use yet first."""
    if not NUMBER.fullmatch(kind) or len(names) < 2:
        return []
    used = place.text(node)
    fresh = sorted(dict.fromkeys(names), key=lambda name: re.search(rf"\b{re.escape(name)}\b", used) is not None)[:3]
    pairs = [(one, other) for one in fresh for other in fresh if one != other]
    return [f"{one} {mark} {other}" for mark in "*+-" for one, other in pairs[:4]]


def _added(place: Place, body: Node, text: str) -> Edit:
    """More text at the end of a braced list, on a line of its own where the others are."""
    last = body.named_children[-1] if body.named_children else None
    if last is None:
        return Edit(body.start_byte, body.end_byte, f"{{ {text} }}")
    if last.type == "base_field_initializer":
        return insert(last.start_byte, f"{text}, ")
    comma = place.data[last.end_byte : body.end_byte].lstrip().startswith(b",")
    at = place.data.index(b",", last.end_byte) + 1 if comma else last.end_byte
    lines = b"\n" in place.data[last.end_byte : body.end_byte]
    gap = f"\n{place.syntax.indent(last)}" if lines else " "
    end = "," if lines and not text.startswith("..") else ""
    return insert(at, f"{'' if comma else ','}{gap}{text}{end}")


@repairs("E0560 E0559 E0026 E0609 E0769", late=100)
def unknown_field(place: Place) -> Iterator[Proposed]:
    """A field that the type has not is renamed to one it has, left out, or declared with a likely type."""
    for node in place.syntax.of("field_initializer", "shorthand_field_initializer", "field_pattern"):
        near = place.near(node)
        field = node.child_by_field_name("field") or node.child_by_field_name("name")
        name = place.text(field) or place.text(node)
        body = node.parent
        if near is None or body is None or name not in place.names or body.parent is None:
            continue
        holder = body.parent if node.type != "field_pattern" else body
        known = [one.name for one in shape_of(place, holder).fields]
        had = set(re.findall(r"(\w+)\s*[:,}]", place.text(body)))
        for rank, other in enumerate(
            sorted(known, key=lambda one: (one in had, -SequenceMatcher(None, one, name).ratio()))
        ):
            short = node.type != "field_initializer" and ":" not in place.text(node)
            yield near + rank * 0.4, swapped(field or node, f"{other}: {name}" if short else other)
            if short:
                yield near + 0.2 + rank * 0.4, swapped(node, other)
        yield near + 1, (_without(place, node),)


def _without(place: Place, node: Node) -> Edit:
    """A part of a list goes with its comma."""
    rest = place.data[node.end_byte :]
    found = re.match(rb"\s*,[ \t]*", rest)
    return Edit(node.start_byte, node.end_byte + (len(found[0]) if found else 0), "")


@repairs("E0560 E0609 E0026 E0599", late=120)
def declare_field(place: Place) -> Iterator[Proposed]:
    """A field that is used and not declared is added to the struct, with the type that its value shows."""
    for name in sorted(place.names):
        if name in PRIMITIVES or not re.search(
            rf"\.\s*{re.escape(name)}\b(?!\s*\()|\b{re.escape(name)}\s*[:,}}]", place.source
        ):
            continue
        uses = [one for one in place.syntax.of("field_initializer") if place.syntax.field(one, "field") == name]
        for item in place.syntax.of("struct_item"):
            body = item.child_by_field_name("body")
            if place.syntax.name(item) not in place.message or body is None or body.type != "field_declaration_list":
                continue
            if any(place.syntax.name(one) == name for one in body.named_children):
                continue
            for rank, kind in enumerate(_types(place, uses)):
                yield 1.5 + rank * 0.4, (_added(place, body, f"pub {name}: {kind}"),)


def _types(place: Place, uses: list[Node]) -> list[str]:
    shown = " ".join(place.syntax.field(one, "value") for one in uses)
    found = ["String"] if re.search(r'"|String', shown) else []
    found += ["Vec<String>"] if "vec!" in shown or "Vec::" in shown else []
    found += ["bool"] if re.search(r"\b(true|false)\b", shown) else []
    return list(dict.fromkeys([*found, "u32", "String", "usize", "i32", "u64", "f64", "bool"]))
