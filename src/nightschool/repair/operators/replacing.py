"""Operators that take a value out of its place and leave another one there.

Covered: `std::mem::replace` where the place is assigned right after, elements removed from a list or map, a collection
that a loop over it takes and puts back. Not covered: `take` and `replace` at the place alone (`moving`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import functions
from nightschool.repair.operators.ownership_facts import cut, fresh, statement, statements
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place


@repairs("E0506 E0507 E0505 E0382", late=120)
def replace_at_once(place: Place) -> Iterator[Proposed]:
    """`let old = &self.x; self.x = new;` becomes `let old = std::mem::replace(&mut self.x, new);`."""
    for node in place.syntax.of("assignment_expression"):
        left, right, held = place.syntax.field(node, "left"), place.syntax.field(node, "right"), statement(node)
        if held is None or held.parent is None or not place.touches(held.parent) or "." not in left:
            continue
        block = statements(held.parent)
        for at, first in enumerate(block[: block.index(held)] if held in block else []):
            value = first.child_by_field_name("value")
            between = block[at + 1 : block.index(held)]
            if first.type != "let_declaration" or value is None or place.text(value).lstrip("&") != left:
                continue
            name = place.syntax.field(first, "pattern")
            if not re.search(rf"\b{re.escape(name)}\b", right) and not any(left in place.text(one) for one in between):
                text = f"std::mem::replace(&mut {left.lstrip('*')}, {right})"
                yield 0.3, (*swapped(value, text), cut(place, held))


@repairs("E0507 E0508", late=150)
def remove_element(place: Place) -> Iterator[Proposed]:
    """`let x = v[i];` becomes `let x = v.remove(i);` or `v.swap_remove(i)`; of a map, `m.remove(k).unwrap()`."""
    for node in place.syntax.of("index_expression"):
        parts = node.named_children
        if len(parts) != 2 or place.near(node) is None or (node.parent is not None and node.parent.type in _HOLDS):
            continue
        base, index = (place.text(part) for part in parts)
        for turn, form in enumerate(("{}.remove({})", "{}.swap_remove({})", "{}.remove({}).unwrap()")):
            if ".." not in index:
                yield 0.6 + turn * 0.4, swapped(node, form.format(base, index))


_HOLDS = ("field_expression", "reference_expression", "index_expression", "assignment_expression")


@repairs("E0502 E0499 E0506", late=150)
def take_and_put_back(place: Place) -> Iterator[Proposed]:
    """`for x in &self.xs { self.f(x) }` goes over `xs`, which is taken out before and put back after it."""
    for loop in place.syntax.of("for_expression"):
        value, body, held = loop.child_by_field_name("value"), loop.child_by_field_name("body"), statement(loop)
        found = re.fullmatch(r"(&(?:mut )?)(self\.\w+)|(self\.\w+)(\.iter(?:_mut)?\(\))", place.text(value))
        if value is None or body is None or held is None or found is None or not place.touches(loop):
            continue
        base, text = found[2] or found[3], place.text(body)
        if re.search(r"\?[;.,)]|\breturn\b", text) or base in text or _reads(place, text, base):
            continue
        name = fresh(place, base.split(".")[-1], f"own_{base.split('.')[-1]}")
        mut = "mut " if "mut" in (found[1] or found[4]) else ""
        pad = place.syntax.indent(held)
        before = insert(held.start_byte, f"let {mut}{name} = std::mem::take(&mut {base});\n{pad}")
        goes = swapped(value, f"{found[1] or ''}{name}{found[4] or ''}")
        yield 0.8, (before, *goes, insert(held.end_byte, f"\n{pad}{base} = {name};"))


def _reads(place: Place, text: str, base: str) -> bool:
    """Whether a method that is called on `self` in a text uses a field, so that it must not be empty."""
    called = set(re.findall(r"\bself\.(\w+)\(", text))
    return any(base in place.text(one) for name in called for one in functions(place, name))
