"""Operators on denied lints: results that must be used, what nothing uses, old spellings.

Covered: unused results, variables, assignments, items, `mut`, unreachable statements, names' style, lifetimes that are
hidden in paths. Not covered: turning a lint off, unused imports (`imports`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

MUST_USE = ("?;", ".unwrap();", '.expect("must not fail");', ".unwrap_or_default();", ".ok();")
REMOVABLE = ("unreachable statement", "unreachable expression", "never read", "unused variable", "unreachable pattern")
"""Words of messages by which a statement or arm may go; rustc names no code for a lint."""


@repairs("none", late=300)
def use_result(place: Place) -> Iterator[Proposed]:
    """A result that is dropped: `?`, `let _ =`, unwrapped, the tail, assigned, handled."""
    for node in place.syntax.of("expression_statement") if "must be used" in place.message else ():
        near, value = place.near(node), node.named_children[0] if node.named_children else None
        if near is None or value is None or not place.text(node).endswith(";"):
            continue
        end, text = value.end_byte, place.text(value)
        fallible = generic_args(return_type(place, place.function_at(node.start_byte)))[0] in ("Result", "Option")
        result = "Result" in place.message
        for rank, more in enumerate(MUST_USE):
            late = 0.0 if result and (more != "?;" or fallible) else 2.0
            yield near + late + rank * 0.5, (Edit(end, node.end_byte, more),)
        yield near + 0.6, (insert(node.start_byte, "let _ = "),)
        if node.next_named_sibling is None and fallible:
            yield near + 0.3, (Edit(end, node.end_byte, ""),)
        follower = node.next_named_sibling
        if (
            follower is not None
            and follower.next_named_sibling is None
            and re.fullmatch(r"Ok\(\(\)\)", place.text(follower))
        ):
            yield near + 0.4, (Edit(end, follower.end_byte, ""),)
        target = re.match(r"[a-z_][\w.]*(?=\.\w+\()", text)
        if target is not None:
            yield near + 0.2 + 0.8 * result, (insert(node.start_byte, f"{target[0]} = "),)
        if "closures" in place.message or "iterator" in place.message:
            yield near + 0.1, (insert(end, ".for_each(drop)"),)
            yield near, tuple(_each(place, value))
        if result:
            body = f'if let Err(error) = {text} {{ eprintln!("{{error}}"); }}'
            yield near + 1.5, swapped(node, body)


def _each(place: Place, value: Node) -> Iterator[Edit]:
    """The last `map` of a lazy chain becomes `for_each`."""
    function = value.child_by_field_name("function")
    name = function.child_by_field_name("field") if function is not None else None
    if name is not None and place.text(name) == "map":
        yield Edit(name.start_byte, name.end_byte, "for_each")


@repairs("none", late=300)
def drop_unused(place: Place) -> Iterator[Proposed]:
    """A statement, variable, `mut`, arm or item that is of no use goes, or its name gets an underscore."""
    for node in place.syntax.of("let_declaration", "expression_statement", "match_arm"):
        near = place.near(node)
        if near is not None and any(words in place.message for words in REMOVABLE):
            yield near + 1, (_gone(place, node),)
    for node in place.syntax.of("mutable_specifier"):
        near = place.near(node)
        if near is not None and "does not need to be mutable" in place.message:
            yield near, (Edit(node.start_byte, node.end_byte + 1, ""),)
    for node in place.syntax.of("identifier", "shorthand_field_identifier"):
        near, name = place.near(node), place.text(node)
        if near is None or name not in place.names or "unused variable" not in place.message:
            continue
        if node.type == "shorthand_field_identifier":
            yield near, swapped(node, f"{name}: _")
        else:
            yield near, swapped(node, f"_{name}")
    if "never read" in place.message:
        yield from _without_first_value(place)


def _without_first_value(place: Place) -> Iterator[Proposed]:
    """`let mut x = v;` whose value is never read becomes `let x;`."""
    for node in place.syntax.of("let_declaration"):
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        before = node.child_by_field_name("type") or pattern
        if pattern is not None and value is not None and before is not None and place.text(pattern) in place.names:
            mark = child(node, "mutable_specifier")
            tail = Edit(before.end_byte, value.end_byte, "")
            yield 0.4, (tail,)
            if mark is not None:
                yield 0.2, (Edit(mark.start_byte, mark.end_byte + 1, ""), tail)


def _gone(place: Place, node: Node) -> Edit:
    rest = place.data[node.end_byte :]
    return Edit(node.start_byte, node.end_byte + len(rest) - len(rest.lstrip()), "")


@repairs("none", late=300)
def use_item(place: Place) -> Iterator[Proposed]:
    """An item that nothing uses becomes `pub`, or goes."""
    kinds = (
        "function_item",
        "struct_item",
        "enum_item",
        "const_item",
        "static_item",
        "field_declaration",
        "enum_variant",
        "type_item",
    )
    for node in place.syntax.of(*kinds) if "never" in place.message else ():
        near = place.near(node)
        if near is None or place.syntax.name(node) not in place.names or child(node, "visibility_modifier") is not None:
            continue
        if node.type != "enum_variant":
            yield near, (insert(node.start_byte, "pub "),)
        yield near + 1, (_gone(place, node),)


@repairs("none", late=300)
def shown_lifetime(place: Place) -> Iterator[Proposed]:
    """A type whose lifetime is hidden shows it: `Fields` becomes `Fields<'_>` or the lifetime of the inputs."""
    if "lifetime" not in place.message or ("confusing" not in place.message and "hidden" not in place.message):
        return
    known = list(dict.fromkeys(place.text(one) for one in place.syntax.of("lifetime_parameter")))
    for node in place.syntax.of("type_identifier", "generic_type"):
        near, function = place.near(node), enclosing(node, "function_item", "function_signature_item")
        inner = node.parent is not None and node.parent.type == "generic_type"
        if near is None or function is None or inner or "'" in place.text(node):
            continue
        arguments = child(node, "type_arguments")
        for rank, text in enumerate(("'_", *known)):
            at, shown = (
                (arguments.start_byte + 1, f"{text}, ") if arguments is not None else (node.end_byte, f"<{text}>")
            )
            yield near + rank * 0.5, (insert(at, shown),)
    for node in place.syntax.of("reference_type"):
        near = place.near(node)
        for rank, one in enumerate(known if near is not None and child(node, "lifetime") is None else ()):
            yield (near or 0) + 0.6 + rank * 0.4, (insert(node.start_byte + 1, f"{one} "),)


@repairs("none", late=300)
def styled_name(place: Place) -> Iterator[Proposed]:
    """A name is written in its kind's style, at every place."""
    for name in sorted(place.names) if " case name" in place.message else ():
        nodes = [
            one
            for one in place.syntax.of("identifier", "type_identifier", "field_identifier")
            if place.text(one) == name
        ]
        words = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+", name)
        if not nodes or not words:
            continue
        for rank, text in enumerate(_styles(words, place)):
            yield rank * 0.5, tuple(Edit(one.start_byte, one.end_byte, text) for one in nodes)


def _styles(words: list[str], place: Place) -> list[str]:
    snake, camel = "_".join(words).lower(), "".join(word.capitalize() for word in words)
    if "camel case" in place.message:
        return [camel]
    return [snake.upper()] if "upper case" in place.message else [snake]
