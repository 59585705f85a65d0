"""Operators on trait objects and types without a size: boxes, references, `impl`, `dyn`, and their values.

Covered: `dyn T`, `[T]`, `str` and bare traits as types, at one place or at all, values boxed with them. Not
covered: bounds of objects and associated types (`object_types`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import disjoint, last_name
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit, method_calls

CODES = "E0277 E0308 E0746 E0782 E0038 E0191 E0562 E0605 E0282 E0658 E0373 E0666"
POINTERS = ("Box", "Rc", "Arc")
FORMS = ("Box<{}>", "&{}", "impl {}", "&mut {}")


@repairs(CODES, late=80)
def box_type(place: Place) -> Iterator[Proposed]:
    """A bare `dyn T` becomes `Box<dyn T>`, `&dyn T`, `impl T`: at one place or at all, with values boxed or not."""
    bare = [node for node in place.syntax.of("dynamic_type", "bounded_type") if _is_bare(node)]
    asked = [node for node in bare if place.near(node) is not None]
    groups = [*([one] for one in asked), bare] if len(bare) > 1 else [bare]
    for rank, group in enumerate(one for one in groups if one):
        for more, form in enumerate(FORMS):
            edits = tuple(edit for node in group for edit in _formed(place, node, form))
            if not disjoint(edits):
                continue
            yield rank * 0.2 + more * 0.6, edits
            if form[0] == "B":
                for extra, values in enumerate(_boxed_values(place, group)):
                    if disjoint([*edits, *values]):
                        yield rank * 0.2 + 0.1 + extra * 0.3, (*edits, *values)
            elif form[0] == "&":
                values = _lent_arguments(place, group)
                if values:
                    yield rank * 0.2 + more * 0.6 + 0.1, (*edits, *values)


def _is_bare(node: Node) -> bool:
    """Whether a `dyn` type stands where a sized type must."""
    parent = node.parent
    if parent is None or parent.type in (
        "bounded_type",
        "trait_bounds",
        "type_item",
        "impl_item",
        "removed_trait_bound",
    ):
        return False
    if node.type == "bounded_type" and not any(one.type == "dynamic_type" for one in node.named_children):
        return False
    holder = parent.parent if parent.type == "type_arguments" else None
    pointer = holder is not None and last_name(_head(holder)) in (
        *POINTERS,
        "RefCell",
        "Mutex",
        "RwLock",
        "Cell",
        "Weak",
    )
    return (
        parent.type not in ("reference_type", "pointer_type")
        and not pointer
        and not (parent.type == "tuple_type" and parent.parent is not None and parent.parent.type == "reference_type")
    )


def _head(node: Node) -> str:
    found = node.child_by_field_name("type")
    return found.text.decode() if found is not None and found.text is not None else ""


def _formed(place: Place, node: Node, form: str) -> tuple[Edit, ...]:
    text = place.text(node)
    if form.startswith("impl"):
        return swapped(node, re.sub(r"^dyn\b", "impl", text))
    if form.startswith("&") and node.type == "bounded_type":
        text = f"({text})"
    return swapped(node, form.format(text))


def _boxed_values(place: Place, group: list[Node]) -> Iterator[list[Edit]]:
    """Values to box with the types: returned ones, pushed ones, arguments of calls, fields of literals."""
    spots = [_returned(place, group), _elements(place, group), _arguments(place, group), _fields_given(place, group)]
    found = [[edit for node in nodes for edit in around(node, "Box::new(", ")")] for nodes in spots if nodes]
    yield from found
    if len(found) > 1:
        joined = {edit: None for edits in found for edit in edits}
        if disjoint(list(joined)):
            yield list(joined)


def _returned(place: Place, group: list[Node]) -> list[Node]:
    """Values of the functions whose return type has such a type."""
    found = []
    for node in group:
        function = enclosing(node, "function_item")
        result = function.child_by_field_name("return_type") if function is not None else None
        body = function.child_by_field_name("body") if function is not None else None
        if body is not None and result is not None and result.start_byte <= node.start_byte < result.end_byte:
            found += tails(body)
    return [one for one in dict.fromkeys(found) if not _is_wrapped(place, one)]


def _is_wrapped(place: Place, node: Node) -> bool:
    return bool(re.match(r"(Box|Rc|Arc)::|None$|Err\(|return\b|panic!|vec!", place.text(node)))


def tails(node: Node | None) -> list[Node]:
    """Values of a block: its tail, or those of the branches that are its tail."""
    if node is None:
        return []
    if node.type in ("block", "else_clause", "unsafe_block"):
        last = node.named_children[-1] if node.named_children else None
        if last is not None and last.type == "expression_statement" and last.named_children:
            inner = last.named_children[0]
            last = inner if inner.type in ("match_expression", "if_expression", "return_expression") else None
        return tails(last)
    if node.type == "if_expression":
        branches = [node.child_by_field_name(name) for name in ("consequence", "alternative")]
        return [one for branch in branches for one in tails(branch)]
    if node.type == "match_expression":
        body = node.child_by_field_name("body")
        arms = [one.child_by_field_name("value") for one in (body.named_children if body is not None else ())]
        return [one for arm in arms for one in tails(arm)]
    if node.type == "return_expression":
        return tails(node.named_children[0]) if node.named_children else []
    return [] if node.type in ("let_declaration", "line_comment", "macro_definition", "empty_statement") else [node]


def _elements(place: Place, group: list[Node]) -> list[Node]:
    """What is pushed, inserted or listed where the file has a collection of the type."""
    if not any(enclosing(node, "generic_type") is not None for node in group):
        return []
    found = []
    for call, _, _ in method_calls(place.syntax, "push", "insert", "push_back"):
        arguments = call.child_by_field_name("arguments")
        found += arguments.named_children[-1:] if arguments is not None else []
    return [
        one
        for one in found
        if not _is_wrapped(place, one) and one.type in ("struct_expression", "call_expression", "identifier")
    ]


def _arguments(place: Place, group: list[Node]) -> list[Node]:
    """Arguments of calls of the functions that have a parameter of the type."""
    return [one for one in _given(place, group) if not _is_wrapped(place, one)]


def _given(place: Place, group: list[Node]) -> Iterator[Node]:
    for node in group:
        parameter = enclosing(node, "parameter")
        function = enclosing(node, "function_item", "function_signature_item")
        listed = function.child_by_field_name("parameters") if function is not None else None
        if parameter is None or function is None or listed is None or parameter.parent != listed:
            continue
        all_own = [one for one in listed.named_children if one.type == "parameter"]
        index = all_own.index(parameter) if parameter in all_own else 0
        for call in place.syntax.of("call_expression"):
            name = place.syntax.field(call, "function").split("::")[-1].split(".")[-1]
            arguments = call.child_by_field_name("arguments")
            if name == place.syntax.name(function) and arguments is not None and len(arguments.named_children) > index:
                yield arguments.named_children[index]


def _lent_arguments(place: Place, group: list[Node]) -> list[Edit]:
    """`&` before arguments of the functions whose parameter becomes a reference."""
    return [insert(one.start_byte, "&") for one in _given(place, group) if one.type != "reference_expression"]


def _fields_given(place: Place, group: list[Node]) -> list[Node]:
    """Values of the fields that have the type, in literals."""
    names = {place.syntax.name(one) for node in group if (one := enclosing(node, "field_declaration")) is not None}
    found = [one.child_by_field_name("value") for one in place.syntax.of("field_initializer")
             if place.syntax.field(one, "field") in names]  # fmt: skip
    return [one for one in found if one is not None and not _is_wrapped(place, one)]


@repairs("E0277 E0308 E0605 E0271", late=80)
def box_values(place: Place) -> Iterator[Proposed]:
    """Values are boxed where a `Box<dyn T>` is there already: in `vec![]`, in branches, pushed, returned."""
    boxed = [node for node in place.syntax.of("generic_type") if last_name(_head(node)) in POINTERS]
    inner = [one for node in boxed for one in place.syntax.of("dynamic_type", "bounded_type")
             if node.start_byte < one.start_byte < node.end_byte]  # fmt: skip
    if not inner:
        return
    for rank, edits in enumerate(_boxed_values(place, inner)):
        yield 0.3 + rank * 0.4, tuple(edits)
    for macro in place.syntax.of("macro_invocation"):
        text = place.text(macro)
        found = re.fullmatch(r"vec!\[(.*?),?\s*\]", text, re.DOTALL)
        if found and place.near(macro) is not None:
            parts = _listed(found[1])
            for more, form in enumerate(("Box::new({})", "Box::new({}) as Box<dyn _>")):
                new = [part if part.startswith("Box::") else form.format(part) for part in parts]
                yield 0.2 + more * 2, swapped(macro, f"vec![{', '.join(new)}]")


def _listed(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, mark in enumerate(text):
        depth += (mark in "([{") - (mark in ")]}")
        if mark == "," and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    return [part for part in (*parts, text[start:].strip()) if part]
