"""Operators on patterns that disagree with what they are matched with.

Covered: Strings, references, Options and chars as scrutinees, wrappers put around or taken off patterns, elements too
many or missing in variants and tuples, `ref`, `..`. Not covered: cases left out (`matching`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import split_top, variants
from nightschool.repair.operators.mismatch_facts import form, mismatches
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.value_positions import arms
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

SCRUTINEES = (
    ("", ".as_str()"), ("", ".as_deref()"), ("*", ""), ("&", ""), ("", ".as_ref()"), ("", ".as_slice()"), ("", "?"),
    ("&*", ""), ("", ".ok()"), ("", ".next()"), ("", ".clone()"), ("Some(", ")"), ("", ".unwrap_or_default()"),
    ("", ".chars().next()"), ("", ".get(0)"), ("", ".to_string().as_str()"), ("", ".len()"), ("", ".cloned()"),
    ("", ".copied()"), ("", ".borrow().as_str()"), ("", ".unwrap()"), ("", ".as_mut()"), ("", ".as_bytes()"),
    ("", ".trim()"), ("", ".first()"), ("", ".iter().next()"), ("", ".as_deref().unwrap_or_default()"),
)  # fmt: skip
_HOLDERS = ("match_expression", "let_condition", "let_declaration", "for_expression")
_PATTERNS = re.compile(r".*_pattern$|.*_literal$|identifier|scoped_identifier")


def matched(place: Place) -> list[tuple[int, Node, list[Node]]]:
    """(cost, scrutinee, patterns) of matches and conditions in whose patterns rustc names a point."""
    found = []
    for node in place.syntax.of(*_HOLDERS):
        value = node.child_by_field_name("value")
        inner = [arm.child_by_field_name("pattern") for arm in arms(node)] if node.type == "match_expression" else []
        patterns = [one for one in inner or [node.child_by_field_name("pattern")] if one is not None]
        points = [c for p, c in place.points.items() for one in patterns if one.start_byte <= p < one.end_byte]
        if value is not None and points:
            found.append((min(points), value, [_bare(one) for one in patterns]))
    return sorted(found, key=lambda one: (one[0], one[1].start_byte))


def _bare(pattern: Node) -> Node:
    """A pattern without its guard."""
    inner = pattern.named_children
    return inner[0] if pattern.type == "match_pattern" and inner else pattern


@repairs("E0308 E0529 E0277 E0023 E0026", late=40)
def scrutinee(place: Place) -> Iterator[Proposed]:
    """What is matched in a form that its patterns fit: `.as_str()`, `.as_deref()`, `*`, `&`, `?` and the like."""
    for cost, value, _ in matched(place):
        for turn, (before, after) in enumerate(SCRUTINEES):
            yield cost + turn * 0.3, form(value, before, after)
        inner = value.child_by_field_name("value") if value.type == "reference_expression" else None
        if inner is not None:
            yield cost, (Edit(value.start_byte, inner.start_byte),)
        for part in value.named_children if value.type == "tuple_expression" else ():
            for turn, after in enumerate((".as_str()", ".as_deref()", ".as_ref()")):
                yield cost + 0.5 + turn * 0.4, (insert(part.end_byte, after),)
            yield cost + 1, (insert(part.start_byte, "&"),)


@repairs("E0308 E0529", late=40)
def pattern_wrapped(place: Place) -> Iterator[Proposed]:
    """A pattern in `Some`, `Ok`, `Err` or behind `&`, or without them; all patterns of a match together."""
    for cost, _, patterns in matched(place):
        named = [p for p in patterns if any(p.start_byte <= at < p.end_byte for at in place.points)]
        rest = [
            p for p in patterns if place.text(p) not in ("_", "None") and not re.fullmatch(r"[a-z_]\w*", place.text(p))
        ]
        for number, group in enumerate([*([one] for one in named), named, rest]):
            for more, edits in _repatterned(place, group):
                yield cost + more + number * 0.1, edits


def _repatterned(place: Place, group: list[Node]) -> Iterator[Proposed]:
    for turn, wrap in enumerate(("Some(", "Ok(", "Err(", "&")):
        bare = [one for one in group if not place.text(one).startswith((wrap, "None"))]
        yield turn * 0.4, tuple(edit for one in bare for edit in _put(one, wrap))
    taken = [
        (one, found[1])
        for one in group
        if (found := re.fullmatch(r"(?:Some|Ok|Err)\((.*)\)", place.text(one), re.DOTALL))
    ]
    yield 0.5, tuple(edit for one, text in taken for edit in swapped(one, text))
    loose = [one for one in group if place.text(one).startswith("&")]
    yield 0.2, tuple(Edit(one.start_byte, one.start_byte + 1) for one in loose)


def _put(node: Node, wrap: str) -> tuple[Edit, ...]:
    if node.type == "or_pattern" and wrap == "&":
        return insert(node.start_byte, "&("), insert(node.end_byte, ")")
    return (insert(node.start_byte, wrap), insert(node.end_byte, ")" if wrap.endswith("(") else ""))


@repairs("E0308", late=40)
def inner_pattern(place: Place) -> Iterator[Proposed]:
    """The very pattern rustc names: `&p`, without `&`, a name bound by `ref`, in `Some`, or as a guard."""
    for one in mismatches(place):
        node = place.syntax.root.descendant_for_byte_range(one.at, one.at + 1)
        while (
            node is not None
            and node.parent is not None
            and node.parent.start_byte == one.at
            and _PATTERNS.match(node.parent.type)
        ):
            node = node.parent
        if (
            node is None
            or enclosing(
                node,
                "match_arm",
                "let_condition",
                "parameters",
                "closure_parameters",
                "for_expression",
                "let_declaration",
            )
            is None
        ):
            continue
        cost = place.points.get(one.at, 1)
        text = place.text(node)
        yield cost + 0.2, swapped(node, f"&{text}")
        yield cost + 0.6, swapped(node, f"Some({text})")
        yield cost + 0.7, swapped(node, f"Ok({text})")
        yield cost + 0.4, swapped(node, text.lstrip("&")) if text.startswith("&") else ()
        yield from ((cost + 0.5, edits) for edits in _guarded(place, node))


def _guarded(place: Place, node: Node) -> Iterator[tuple[Edit, ...]]:
    """A literal pattern as a guard: `Some("a")` becomes `Some(text) if text == "a"`."""
    arm = enclosing(node, "match_arm")
    pattern = arm.child_by_field_name("pattern") if arm is not None else None
    if pattern is not None and node.type.endswith("_literal") and pattern.child_by_field_name("condition") is None:
        yield Edit(node.start_byte, node.end_byte, "text"), insert(pattern.end_byte, f" if text == {place.text(node)}")


@repairs("E0023 E0026 E0027 E0029 E0308 E0532 E0769 E0164", late=60)
def pattern_elements(place: Place) -> Iterator[Proposed]:
    """Elements of a variant's or tuple's pattern taken out or put in; `..`; the variant's own shape."""
    for node in place.syntax.of("tuple_struct_pattern", "tuple_pattern", "struct_pattern", "scoped_identifier"):
        cost = place.near(node)
        if cost is None or not (
            node.type.endswith("pattern") or enclosing(node, "match_pattern", "let_condition") is not None
        ):
            continue
        head = place.text(node.child_by_field_name("type")) or (
            place.text(node) if node.type == "scoped_identifier" else ""
        )
        yield from ((cost + more, swapped(node, text)) for more, text in _shapes(place, head, place.text(node)))


def _shapes(place: Place, head: str, text: str) -> Iterator[tuple[float, str]]:
    name = head.split("::")[-1]
    known = [v for item in place.syntax.of("enum_item", "struct_item") for v in variants(place, item) if v.name == name]
    body = re.fullmatch(r"([\w:]*)\s*([({])(.*)[)}]", text, re.DOTALL)
    parts = split_top(body[3]) if body else []
    for one in known[:1]:
        names = [*parts, *("_" for _ in one.fields)][: len(one.fields)]
        if one.shape == "(":
            yield 0, f"{head}({', '.join(names)})"
            yield 0.5, f"{head}(..)"
        elif one.shape == "{":
            own = {field.name for field in one.fields}
            yield 0, f"{head} {{ {', '.join([p for p in parts if re.split(r'[: ]', p)[0] in own] + ['..'])} }}"
            yield 0.3, f"{head} {{ {', '.join(field.name for field in one.fields)} }}"
            if body and body[2] == "(" and len(parts) == len(one.fields):
                yield 0, one.call(head, {f.name: p for f, p in zip(one.fields, parts, strict=True)})
        else:
            yield 0, head
    if body:
        opening, closing = body[2], {"(": ")", "{": "}"}[body[2]]
        for turn, new in enumerate(
            [
                [*parts, ".."],
                [*parts, "_"],
                ["_", *parts],
                *([p for n, p in enumerate(parts) if n != k] for k in range(len(parts))),
            ]
        ):
            space = " " if opening == "{" else ""
            yield 0.6 + turn * 0.2, f"{body[1]}{space}{opening}{space}{', '.join(new)}{space}{closing}"
