"""Operators on methods that a type has by itself and that belong to a trait which rustc misses.

Covered: `next`, `from_str`, `default`, `cmp`, the operators and the like, and all methods of a trait of the file: the
`impl` becomes one of the trait, or they move to one below it; associated types by what the methods return. Not covered:
writing a method that is nowhere (`impls`), `into_iter`, whose types no signature tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nightschool.repair.facts import generic_args, parameters, plain, return_type
from nightschool.repair.operators.item_facts import after, has_impl, items, last_name
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child
from nightschool.rust.tree_edits import Edit

KNOWN = {
    "next": ("Iterator", "Item", "Option"), "from_str": ("std::str::FromStr", "Err", "Result"),
    "default": ("Default", "", ""), "clone": ("Clone", "", ""), "drop": ("Drop", "", ""),
    "cmp": ("Ord", "", ""), "partial_cmp": ("PartialOrd", "", ""), "eq": ("PartialEq", "", ""),
    "deref": ("std::ops::Deref", "Target", "&"), "index": ("std::ops::Index<{0}>", "Output", "&"),
    "neg": ("std::ops::Neg", "Output", "="), "not": ("std::ops::Not", "Output", "="),
    "as_ref": ("AsRef<{out}>", "", "&"), "from": ("From<{0}>", "", ""), "fmt": ("std::fmt::Display", "", ""),
    **{one: (f"std::ops::{one.capitalize()}<{{0}}>", "Output", "=") for one in ("add", "sub", "mul", "div", "rem")},
    **{f"{one}_assign": (f"std::ops::{one.capitalize()}Assign<{{0}}>", "", "") for one in ("add", "sub", "mul", "div")},
}  # fmt: skip
"""By method: the trait with the parameter's type in it, its associated type, and what that is of the returned type."""
SAID = {
    "an iterator": "Iterator",
    "cannot add": "Add",
    "cannot subtract": "Sub",
    "cannot multiply": "Mul",
    "cannot divide": "Div",
}
"""Words of rustc's for traits that it does not name."""


@repairs("E0277 E0599 E0369 E0600 E0608 E0614", late=200)
def methods_of_trait(place: Place) -> Iterator[Proposed]:
    """`impl X { pub fn next(..) }` becomes `impl Iterator for X { type Item = ..; fn next(..) }`; others stay apart."""
    wanted = {last_name(one) for one in place.quoted} | {name for words, name in SAID.items() if words in place.message}
    for block in place.syntax.of("impl_item") if wanted else ():
        name = last_name(place.syntax.field(block, "type"))
        if block.child_by_field_name("trait") is not None or name not in wanted | _parts(place):
            continue
        for cost, trait, lines, moved in _traits(place, block, wanted):
            if not has_impl(place.syntax, last_name(trait), name):
                yield cost, _split(place, block, trait, lines, moved)


def _parts(place: Place) -> set[str]:
    """Names of types anywhere in what rustc quotes: `&mut Countdown: Iterator` has two."""
    return {word for one in place.quoted for word in re.findall(r"[A-Z]\w*", one)}


def _traits(place: Place, block: Node, wanted: set[str]) -> Iterator[tuple[float, str, str, list[Node]]]:
    """(cost, trait, its associated type's line, methods) of the traits whose methods the block has."""
    methods = {place.syntax.name(one): one for one in items(block, "function_item")}
    for name, one in methods.items():
        if name not in KNOWN:
            continue
        trait, line = _known(place, name, one, place.syntax.field(block, "type"))
        if trait:
            yield (0.0 if last_name(trait) in wanted | _parts(place) else 2.0), trait, line, [one]
    for trait_item in place.syntax.of("trait_item"):
        needed = [place.syntax.name(one) for one in items(trait_item, "function_signature_item")]
        if needed and all(one in methods for one in needed) and not items(trait_item, "associated_type"):
            yield 0.2, place.syntax.name(trait_item), "", [methods[one] for one in needed]


def _known(place: Place, name: str, method: Node, own: str) -> tuple[str, str]:
    """The trait of `std` and the line of its associated type; empty if the signature does not tell them."""
    trait, associated, how = KNOWN[name]
    returned, given = return_type(place, method), [one.type for one in parameters(place, method)]
    head, args = generic_args(returned)
    out = {"Option": args[0] if args else "", "Result": args[1] if len(args) > 1 else "", "&": plain(returned)}
    kind = out.get(how, returned)
    if (how in ("Option", "Result") and head != how) or (how and not kind) or ("{0}" in trait and len(given) != 1):
        return "", ""
    usual = how == "=" and given[:1] in (["Self"], [own])  # `Add` alone is `Add<Self>`
    shown = trait.split("<")[0] if usual else trait.format(*given, out=kind)
    return shown, f"type {associated} = {kind};" if associated else ""


def _split(place: Place, block: Node, trait: str, line: str, moved: Sequence[Node]) -> tuple[Edit, ...]:
    """The block as one of the trait if it has nothing else, or a block of the trait below it."""
    kind, body = block.child_by_field_name("type"), block.child_by_field_name("body")
    if kind is None or body is None:
        return ()
    pad = place.syntax.indent(block) + "    "
    if all(one in moved or one.type.endswith("comment") for one in body.named_children):
        open_ = (insert(body.start_byte + 1, f"\n{pad}{line}\n"),) if line else ()
        return (
            insert(kind.start_byte, f"{trait} for "),
            *open_,
            *(edit for one in moved for edit in _hidden(place, one)),
        )
    listed = place.text(block.child_by_field_name("type_parameters"))
    where = place.text(child(block, "where_clause"))
    texts = [_without_pub(place, one) for one in moved]
    inner = "\n\n".join(pad[len(place.syntax.indent(block)) :] + one for one in ([line] if line else []) + texts)
    inner = "\n".join(one.removeprefix(place.syntax.indent(block)) for one in inner.split("\n"))
    head = f"impl{listed} {trait} for {place.text(kind)} {where + ' ' if where else ''}{{\n{inner}\n}}"
    at, text = after(place, block, head)
    return (*(Edit(_from(place, one), one.end_byte) for one in moved), insert(at, text))


def _from(place: Place, node: Node) -> int:
    """Where the line of an item begins, with the empty line above it."""
    start = place.line_start(place.line(node.start_byte))
    return len(place.data[:start].rstrip()) if not place.data[start : node.start_byte].strip() else node.start_byte


def _hidden(place: Place, method: Node) -> tuple[Edit, ...]:
    """Without `pub`: a method of a trait is as visible as the trait."""
    mark = child(method, "visibility_modifier")
    return (Edit(mark.start_byte, mark.next_sibling.start_byte),) if mark is not None and mark.next_sibling else ()


def _without_pub(place: Place, method: Node) -> str:
    return re.sub(r"^pub(?:\([^)]*\))?\s+", "", place.text(method))
