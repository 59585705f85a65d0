"""Impls of traits of the standard library: heads of their methods, and bodies from fields and variants.

Covered: From, Default, PartialEq, PartialOrd, Ord, Hash, arithmetic, Deref, Index, Iterator, FromStr, AsRef.
Not covered: where they go (`impls`, `trait_items`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import fields, has_self, parameters, variants
from nightschool.repair.likely import plain_values
from nightschool.repair.operators.alike_bodies import next_bodies
from nightschool.repair.operators.format_facts import formats
from nightschool.repair.operators.item_facts import methods
from nightschool.repair.place import Place

STANDARD = {
    "next": "fn next(&mut self) -> Option<Self::Item>",
    "fmt": "fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result",
    "from": "fn from(value: ARGUMENT) -> Self",
    "try_from": "fn try_from(value: ARGUMENT) -> Result<Self, Self::Error>",
    "from_str": "fn from_str(s: &str) -> Result<Self, Self::Err>",
    "default": "fn default() -> Self",
    "cmp": "fn cmp(&self, other: &Self) -> std::cmp::Ordering",
    "partial_cmp": "fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering>",
    "eq": "fn eq(&self, other: &ARGUMENT) -> bool",
    "hash": "fn hash<H: std::hash::Hasher>(&self, state: &mut H)",
    "drop": "fn drop(&mut self)",
    "clone": "fn clone(&self) -> Self",
    "add": "fn add(self, other: ARGUMENT) -> Self::Output",
    "sub": "fn sub(self, other: ARGUMENT) -> Self::Output",
    "mul": "fn mul(self, other: ARGUMENT) -> Self::Output",
    "div": "fn div(self, other: ARGUMENT) -> Self::Output",
    "rem": "fn rem(self, other: ARGUMENT) -> Self::Output",
    "bitand": "fn bitand(self, other: ARGUMENT) -> Self::Output",
    "bitor": "fn bitor(self, other: ARGUMENT) -> Self::Output",
    "bitxor": "fn bitxor(self, other: ARGUMENT) -> Self::Output",
    "mul_assign": "fn mul_assign(&mut self, other: ARGUMENT)",
    "neg": "fn neg(self) -> Self::Output",
    "not": "fn not(self) -> Self::Output",
    "add_assign": "fn add_assign(&mut self, other: ARGUMENT)",
    "sub_assign": "fn sub_assign(&mut self, other: ARGUMENT)",
    "deref": "fn deref(&self) -> &Self::Target",
    "deref_mut": "fn deref_mut(&mut self) -> &mut Self::Target",
    "index": "fn index(&self, index: ARGUMENT) -> &Self::Output",
    "index_mut": "fn index_mut(&mut self, index: ARGUMENT) -> &mut Self::Output",
    "as_ref": "fn as_ref(&self) -> &ARGUMENT",
    "borrow": "fn borrow(&self) -> &ARGUMENT",
    "into_iter": "fn into_iter(self) -> Self::IntoIter",
    "write_str": "fn write_str(&mut self, s: &str) -> std::fmt::Result",
    "flush": "fn flush(&mut self) -> std::io::Result<()>",
    "write": "fn write(&mut self, buf: &[u8]) -> std::io::Result<usize>",
}  # fmt: skip
"""Heads of required methods; ARGUMENT is the trait's own argument, `Self` by default."""
MARKS = {
    "add": "+", "sub": "-", "mul": "*", "div": "/", "rem": "%", "bitand": "&", "bitor": "|", "bitxor": "^",
    "add_assign": "+=", "sub_assign": "-=", "mul_assign": "*=",
}  # fmt: skip
"""Methods of operators, and the operators."""


def standard_bodies(place: Place, kind: str, name: str, trait: str = "") -> list[str]:
    """Bodies of a method of a trait of `std` for a type, the likely first."""
    item = place.item(kind)
    own = [one.name for one in fields(place, item)] if item is not None and item.type == "struct_item" else []
    if name == "fmt":
        return list(formats(place, item, kind, trait or "Display"))
    if name in MARKS or name in ("neg", "not"):
        return list(_arithmetic(place, item, own, name))
    if name in ("from", "try_from", "from_str"):
        return list(_made(place, item, kind, name))
    if name == "default":
        return list(defaults(place, item, kind))
    if name == "hash":
        return [" ".join(f"self.{one}.hash(state);" for one in own)]
    counted = next_bodies(list(fields(place, item))) if name == "next" and own else ()
    return [*counted, *_compared(own, name), *_passed(own, name)]


def _compared(own: list[str], name: str) -> Iterator[str]:
    if name == "eq":
        yield " && ".join(f"self.{one} == other.{one}" for one in own) or "true"
        yield from (f"self.{one} == other.{one}" for one in own)
    elif name == "partial_cmp":
        yield "Some(self.cmp(other))"
        yield from (f"self.{one}.partial_cmp(&other.{one})" for one in own)
    elif name == "cmp":
        yield from (f"self.{one}.cmp(&other.{one})" for one in own)
        if own:
            chain = "".join(f".then_with(|| self.{one}.cmp(&other.{one}))" for one in own[1:])
            yield f"self.{own[0]}.cmp(&other.{own[0]}){chain}"
        yield from (f"other.{one}.cmp(&self.{one})" for one in own)
        yield "self.partial_cmp(other).unwrap()"
        yield from (f"self.{one}.total_cmp(&other.{one})" for one in own)
    elif name == "clone":
        yield "Self { " + ", ".join(f"{one}: self.{one}.clone()" for one in own) + " }"


def _passed(own: list[str], name: str) -> Iterator[str]:
    """Methods that pass on to a field."""
    forms = {
        "next": ("self.{}.next()", "self.{}.pop()", "self.{}.pop_front()"), "deref": ("&self.{}",),
        "deref_mut": ("&mut self.{}",), "index": ("&self.{}[index]",), "index_mut": ("&mut self.{}[index]",),
        "as_ref": ("&self.{}", "self.{}.as_ref()"), "borrow": ("&self.{}",), "into_iter": ("self.{}.into_iter()",),
        "write_str": ("self.{}.push_str(s); Ok(())", "self.{}.write_str(s)"), "flush": ("Ok(())", "self.{}.flush()"),
        "write": ("self.{}.write(buf)", "self.{}.extend_from_slice(buf); Ok(buf.len())"), "drop": ("",),
    }  # fmt: skip
    for form in forms.get(name, ()):
        yield from (form.format(one) for one in own)
        if "{}" not in form:
            yield form


def _arithmetic(place: Place, item: Node | None, own: list[str], name: str) -> Iterator[str]:
    mark = MARKS.get(name, "-" if name == "neg" else "!")
    if name.endswith("_assign"):
        yield " ".join(f"self.{one} {mark} other.{one};" for one in own)
        yield " ".join(f"self.{one} {mark} other;" for one in own)
        return
    for variant in variants(place, item)[:1] if own else ():
        both = (f"self.{{0}} {mark} other.{{0}}", f"self.{{0}} {mark} other")
        forms = both if name in MARKS else (f"{mark}self.{{0}}",)
        for form in forms:
            yield variant.call(variant.name, {one: form.format(one) for one in own})


def defaults(place: Place, item: Node | None, kind: str) -> Iterator[str]:
    """Values of a type with its fields at their plain values."""
    for function in methods(place.syntax, kind):
        if place.syntax.name(function) == "new" and not parameters(place, function) and not has_self(place, function):
            yield "Self::new()"
    if item is not None and item.type == "struct_item":
        for every in (True, False):
            own = fields(place, item)
            values = {
                one.name: "Default::default()" if every else (plain_values(place, one.type) or [""])[0] for one in own
            }
            yield from (variant.call("Self", values) for variant in variants(place, item))
    for variant in variants(place, item) if item is not None and item.type == "enum_item" else ():
        if not variant.shape:
            yield f"Self::{variant.name}"


def _made(place: Place, item: Node | None, kind: str, name: str) -> Iterator[str]:
    """The type made from `value` or from a text."""
    value = "s" if name == "from_str" else "value"
    form = "{}" if name == "from" else "Ok({})"
    for variant in variants(place, item):
        path = "Self" if item is not None and item.type == "struct_item" else f"Self::{variant.name}"
        if len(variant.fields) == 1:
            yield form.format(variant.call(path, {variant.fields[0].name: value}))
            yield form.format(variant.call(path, {variant.fields[0].name: f"{value}.to_string()"}))
            if name == "from_str":
                yield form.format(variant.call(path, {variant.fields[0].name: f"{value}.parse()?"}))
        elif name == "from" and len(variant.fields) > 1:
            yield variant.call(path, {one.name: f"value.{n}" for n, one in enumerate(variant.fields)})
            yield variant.call(path, {one.name: f"value.{one.name}" for one in variant.fields})
    for function in methods(place.syntax, kind):
        if len(parameters(place, function)) == 1 and not has_self(place, function):
            yield f"Self::{place.syntax.name(function)}({value})"
