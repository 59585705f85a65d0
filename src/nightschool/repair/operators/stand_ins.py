"""What stands in for a value that is missing, as the program itself shows it.

Covered: the limit of a number whose checked operation ran over, texts and variants that the function's comment gives
for what is missing, own fields and fields of another value of the type, constants; those named like a default first.
Not covered: plain values (`likely`), and where they go (`defaulting`, `leaving_values`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, generic_args, has_self, implemented, plain, variants
from nightschool.repair.likely import constants_of, documented
from nightschool.repair.operators.error_fields import called, calls_of
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import enclosing

FALLBACK = re.compile(
    r"default|fallback|base|initial|start|standard|usual|unknown|other|none|missing|lost|origin", re.I
)
"""Names of what is taken where nothing else is known."""
ABSENT = re.compile(
    r"\b(no|not|non|none|nothing|nobody|without|unknown|missing|never|else|otherwise|empty|lacks?|absent)\b"
)
"""Words of a comment that speak of what is missing."""
_TEXT = re.compile(r"([`\"])([^`\"\n]{1,30})\1")


def stand_ins(place: Place, value: Node, kind: str, most: int = 4) -> list[str]:
    """Values of a type for where `value` gives none, the likeliest first."""
    found = [*_limits(place, value, kind), *_told(place, kind), *_beside(place, value, kind)]
    found += [*_own(place, value, kind), *_constants(place, value, kind)]
    if NUMBER.fullmatch(kind):
        found += documented(place, (), kind)[:2]
    first = [one for one in found if FALLBACK.search(one)]
    return list(dict.fromkeys([*_limits(place, value, kind), *first, *found]))[:most]


def _limits(place: Place, value: Node, kind: str) -> Iterator[str]:
    """The largest number where a checked operation that makes numbers larger ran over."""
    call = next(calls_of(value), None)
    name = called(place, call) if call is not None else ""
    if NUMBER.fullmatch(kind) and re.fullmatch(r"checked_(pow|mul|add|shl|next_power_of_two)", name):
        yield f"{kind}::MAX"


def _told(place: Place, kind: str) -> Iterator[str]:
    """Texts and variants that the comment of the function gives, those said of what is missing first."""
    said = _comment(place)
    if plain(kind) in ("str", "String"):
        for text in _texts(said):
            yield f'"{text}".to_string()' if kind == "String" else f'"{text}"'
    words = {word.lower() for word in re.findall(r"\w+", said)}
    head = generic_args(plain(kind))[0]
    for one in variants(place, place.item(head, "enum_item")):
        if not one.shape and one.name.lower() in words:
            yield f"{head}::{one.name}"


def _comment(place: Place) -> str:
    """The comment above the named function, as one line."""
    found: list[str] = []
    before = place.function.prev_named_sibling if place.function is not None else None
    while before is not None and before.type in ("line_comment", "attribute_item", "block_comment"):
        found.append(place.text(before) if before.type == "line_comment" else "")
        before = before.prev_named_sibling
    return " ".join(text.lstrip("/!").strip() for text in reversed(found))


def _texts(said: str) -> list[str]:
    """Short texts in quotes; of `name: ?` what stands last."""
    ranked = []
    for clause in re.split(r"[;:,.](?=\s)(?=(?:[^`\"]*[`\"][^`\"]*[`\"])*[^`\"]*$)", said):
        for found in _TEXT.finditer(clause):
            text = found[2].split()[-1] if found[2].split() else ""
            if text and not re.search(r"::|[(){}\\<>]", text):
                ranked.append((not ABSENT.search(clause), text))
    return list(dict.fromkeys(text for _, text in sorted(ranked, key=lambda one: one[0])))[:3]


def _beside(place: Place, value: Node, kind: str) -> Iterator[str]:
    """The same field of another value of the struct that is made: `default.indent` for `Style { indent: value }`."""
    holder = enclosing(value, "field_initializer")
    made = enclosing(value, "struct_expression") if holder is not None else None
    if holder is None or made is None or holder.child_by_field_name("value") != value:
        return
    name, head = place.syntax.field(holder, "field"), generic_args(place.syntax.name(made))[0]
    head = implemented(place, made) if head == "Self" else head
    for one in locals_at(place, value.start_byte):
        if generic_args(plain(one.type))[0] in (head, "Self"):
            yield _given(f"{one.name}.{name}", kind, kind)
    if "fn default()" in place.source:
        yield f"{head}::default().{name}"


def _own(place: Place, value: Node, kind: str) -> Iterator[str]:
    """Own fields of the type that the value does not read, those that nothing reads first."""
    function = place.function_at(value.start_byte)
    if not has_self(place, function):
        return
    found = [one for one in fields(place, place.item(implemented(place, function))) if plain(one.type) == plain(kind)
             or (plain(kind) == "str" and one.type == "String")]  # fmt: skip
    found = [
        one for one in found if not re.search(rf"\bself\.{one.name}\b", place.text(value)) and one.name.isidentifier()
    ]
    for one in sorted(found, key=lambda one: re.search(rf"\.{one.name}\b", place.source) is not None):
        yield _given(f"self.{one.name}", one.type, kind)


def _given(text: str, have: str, want: str) -> str:
    """A field's value as a type that may be taken out of it."""
    if want == "&str":
        return f"&{text}" if have == "String" else text
    return text if want.startswith("&") or NUMBER.fullmatch(want) or want in ("bool", "char") else f"{text}.clone()"


def _constants(place: Place, value: Node, kind: str) -> list[str]:
    """Constants of the type, those first whose name shares a word with what the value is bound to."""
    let = enclosing(value, "let_declaration", "field_initializer", "function_item")
    name = (
        place.syntax.field(let, {"let_declaration": "pattern", "field_initializer": "field"}.get(let.type, "name"))
        if let is not None
        else ""
    )
    words = set(name.lower().split("_"))
    return sorted(constants_of(place, kind), key=lambda one: not words & set(one.lower().split("::")[-1].split("_")))
