"""Operators on traits, bounds, derives and impls.

Covered: E0369, E0599, E0277 (missing bound, derive, impl), E0046, E0053, E0407, E0050, E0191, E0204, E0107,
E0782, and the types that may cross threads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_lines, drop_listed, operator, swap
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit

BOUND = "E0369=operator-needs-bound E0599=method-needs-bound E0277=bound-not-propagated"


@operator(BOUND)
def drop_bound(syntax: Syntax) -> Iterator[Change]:
    """`T: A + B` loses one bound, or all of them."""
    for node in syntax.of("trait_bounds"):
        bounds = node.named_children
        if len(bounds) == 1:
            holder = node.parent
            if holder is not None and holder.type == "where_predicate":
                yield drop_listed(syntax, holder)
            else:
                yield drop_between(node.start_byte, node.end_byte)
        for index, bound in enumerate(bounds if len(bounds) > 1 else ()):
            if index:
                yield drop_between(bounds[index - 1].end_byte, bound.end_byte)
            else:
                yield drop_between(bound.start_byte, bounds[1].start_byte)


@operator(BOUND)
def drop_where_clause(syntax: Syntax) -> Iterator[Change]:
    """A `where` clause goes as a whole."""
    for node in syntax.of("where_clause"):
        yield drop_between(node.start_byte, node.end_byte)


@operator("E0277=missing-default-derive E0599=missing-default-derive", strict=True)
def drop_default(syntax: Syntax) -> Iterator[Change]:
    """`Default` goes from a derive."""
    for node in syntax.of("attribute_item"):
        text = syntax.text(node)
        if text.startswith("#[derive(") and "Default" in text:
            kept = re.sub(r"\bDefault,\s*|,?\s*\bDefault\b", "", text)
            yield drop_lines(syntax, node) if kept == "#[derive()]" else swap(node, kept)


@operator("E0369=orphan-comparison E0599=trait-not-implemented E0277=key-needs-derive")
def drop_derive(syntax: Syntax) -> Iterator[Change]:
    """One trait goes from a `#[derive(...)]`, or the only one with its attribute."""
    for node in syntax.of("attribute_item"):
        found = re.fullmatch(r"#\[derive\((.+)\)\]", syntax.text(node), re.DOTALL)
        if not found:
            continue
        names = [name.strip() for name in found[1].split(",") if name.strip()]
        for name in names:
            kept = ", ".join(other for other in names if other != name)
            yield swap(node, f"#[derive({kept})]") if kept else drop_lines(syntax, node)


@operator("E0204=copy-derive-impossible", strict=True, weight=2)
def derive_copy(syntax: Syntax) -> Iterator[Change]:
    """`Copy` is derived on a type that owns heap data."""
    for node in syntax.of("attribute_item"):
        found = re.fullmatch(r"#\[derive\((.+)\)\]", syntax.text(node), re.DOTALL)
        if found and "Copy" not in found[1]:
            yield swap(node, f"#[derive({found[1].rstrip(', ')}, Copy)]")


@operator("E0277=display-missing", strict=True)
def drop_display(syntax: Syntax) -> Iterator[Change]:
    """The `impl Display` goes."""
    for node in syntax.of("impl_item"):
        if syntax.field(node, "trait").endswith("Display") and syntax.text(node).count("\n") <= 8:
            yield drop_lines(syntax, node)


@operator("E0277=trait-not-implemented E0599=method-needs-bound E0369=orphan-comparison")
def drop_impl(syntax: Syntax) -> Iterator[Change]:
    """A short `impl Trait for Type` goes."""
    for node in syntax.of("impl_item"):
        if node.child_by_field_name("trait") is not None and syntax.text(node).count("\n") <= 6:
            yield drop_lines(syntax, node)


@operator("E0046=trait-item-missing", strict=True)
def drop_trait_item(syntax: Syntax) -> Iterator[Change]:
    """An impl lacks a method, type or constant that the trait asks for."""
    for impl in syntax.of("impl_item"):
        body = impl.child_by_field_name("body")
        if impl.child_by_field_name("trait") is None or body is None:
            continue
        for item in body.named_children:
            if item.type in {"function_item", "type_item", "const_item"} and syntax.text(item).count("\n") <= 6:
                yield drop_lines(syntax, item)


@operator("E0407=method-not-in-trait E0046=trait-item-missing", strict=True)
def rename_trait_method(syntax: Syntax) -> Iterator[Change]:
    """An impl's method has a name that the trait does not know."""
    for impl in syntax.of("impl_item"):
        body = impl.child_by_field_name("body")
        if impl.child_by_field_name("trait") is None or body is None:
            continue
        for item in body.named_children:
            name = item.child_by_field_name("name")
            if item.type == "function_item" and name is not None:
                text = syntax.text(name)
                yield swap(name, f"{text}s" if len(text) % 2 else f"do_{text}")


@operator("E0053=trait-signature-mismatch E0050=trait-signature-mismatch E0186=trait-signature-mismatch", strict=True)
def change_signature(syntax: Syntax) -> Iterator[Change]:
    """An impl's method takes or gives another type than the trait says."""
    types = {
        "i32": "i64",
        "u32": "u64",
        "&str": "String",
        "String": "&str",
        "f64": "f32",
        "bool": "i32",
        "usize": "u32",
        "u8": "char",
    }
    for function in syntax.of("function_item"):
        impl = enclosing(function, "impl_item", "block", "function_item")
        if impl is None or impl.type != "impl_item" or impl.child_by_field_name("trait") is None:
            continue
        own = [
            node for node in syntax.of("self_parameter") if node.parent == function.child_by_field_name("parameters")
        ]
        for node in own:
            text = syntax.text(node)
            yield swap(node, {"&self": "&mut self", "&mut self": "&self", "self": "&self"}.get(text, "self"))
        for node in [*syntax.of("parameter")]:
            if node.parent == function.child_by_field_name("parameters"):
                kind = node.child_by_field_name("type")
                if kind is not None and syntax.text(kind) in types:
                    yield swap(kind, types[syntax.text(kind)])
                elif kind is not None and syntax.text(kind).startswith("&"):
                    yield drop_between(kind.start_byte, kind.start_byte + 1)
                yield drop_listed(syntax, node)
        returned = function.child_by_field_name("return_type")
        if returned is not None and syntax.text(returned) in types:
            yield swap(returned, types[syntax.text(returned)])


@operator("E0107=wrong-generic-count", strict=True)
def change_generic_count(syntax: Syntax) -> Iterator[Change]:
    """A type gets one generic argument too few or too many."""
    for node in syntax.of("type_arguments"):
        arguments = [part for part in node.named_children if part.type not in {"lifetime", "type_binding"}]
        if len(arguments) > 1:
            yield drop_listed(syntax, arguments[-1])
        elif len(arguments) == 1:
            yield drop_between(node.start_byte, node.end_byte)
            yield Change((Edit(arguments[0].end_byte, arguments[0].end_byte, f", {syntax.text(arguments[0])}"),))


@operator(
    "E0277=unsized-trait-object E0746=unsized-trait-object E0782=dyn-missing E0308=unsized-trait-object", strict=True
)
def unbox_trait_object(syntax: Syntax) -> Iterator[Change]:
    """`Box<dyn T>` or `&dyn T` becomes `dyn T`; or loses its `dyn`."""
    for node in syntax.of("generic_type"):
        inner = re.fullmatch(r"(?:Box|Rc|Arc)<(dyn [^>]+)>", syntax.text(node))
        if inner:
            yield swap(node, inner[1])
    for node in syntax.of("dynamic_type"):
        yield drop_between(node.start_byte, node.start_byte + 4)
        holder = node.parent
        if holder is not None and holder.type == "reference_type":
            yield drop_between(holder.start_byte, node.start_byte)


@operator("E0191=assoc-type-unspecified E0308=wrong-generic-count", strict=True)
def drop_associated_type(syntax: Syntax) -> Iterator[Change]:
    """`dyn Iterator<Item = T>` loses its `Item`."""
    for node in syntax.of("type_binding"):
        holder = node.parent
        if holder is not None and holder.type == "type_arguments" and len(holder.named_children) == 1:
            yield drop_between(holder.start_byte, holder.end_byte)


@operator("E0277=not-send-across-threads", strict=True)
def not_send(syntax: Syntax) -> Iterator[Change]:
    """`Arc` becomes `Rc`, or `Mutex` becomes `RefCell`, in a program that spawns threads."""
    if "spawn" not in syntax.source:
        return
    for old, new, module in (("Arc", "Rc", "rc"), ("Mutex", "RefCell", "cell")):
        names = [node for node in syntax.of("identifier", "type_identifier") if syntax.text(node) == old]
        uses = [node for node in names if enclosing(node, "use_declaration") is None]
        if uses and len(uses) <= 4:
            edits = [Edit(node.start_byte, node.end_byte, new) for node in uses]
            top = syntax.root.children[0].start_byte
            yield Change((*edits, Edit(top, top, f"use std::{module}::{new};\n")))


@operator("E0277=iterator-bound-missing", strict=True)
def loop_over_value(syntax: Syntax) -> Iterator[Change]:
    """A loop runs over what is not an iterator: a number, or a type with an `.iter()`."""
    for node in syntax.of("for_expression"):
        value = node.child_by_field_name("value")
        if value is not None and value.type == "range_expression" and len(value.named_children) == 2:
            yield swap(value, syntax.text(value.named_children[1]))
        elif value is not None and value.type == "call_expression":
            function = value.child_by_field_name("function")
            receiver = function.child_by_field_name("value") if function is not None else None
            if receiver is not None:
                yield swap(value, syntax.text(receiver))


@operator("E0616=private-field E0603=private-item E0624=private-method E0451=private-field", strict=True)
def drop_pub(syntax: Syntax) -> Iterator[Change]:
    """`pub` goes from an item or field of a module that is used from outside."""
    for node in syntax.of("visibility_modifier"):
        end = node.end_byte
        if enclosing(node, "mod_item") is not None and child(node, "pub"):
            yield drop_between(node.start_byte, end + 1)
