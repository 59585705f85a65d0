"""Operators on moves: a clone before a closure, a loop or a statement; loops by reference; taking out of a place.

Covered: `let x = x.clone();` where it shadows for what follows or in a block around a closure, loops over references,
copies and indices, `take`, `replace` and their like. Not covered: clones at the very place of the move (`references`),
the order of statements (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, generic_args, plain, variants
from nightschool.repair.operators.ownership_facts import (
    LOOPS,
    bindings,
    binds,
    fresh,
    is_changed,
    labelled,
    outer_statements,
    statements,
    uses,
    within,
)
from nightschool.repair.operators.register import Proposed, around, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

COPY = (".clone()", ".to_string()", ".to_vec()")
"""Ways to copy; `.to_owned()` does what one of these does."""


def moved_names(place: Place) -> list[str]:
    """Quoted names that the file binds, the first quoted first."""
    known = {place.text(node) for node in place.syntax.of("identifier")}
    return [text for text in place.quoted if text in place.names and text in known]


def copies(place: Place, name: str) -> tuple[str, ...]:
    """Ways to copy a name, `Arc::clone` where the file shows that it is counted."""
    for owner in ("Arc", "Rc"):
        if re.search(rf"\b{name}\b\s*(?::|=)\s*(?:&\s*)?(?:std::(?:sync|rc)::)?{owner}\b", place.source):
            return (f"{owner}::clone(&{name})",)
    return tuple(name + call for call in COPY)


@repairs("E0382 E0373 E0505 E0507 E0521 E0502 E0597 E0499 E0506", late=40)
def clone_around_closure(place: Place) -> Iterator[Proposed]:
    """`move || x` becomes `{ let x = x.clone(); move || x }`, or the `let` comes before the statement."""
    for node in place.syntax.of("closure_expression", "async_block"):
        cost = place.near(node)
        if cost is None:
            continue
        for turn, name in enumerate(_captured(place, node)):
            for late, copy in enumerate(copies(place, name)):
                text = f"let {name} = {copy};"
                mark = "" if place.text(node).startswith("move") else "move "
                for far, holder in enumerate(_where_known(place, name, node)):
                    line = f"{text}\n{place.syntax.indent(holder)}"
                    yield cost + turn + late + far, (insert(holder.start_byte, line),)
                    if mark and node.type == "closure_expression":
                        at = (insert(holder.start_byte, line), insert(node.start_byte, mark))
                        yield cost + turn + late + far + 0.2, at
                yield cost + turn + late + 0.4, around(node, f"{{ {text} {mark * (node.type != 'async_block')}", " }")


def _where_known(place: Place, name: str, node: Node) -> list[Node]:
    """The two innermost statements around a closure before which a name is known."""
    held = list(outer_statements(node.parent))[:2]
    return [one for one in held if name in {local.name for local in locals_at(place, one.start_byte)}]


def _captured(place: Place, node: Node) -> list[str]:
    """Names that a closure uses, those that rustc quotes first; plain numbers need no copy of their own."""
    inside = {place.text(one) for one in place.syntax.of("identifier") if within(one, node) and not binds(one)}
    quoted = [name for name in place.quoted if name in inside]
    known = [local for local in locals_at(place, node.start_byte) if local.name in inside]
    plain_ones = {local.name for local in known if NUMBER.fullmatch(local.type) or local.type in ("bool", "char")}
    named = dict.fromkeys([*quoted, *(local.name for local in known)])
    return [name for name in named if name not in plain_ones][:4]


@repairs("E0373 E0382 E0507 E0505 E0499 E0502", late=40)
def borrow_before_closure(place: Place) -> Iterator[Proposed]:
    """`let x = &x;` before the statement of a closure, which then moves the reference."""
    for node in place.syntax.of("closure_expression"):
        cost = place.near(node)
        if cost is None:
            continue
        for name in _captured(place, node)[:2]:
            holder = next(outer_statements(node), None)
            if holder is not None:
                line = insert(holder.start_byte, f"let {name} = &{name};\n{place.syntax.indent(holder)}")
                yield cost + 0.5, (line,)
                if not place.text(node).startswith("move"):
                    yield cost, (line, insert(node.start_byte, "move "))


@repairs("E0382 E0505 E0507 E0521 E0506 E0502", late=40)
def clone_before_statement(place: Place) -> Iterator[Proposed]:
    """`let x = x.clone();` at the start of a loop's body or before the statement that moves it."""
    for turn, name in enumerate(moved_names(place)[:3]):
        for offset, node in labelled(place, "moved", "escapes", "requires that", ""):
            if not place.points.get(offset, 9) < 3:
                continue
            loop = enclosing(node, *LOOPS)
            body = loop.child_by_field_name("body") if loop is not None else None
            first = statements(body)[:1] if body is not None else []
            for late, holder in ((0.0, first), (0.3, list(outer_statements(node))[:1])):
                for copy in copies(place, name)[:3] if holder else ():
                    line = f"let {name} = {copy};\n{place.syntax.indent(holder[0])}"
                    yield turn + late + copies(place, name).index(copy), (insert(holder[0].start_byte, line),)


LOOPED = (
    ("&{0}", 0.0), ("&mut {0}", 0.6), ("{0}.clone()", 0.5), ("{0}.iter()", 0.8), ("{0}", 0.8), ("{0}.iter_mut()", 1.2),
    ("{0}.drain(..)", 1.2), ("std::mem::take(&mut {0})", 1.0), ("{0}.to_vec()", 1.6), ("{0}.iter().copied()", 1.4),
    ("{0}.iter().cloned()", 1.5), ("{0}.iter().enumerate()", 9.0),
    ("{0}.iter().cloned().collect::<Vec<_>>()", 1.8), ("{0}.into_iter()", 2.0),
)  # fmt: skip


@repairs("E0382 E0507 E0502 E0499 E0505 E0596 E0594 E0308 E0716 E0597 E0277", late=40)
def loop_over(place: Place) -> Iterator[Proposed]:
    """`for a in b` goes over `&b`, `&mut b`, a clone, a copy or what it drains."""
    for loop in place.syntax.of("for_expression"):
        value = loop.child_by_field_name("value")
        cost = place.near(value) if value is not None else None
        if value is None or (cost is None and not place.touches(loop)):
            continue
        text = place.text(value)
        base = re.sub(r"^&(mut )?|\.(iter|iter_mut|into_iter|drain)\([.]*\)$", "", text)
        for form, late in LOOPED:
            if form.format(base) != text and re.fullmatch(r"[\w.\[\]]+", base):
                yield (2 if cost is None else cost) + late, swapped(value, form.format(base))


@repairs("E0502 E0499 E0506 E0382 E0505", late=60)
def loop_over_indices(place: Place) -> Iterator[Proposed]:
    """`for a in &b` becomes `for i in 0..b.len()` with `b[i]` for `a`, or with `let a = b[i].clone();`."""
    for loop in place.syntax.of("for_expression"):
        value, pattern, body = (loop.child_by_field_name(part) for part in ("value", "pattern", "body"))
        if value is None or pattern is None or body is None or not place.touches(loop):
            continue
        base = re.sub(r"^&(mut )?|\.(iter|iter_mut|into_iter)\(\)$", "", place.text(value))
        if pattern.type != "identifier" or not re.fullmatch(r"[\w.]+", base):
            continue
        index = fresh(place, "i", "at", "index", "k", "position")
        head = Edit(pattern.start_byte, value.end_byte, f"{index} in 0..{base}.len()")
        found = uses(place, place.text(pattern), body)
        yield 1, (head, *(edit for node in found for edit in _indexed(place, node, f"{base}[{index}]")))
        first = next(iter(statements(body)), None)
        if first is not None:
            pad = place.syntax.indent(first)
            for late, call in ((1.2, ".clone()"), (1.5, "")):
                line = f"let {place.text(pattern)} = {base}[{index}]{call};\n{pad}"
                yield late, (head, insert(first.start_byte, line))


def _indexed(place: Place, node: Node, text: str) -> tuple[Edit, ...]:
    """A name becomes an index expression; a star before it goes."""
    parent = node.parent
    if parent is not None and parent.type == "unary_expression" and place.text(parent)[:1] == "*":
        return swapped(parent, text)
    return swapped(node, text)


OPTION_CALLS = (".as_ref()", ".take()", ".as_mut()", ".as_deref()", ".as_deref_mut()")
COLLECTIONS = frozenset({"String", "Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "BinaryHeap"})


@repairs("E0507 E0508 E0509 E0505 E0382 E0502 E0499", late=40)
def take_out(place: Place) -> Iterator[Proposed]:
    """`x` becomes `x.take()`, `x.as_ref()`, `std::mem::take(&mut x)` and the like, by its type as far as it shows."""
    for cost, node in place.values:
        parent = node.parent
        whole = parent is None or parent.type != "field_expression" or node.type != "identifier"
        if node.type in TAKEN and whole and not is_changed(node) and "\n" not in place.text(node):
            yield from ((cost + late, edits) for late, edits in _taken(place, node))


TAKEN = ("field_expression", "index_expression", "identifier", "unary_expression")


def _taken(place: Place, node: Node) -> Iterator[Proposed]:
    text = place.text(node)
    kind = generic_args(plain(type_of(place, node)))[0]
    if kind not in COLLECTIONS:
        for turn, call in enumerate(OPTION_CALLS):
            yield turn / 3, (insert(node.end_byte, call),)
    if kind != "Option":
        yield 1.0, (insert(node.end_byte, ".iter()"),)
        for late, given in ((0.3, _place_text(node, text)), (1.3, f"&mut {text}")):
            yield late, swapped(node, f"std::mem::take({given})")
        for turn, value in enumerate(_instead(place, kind)):
            yield 0.5 + turn / 3, swapped(node, f"std::mem::replace({_place_text(node, text)}, {value})")


def _place_text(node: Node, text: str) -> str:
    """What `take` and `replace` get for a value: `&mut self.x` for `self.x`, `x` for `*x` and for a name."""
    if node.type == "unary_expression":
        return text.lstrip("*")
    return text if node.type == "identifier" else f"&mut {text}"


def _instead(place: Place, kind: str) -> list[str]:
    """What may stand in a value's place when it is taken out: a variant without fields."""
    item = place.item(kind, "enum_item")
    return [f"{kind}::{one.name}" for one in variants(place, item) if not one.fields][:3] if item is not None else []


@repairs("E0507 E0382 E0508", late=50)
def match_on_reference(place: Place) -> Iterator[Proposed]:
    """`match x`, `if let .. = x` and `while let .. = x` look at `&x`, `&mut x` or `x.as_ref()`; patterns say `ref`."""
    for node in place.syntax.of("match_expression", "let_condition", "let_declaration"):
        value = node.child_by_field_name("value")
        cost = place.near(node)
        if (
            value is None
            or cost is None
            or (node.type == "let_declaration" and not node.child_by_field_name("pattern"))
        ):
            continue
        star = value.type == "unary_expression" and place.text(value).startswith("*")
        if star:
            yield cost, (Edit(value.start_byte, value.start_byte + 1, ""),)
        if value.type != "reference_expression":
            for late, mark in enumerate(("&", "&mut ")):
                yield cost + late * 0.6, (insert(value.start_byte, mark),)
            for late, call in enumerate((".as_ref()", ".as_mut()", ".clone()", ".take()", ".as_deref()")):
                yield cost + 0.3 + late * 0.4, (insert(value.end_byte, call),)
    for _, node in labelled(place, "data moved here", "value moved here", "move occurs", "moved here"):
        if node.type == "identifier" and bindings(place, place.text(node), node.start_byte)[:1] == [node]:
            yield 0.5, (insert(node.start_byte, "ref "),)
            yield 1.5, (insert(node.start_byte, "ref mut "),)
