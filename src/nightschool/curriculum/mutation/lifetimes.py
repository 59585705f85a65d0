"""Operators on lifetimes: E0106, E0261, E0310, E0621, E0726, E0107."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_listed, drop_with_space, operator
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit


@operator("E0106=reference-needs-lifetime E0621=lifetime-argument-mismatch", strict=True)
def drop_reference_lifetime(syntax: Syntax) -> Iterator[Change]:
    """`&'a T` becomes `&T`."""
    for node in syntax.of("reference_type", "self_parameter"):
        if lifetime := child(node, "lifetime"):
            yield drop_with_space(syntax, lifetime)


@operator("E0261=undeclared-lifetime E0107=wrong-generic-count", strict=True)
def drop_lifetime_declaration(syntax: Syntax) -> Iterator[Change]:
    """`<'a>` is used and no longer declared."""
    for node in syntax.of("type_parameters"):
        lifetimes = [part for part in node.named_children if part.type == "lifetime_parameter"]
        for lifetime in lifetimes:
            yield (
                drop_between(node.start_byte, node.end_byte)
                if len(node.named_children) == 1
                else drop_listed(syntax, lifetime)
            )


@operator("E0726=impl-lifetime-missing E0106=reference-needs-lifetime E0107=wrong-generic-count", strict=True)
def drop_lifetime_argument(syntax: Syntax) -> Iterator[Change]:
    """`Parser<'a>` becomes `Parser`."""
    for node in syntax.of("type_arguments"):
        lifetimes = [part for part in node.named_children if part.type == "lifetime"]
        for lifetime in lifetimes:
            whole = len(node.named_children) == 1
            yield drop_between(node.start_byte, node.end_byte) if whole else drop_listed(syntax, lifetime)


@operator("E0261=undeclared-lifetime", strict=True)
def misspell_lifetime(syntax: Syntax) -> Iterator[Change]:
    """A lifetime is used under a name that is not declared."""
    for node in syntax.of("reference_type"):
        lifetime = child(node, "lifetime")
        if lifetime is not None and syntax.text(lifetime) not in {"'static", "'_"}:
            other = "'b" if syntax.text(lifetime) != "'b" else "'c"
            yield Change((Edit(lifetime.start_byte, lifetime.end_byte, other),))


@operator("E0310=static-bound-missing E0373=closure-outlives-capture E0277=bound-not-propagated", strict=True)
def drop_static(syntax: Syntax) -> Iterator[Change]:
    """`'static` goes from a bound."""
    for node in syntax.of("lifetime"):
        holder = node.parent
        if syntax.text(node) != "'static" or holder is None or holder.type not in {"trait_bounds", "bounded_type"}:
            continue
        if holder.type == "trait_bounds" and len(holder.named_children) == 1:
            yield drop_between(holder.start_byte, holder.end_byte)
            continue
        text = syntax.data
        left = re.search(rb"\s*\+\s*$", text[: node.start_byte])
        if left is not None:
            yield drop_between(left.start(), node.end_byte)


@operator("E0106=struct-reference-needs-lifetime E0261=undeclared-lifetime", strict=True)
def strip_struct_lifetime(syntax: Syntax) -> Iterator[Change]:
    """A struct that holds references has no lifetime parameter at all."""
    for struct in syntax.of("struct_item", "enum_item"):
        parameters, body = struct.child_by_field_name("type_parameters"), struct.child_by_field_name("body")
        if parameters is None or body is None or not re.fullmatch(r"<'\w+>", syntax.text(parameters)):
            continue
        marks = [
            node
            for node in syntax.of("lifetime")
            if enclosing(node, "struct_item", "enum_item") == struct
            and body.start_byte <= node.start_byte < body.end_byte
        ]
        if marks and all(node.parent is not None and node.parent.type == "reference_type" for node in marks):
            cuts = [Edit(node.start_byte, node.end_byte + 1) for node in marks]
            yield Change((Edit(parameters.start_byte, parameters.end_byte), *cuts))


@operator("E0106=reference-needs-lifetime", strict=True)
def strip_function_lifetime(syntax: Syntax) -> Iterator[Change]:
    """A function loses its lifetime parameter and every use of it."""
    for function in syntax.of("function_item"):
        parameters = function.child_by_field_name("type_parameters")
        if parameters is None or not re.fullmatch(r"<'\w+>", syntax.text(parameters)):
            continue
        name = syntax.text(parameters)[1:-1]
        inside = [
            node
            for node in syntax.of("lifetime")
            if parameters.end_byte <= node.start_byte < function.end_byte and syntax.text(node) == name
        ]
        if inside and all(node.parent is not None and node.parent.type == "reference_type" for node in inside):
            cuts = [Edit(node.start_byte, node.end_byte + 1) for node in inside]
            yield Change((Edit(parameters.start_byte, parameters.end_byte), *cuts))
