"""Operators that write an `impl` that is missing.

Covered: Display, From, Error, Default, comparisons, arithmetic and traits of the file, for types of the file that
rustc names, placed after the type. Not covered: what an existing impl lacks
(`trait_items`), derives (`derives`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import Variant, variants
from nightschool.repair.operators.format_facts import formats
from nightschool.repair.operators.impl_facts import STANDARD, defaults, standard_bodies
from nightschool.repair.operators.item_facts import after, generics, has_impl, items, last_name, named_items
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.trait_items import written_items
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

ARITHMETIC = {
    "add": ("cannot add", "`+`"), "sub": ("cannot subtract", "`-`"), "mul": ("cannot multiply", "`*`"),
    "div": ("cannot divide", "`/`"), "neg": ("unary operator `-`", "negate"), "add_assign": ("add-assign", "`+=`"),
    "sub_assign": ("subtract-assign", "`-=`"), "not": ("unary operator `!`",),
}  # fmt: skip
"""Methods of operators and the words of messages that ask for them."""
CONVERTED = ("std::num::ParseIntError", "std::num::ParseFloatError", "std::fmt::Error", "std::io::Error",
             "String", "&str")  # fmt: skip
LACKING = re.compile(r"trait (?:bound )?`(?:(\w+): )?(\w+)(?:<[^`]*>)?` is not (?:implemented for `&?(\w+)|satisfied)")
COMPARED = (("PartialOrd", "partial_cmp"), ("Ord", "cmp"), ("PartialEq", "eq"), ("Eq", ""), ("Hash", "hash"))
ADDED = re.compile(r"(?:add|subtract|multiply|divide) `([^`]+)` (?:to|from|by) `([^`]+)`")


@repairs("E0277 E0599", late=100)
def implement_display(place: Place) -> Iterator[Proposed]:
    """`impl Display`, with the text of the file's other formats; with `impl Error` where that is asked for."""
    asked = "Display" in place.message or "to_string" in place.message
    for near, item in _named(place):
        kind = place.syntax.name(item)
        if has_impl(place.syntax, "Display", kind) or not (asked or "Error" in place.message):
            continue
        for rank, body in enumerate(formats(place, item, kind)):
            text = _block(place, item, "std::fmt::Display", STANDARD["fmt"], body)
            error = _bare(place, item, "std::error::Error")
            if asked:
                yield near + rank * 0.3, (_after(place, item, text),)
            if "Error" in place.message:
                yield near + rank * 0.3, (_after(place, item, f"{text}\n\n{error}"),)


@repairs("E0277 E0599", late=100)
def implement_error(place: Place) -> Iterator[Proposed]:
    """`impl Error`, with a derive of Debug if the type has none."""
    for near, item in _named(place) if "Error" in place.message else ():
        kind = place.syntax.name(item)
        if has_impl(place.syntax, "Error", kind):
            continue
        text = _after(place, item, _bare(place, item, "std::error::Error"))
        yield near + 0.2, (text,)
        if not has_impl(place.syntax, "Debug", kind):
            yield near + 0.3, (insert(item.start_byte, f"#[derive(Debug)]\n{place.syntax.indent(item)}"), text)


@repairs("E0277 E0599 E0308", late=100)
def implement_from(place: Place) -> Iterator[Proposed]:
    """`impl From<X> for T`, by a variant or constructor that holds the X, its text, or nothing of it."""
    sources = _sources(place)
    for near, item in _named(place):
        kind = place.syntax.name(item)
        ways = variants(place, item)
        for rank, source in enumerate(one for one in sources if last_name(one) != kind):
            made = sorted(_conversions(place, item, kind, ways, source), key=lambda one: one[0])
            for turn, (cost, body) in enumerate(made):
                name = "value" if re.search(r"\bvalue\b", body) else "_"
                head = f"fn from({name}: {source}) -> Self"
                text = _block(place, item, f"From<{source}>", head, body)
                yield near + rank * 0.6 + cost + turn * 0.2, (_after(place, item, text),)


def _sources(place: Place) -> list[str]:
    """Types that a conversion may start from: quoted ones, errors of `std`, types of the file."""
    found = re.findall(r"From<([^`]+?)>`", place.message)
    for one in CONVERTED:
        if re.search(rf"(?<!\w){re.escape(last_name(one))}(?!\w)", place.message):
            found.append(one)
    found = [_full(one) for one in found]
    own = [place.syntax.name(node) for node in place.syntax.of("struct_item", "enum_item")]
    found += [name for name in own if name in place.names]
    return [one for one in dict.fromkeys(found) if not re.search(r"\b_\b|Infallible", one)]


def _full(name: str) -> str:
    return next((one for one in CONVERTED if last_name(one) == name and name not in ("str", "Error")), name)


def _conversions(
    place: Place, item: Node, kind: str, ways: tuple[Variant, ...], source: str
) -> Iterator[tuple[float, str]]:
    """(cost, body) of conversions: variants that hold the source, then its text, then ones without fields."""
    for way in ways:
        path = "Self" if item.type == "struct_item" else f"Self::{way.name}"
        types = {one.name: last_name(one.type) for one in way.fields}
        exact = [name for name, one in types.items() if one == last_name(source)]
        texts = [name for name, one in types.items() if one == "String"]
        plain = {name: "Default::default()" for name in types}
        alike = 0.0 if way.name.lower() in source.lower() or "parse" in way.name.lower() else 0.3
        if exact:
            yield 0.0, way.call(path, {**plain, exact[0]: "value"})
        if texts:
            text = "value" if source == "String" else "value.to_string()"
            yield (0.2 if len(types) == 1 else 0.8) + alike, way.call(path, {**plain, texts[0]: text})
        if not types and item.type == "enum_item":
            yield 0.6 + alike, path
    for body in standard_bodies(place, kind, "from"):
        yield 1.5, body


@repairs("E0277 E0599", late=100)
def implement_default(place: Place) -> Iterator[Proposed]:
    """`impl Default` by hand."""
    for near, item in _named(place) if "Default" in place.message or "default" in place.message else ():
        kind = place.syntax.name(item)
        if not has_impl(place.syntax, "Default", kind):
            for rank, body in enumerate(defaults(place, item, kind)):
                text = _block(place, item, "Default", STANDARD["default"], body)
                yield near + 0.5 + rank * 0.4, (_after(place, item, text),)


@repairs("E0369 E0277 E0600 E0368 E0614", late=100)
def implement_arithmetic(place: Place) -> Iterator[Proposed]:
    """`impl Add`, `Neg`, `AddAssign` and the like, field by field."""
    asked = ADDED.search(place.message)
    for near, item in _named(place):
        kind = place.syntax.name(item)
        for name, words in ARITHMETIC.items():
            if not any(word in place.message for word in words):
                continue
            trait = "".join(word.capitalize() for word in name.split("_"))
            other = next((one for one in asked.groups() if one != kind), kind) if asked else kind
            argument = "" if other in (kind, f"&{kind}") else f"<{other}>"
            for rank, body in enumerate(standard_bodies(place, kind, name)):
                output = "" if name.endswith("_assign") else f"type Output = {kind}{generics(place.syntax, item)[1]};"
                head = STANDARD[name].replace("ARGUMENT", other if argument else "Self")
                text = _block(place, item, f"std::ops::{trait}{argument}", head, body, output)
                yield near + rank * 0.4, (_after(place, item, text),)


@repairs("E0277 E0369 E0599", late=100)
def implement_comparison(place: Place) -> Iterator[Proposed]:
    """`impl PartialOrd` by an `Ord` that is there, `impl Ord` or `PartialEq` by fields; with what they need."""
    for near, item in _named(place):
        kind = place.syntax.name(item)
        for trait, name in COMPARED:
            if has_impl(place.syntax, trait, kind) or not re.search(rf"\b{trait}\b", place.message):
                continue
            path = "std::hash::Hash" if trait == "Hash" else trait
            for rank, body in enumerate(standard_bodies(place, kind, name)[:6] if name else ()):
                text = _block(place, item, path, STANDARD[name].replace("ARGUMENT", "Self"), body)
                aside = 0 if trait == "PartialOrd" and has_impl(place.syntax, "Ord", kind) else 1
                yield near + aside + rank * 0.4, (_after(place, item, text),)
            if not name:
                yield near, (_after(place, item, _bare(place, item, trait)),)


@repairs("E0277 E0599 E0308", late=120)
def implement_own_trait(place: Place) -> Iterator[Proposed]:
    """A trait of the file is implemented for the type of which rustc says that it is not."""
    for left, trait, right in LACKING.findall(place.message):
        declared = place.item(trait, "trait_item")
        item = place.item(left or right)
        if declared is None or item is None:
            continue
        names = [place.syntax.name(one) for one in _required(declared)]
        for turn, inner in enumerate(written_items(place, item, declared, names)):
            lines = inner.replace("\n", "\n    ")
            before, own = generics(place.syntax, item)
            body = f" {{\n    {lines}\n}}" if inner else " {}"
            text = f"impl{before} {trait} for {place.syntax.name(item)}{own}{body}"
            yield turn * 0.4, (_after(place, item, text),)


def _required(trait: Node) -> list[Node]:
    """Items of a trait without a default."""
    listed = items(trait, "function_signature_item", "associated_type", "const_item")
    return [one for one in listed if one.child_by_field_name("value") is None]


def _named(place: Place) -> list[tuple[int, Node]]:
    """Types that the messages name."""
    return [(near, node) for near, node in named_items(place, "struct_item", "enum_item") if near == 0][:4]


def _after(place: Place, item: Node, text: str) -> Edit:
    return insert(*after(place, item, text))


def _bare(place: Place, item: Node, trait: str) -> str:
    before, own = generics(place.syntax, item)
    return f"impl{before} {trait} for {place.syntax.name(item)}{own} {{}}"


def _block(place: Place, item: Node, trait: str, head: str, body: str, first: str = "") -> str:
    """An impl with one method."""
    before, own = generics(place.syntax, item)
    lines = [f"impl{before} {trait} for {place.syntax.name(item)}{own} {{"]
    lines += [f"    {first}", ""] if first else []
    return "\n".join([*lines, f"    {head} {{", f"        {body}", "    }", "}"])
