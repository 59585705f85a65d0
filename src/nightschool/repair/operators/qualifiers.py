"""Operators on words of items that must not be there, bounds that ask too much, and items in the wrong place.

Covered: `pub`, `const`, `async` and attributes where they are not allowed, bounds dropped or weakened, several traits
in one `dyn`, methods for types of other crates, `impl Trait` where it is not allowed. Not covered: bounds that lack
(`bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import items, last_name, receiver
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

WEAKER = {
    "Copy": ("Clone",), "Ord": ("PartialOrd", "PartialEq"), "Eq": ("PartialEq",), "Fn": ("FnMut", "FnOnce"),
    "FnMut": ("FnOnce",), "Display": ("Debug",), "Hash": ("Eq",), "DoubleEndedIterator": ("Iterator",),
    "ExactSizeIterator": ("Iterator",), "Error": ("Display", "Debug"), "PartialOrd": ("PartialEq",),
    "Iterator": ("IntoIterator",), "DerefMut": ("Deref",), "AsMut": ("AsRef",), "Debug": ("Display",),
    "From": ("Into",),
}  # fmt: skip
"""What a bound may be weakened to."""


@repairs("E0449 E0379 E0670 E0706 E0658 E0554 E0635 E0703 E0044 E0130 none", late=300)
def drop_qualifier(place: Place) -> Iterator[Proposed]:
    """`pub`, `const`, `async`, `default` or an attribute goes from where it is not allowed."""
    for node in place.syntax.of("visibility_modifier"):
        near = place.near(node)
        if near is not None and ("E0449" in place.codes or "visibility" in place.message):
            yield near, (Edit(node.start_byte, node.end_byte + 1, ""),)
    for node in place.syntax.of("function_modifiers"):
        near = place.near(node)
        for word in place.text(node).split() if near is not None else ():
            if word in ("const", "async", "default") and word in place.message.lower():
                rest = " ".join(one for one in place.text(node).split() if one != word)
                yield near or 0, (Edit(node.start_byte, node.end_byte + (0 if rest else 1), rest),)
    for node in place.syntax.of("inner_attribute_item", "attribute_item"):
        near = place.near(node)
        if near is not None and ("feature" in place.text(node) or "attribute" in place.message):
            yield near, (_line(place, node),)


@repairs("E0276 E0277 E0599 E0310 E0525 E0308 E0373 E0404 E0195", late=120)
def weaken_bound(place: Place) -> Iterator[Proposed]:
    """A bound that asks too much goes or becomes a weaker one: `Copy` becomes `Clone`, `Fn` becomes `FnMut`."""
    for node in place.syntax.of("trait_bounds"):
        near, bounds = place.near(node), node.named_children
        quoted = any(last_name(place.text(one)) in place.message for one in bounds)
        if near is None and not (quoted and "E0277" in place.codes):
            continue
        for index, one in enumerate(bounds):
            name = last_name(place.text(one))
            aside = (near or 0) + (0 if name in place.message else 2) + (0.5 if "E0277" in place.codes else 0)
            for rank, other in enumerate(WEAKER.get(name, ())):
                yield aside + 0.4 + rank * 0.3, swapped(one, place.text(one).replace(name, other, 1))
            yield aside + 0.6, (_without(node, index),)


def _without(node: Node, index: int) -> Edit:
    """One bound goes, with its `+`; the last one with its colon."""
    bounds = node.named_children
    if len(bounds) == 1:
        holder = node.parent
        clause = holder.parent if holder is not None and holder.type == "where_predicate" else None
        if clause is not None and len(clause.named_children) == 1:
            return Edit(clause.start_byte, clause.end_byte, "")
        return Edit(node.start_byte, node.end_byte, "")
    if index:
        return Edit(bounds[index - 1].end_byte, bounds[index].end_byte, "")
    return Edit(bounds[0].start_byte, bounds[1].start_byte, "")


@repairs("E0225", late=200)
def joined_object(place: Place) -> Iterator[Proposed]:
    """`dyn A + B` becomes `dyn AB`, with a trait that has both and is implemented for all that have both."""
    for node in place.syntax.of("bounded_type"):
        names = re.findall(r"[A-Z]\w*", place.text(node))
        auto = [name for name in names if name in ("Send", "Sync", "Unpin")]
        main = [name for name in names if name not in auto]
        if len(main) < 2 or not place.text(node).startswith("dyn"):
            continue
        joined, paths = "".join(main), [part.strip() for part in place.text(node)[3:].split("+")]
        bounds = " + ".join(part for part in paths if part not in auto and not part.startswith("'"))
        item = enclosing(node, "function_item", "struct_item", "impl_item", "type_item", "enum_item")
        outer = enclosing(item, "impl_item") if item is not None and item.type == "function_item" else None
        top = outer or item
        every = [one for one in place.syntax.of("bounded_type") if place.text(one) == place.text(node)]
        uses = tuple(edit for one in every for edit in swapped(one, " + ".join([f"dyn {joined}", *auto])))
        if top is not None:
            text = f"trait {joined}: {bounds} {{}}\n\nimpl<T: {bounds}> {joined} for T {{}}\n\n"
            for mark in ("pub ", ""):
                yield 0, (insert(top.start_byte, mark + text), *uses)


@repairs("E0116 E0118 E0390", late=200)
def extension_trait(place: Place) -> Iterator[Proposed]:
    """Methods for a type of another crate become those of a trait of the file; or plain functions."""
    for block in place.syntax.of("impl_item"):
        kind, keyword = block.child_by_field_name("type"), block.children[0]
        found = items(block, "function_item")
        if kind is None or block.child_by_field_name("trait") is not None or not place.touches(block) or not found:
            continue
        name = f"{last_name(place.text(kind)).capitalize()}Ext"
        heads = "\n".join(f"    {_head(place, one)};" for one in found)
        marks = [child(one, "visibility_modifier") for one in found]
        edits = [Edit(one.start_byte, one.end_byte + 1, "") for one in marks if one is not None]
        parameters = place.syntax.field(block, "type_parameters")
        text = f"pub trait {name}{parameters} {{\n{heads}\n}}\n\n"
        arguments = re.sub(r":[^,>]*", "", parameters)
        yield 0, (insert(keyword.start_byte, text), insert(kind.start_byte, f"{name}{arguments} for "), *edits)


def _head(place: Place, function: Node) -> str:
    body = function.child_by_field_name("body")
    end = body.start_byte if body is not None else function.end_byte
    text = place.data[function.start_byte : end].decode(errors="replace").strip()
    return re.sub(r"^pub(\([^)]*\))? ", "", text)


@repairs("E0562 E0666 E0658 E0746 E0282", late=200)
def impl_type_elsewhere(place: Place) -> Iterator[Proposed]:
    """`impl Trait` where it is not allowed becomes `Box<dyn Trait>`, `&dyn Trait`, or the annotation goes."""
    for node in place.syntax.of("abstract_type"):
        near = place.near(node)
        if near is None or not place.codes & {"E0562", "E0666", "E0658"}:
            continue
        inner = place.text(node)[4:].strip()
        for rank, text in enumerate((f"Box<dyn {inner}>", f"&dyn {inner}")):
            yield near + rank * 0.5, swapped(node, text)
        holder, value = node.parent, node.parent.child_by_field_name("value") if node.parent is not None else None
        pattern = holder.child_by_field_name("pattern") if holder is not None else None
        if holder is not None and holder.type == "let_declaration" and pattern is not None:
            yield near, (Edit(pattern.end_byte, node.end_byte, ""),)
            if value is not None:
                boxed = (insert(value.start_byte, "Box::new("), insert(value.end_byte, ")"))
                yield near + 0.3, (*swapped(node, f"Box<dyn {inner}>"), *boxed)


@repairs("E0034 E0283 E0790 E0599", late=200)
def qualified_call(place: Place) -> Iterator[Proposed]:
    """`x.f()` that several traits have becomes `Trait::f(&x)`; `Trait::f()` becomes `<T as Trait>::f()` or `T::f()`."""
    traits = [(place.syntax.name(one), function) for one in place.syntax.of("trait_item")
              for function in items(one, "function_item", "function_signature_item")]  # fmt: skip
    for call in place.syntax.of("call_expression"):
        near, function = place.near(call), call.child_by_field_name("function")
        arguments = place.syntax.field(call, "arguments")[1:-1]
        if near is None or function is None or not place.codes & {"E0034", "E0790", "E0283"}:
            continue
        if function.type == "field_expression":
            value, name = place.syntax.field(function, "value"), place.syntax.field(function, "field")
            for rank, (trait, declared) in enumerate(one for one in traits if place.syntax.name(one[1]) == name):
                mark = re.match(r"&(mut )?|", receiver(place.syntax, declared))
                given = ", ".join(part for part in (f"{mark[0] if mark else ''}{value}", arguments) if part)
                yield near + rank * 0.3, swapped(call, f"{trait}::{name}({given})")
        elif function.type == "scoped_identifier":
            path, name = place.syntax.field(function, "path"), place.syntax.name(function)
            kinds = [last_name(place.syntax.field(one, "type")) for one in place.syntax.of("impl_item")
                     if last_name(place.syntax.field(one, "trait")) == path]  # fmt: skip
            for rank, kind in enumerate(dict.fromkeys(kinds)):
                yield near + rank * 0.3, swapped(function, f"<{kind} as {path}>::{name}")
            own = [trait for trait, one in traits if place.syntax.name(one) == name]
            for rank, trait in enumerate(own):
                yield near + 0.2 + rank * 0.3, swapped(function, f"<{path} as {trait}>::{name}")


@repairs("E0583 E0432 E0433", late=300)
def inline_module(place: Place) -> Iterator[Proposed]:
    """`mod name;` without its file goes, and with it what imports from it. One that has its file stays, whatever is
    wrong: without it nobody would compile what is in that file."""
    if "E0583" not in place.codes:
        return
    for node in place.syntax.of("mod_item"):
        if node.child_by_field_name("body") is None:
            name = place.syntax.name(node)
            uses = [one for one in place.syntax.of("use_declaration") if re.search(
                rf"\b{re.escape(name)}::", place.text(one))]  # fmt: skip
            gone = [_line(place, one) for one in (node, *uses)]
            yield 0.5, (gone[0],)
            if uses:
                yield 0.6, tuple(gone)


def _line(place: Place, node: Node) -> Edit:
    rest = place.data[node.end_byte :]
    return Edit(node.start_byte, node.end_byte + len(rest) - len(rest.lstrip()), "")


@repairs("E0411 E0424 E0401 E0412", late=200)
def spelt_self(place: Place) -> Iterator[Proposed]:
    """`Self` outside an impl becomes the type it stands for."""
    kinds = [place.syntax.name(one) for one in place.syntax.of("struct_item", "enum_item", "trait_item")]
    for node in place.syntax.of("type_identifier", "identifier"):
        near = place.near(node)
        if place.text(node) == "Self" and near is not None:
            for rank, kind in enumerate(kinds):
                yield near + rank * 0.3, swapped(node, kind)
