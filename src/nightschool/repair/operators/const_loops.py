"""Operators on `for` in a `const fn`, whose iterators cannot be asked there: a `while` with a counter.

Covered: ranges with both ends, and slices and arrays by reference or by value; all loops that rustc names at once,
nested ones too, and `continue` in them. Not covered: other iterators, ranges counted down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.ownership_facts import within
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

NAMES = ("at", "index", "turn", "step", "round", "position", "place")
ELEMENTS = re.compile(r"(?P<lent>&)?\s*(?P<all>[\w.]+?)(?P<iter>\.iter\(\))?(?P<copied>\.copied\(\))?")


@repairs("E0015 E0658", late=200)
def while_for_const(place: Place) -> Iterator[Proposed]:
    """`for x in 0..n { .. }` in a `const fn` becomes `let mut x = 0; while x < n { .. x += 1; }`."""
    if "`for`" not in place.message:
        return
    named = [one for one in place.syntax.of("for_expression") if place.touches(one) and _in_constant(place, one)]
    counters = dict(zip((one.start_byte for one in named if _needs_name(place, one)), _free(place), strict=False))
    made = [_counted(place, one, counters.get(one.start_byte, "")) for one in named]
    if made and all(made):
        yield 0.0, tuple(edit for edits in made for edit in edits)


def _in_constant(place: Place, loop: Node) -> bool:
    """Whether a loop runs while compiling: in a `const fn`, or in the value of a constant."""
    holder = enclosing(loop, "function_item", "const_item", "static_item", "closure_expression")
    if holder is None or holder.type != "function_item":
        return holder is not None and holder.type != "closure_expression"
    return bool(re.match(r"(?:pub(?:\([^)]*\))?\s+)?const\b", place.text(holder)))


def _needs_name(place: Place, loop: Node) -> bool:
    """Whether a loop's own name cannot count."""
    value, body = loop.child_by_field_name("value"), loop.child_by_field_name("body")
    plain = re.fullmatch(r"(mut )?[a-z]\w*", place.syntax.field(loop, "pattern"))
    return plain is None or value is None or value.type != "range_expression" or _goes_on(place, body)


def _free(place: Place) -> list[str]:
    """Names that the file does not use."""
    return [name for name in NAMES if not re.search(rf"\b{name}\b", place.source)]


def _counted(place: Place, loop: Node, free: str) -> tuple[Edit, ...]:
    """The loop's head, and the step at the end of its body or, where something goes on early, at its start."""
    value, body = loop.child_by_field_name("value"), loop.child_by_field_name("body")
    pattern = place.syntax.field(loop, "pattern")
    counter = _counter(place, value, pattern, free) if value is not None else None
    if body is None or counter is None:
        return ()
    name, start, test, taken = counter
    pad = place.syntax.indent(loop)
    label = next((f"{place.text(one)}: " for one in loop.children if one.type == "label"), "")
    first = [taken] if taken else []
    if early := _goes_on(place, body):
        kept = [] if taken or pattern == "_" else [f"let {pattern} = {name};"]
        first = [*kept, *first, f"{name} += 1;"]
        if kept and not free:
            return ()
    head = f"let mut {name} = {start};\n{pad}{label}while {test} {{"
    head += "".join(f"\n{pad}    {line}" for line in first)
    edits = (Edit(loop.start_byte, body.start_byte + 1, head),)
    return edits if early else (*edits, *_stepped(place, body, f"{name} += 1;", pad))


def _stepped(place: Place, body: Node, line: str, pad: str) -> tuple[Edit, ...]:
    """A last statement of a body; what stands last gets its semicolon."""
    inner = [one for one in body.named_children if one.type not in ("line_comment", "block_comment")]
    if not inner:
        return (Edit(body.start_byte + 1, body.end_byte - 1, f" {line} "),)
    last = inner[-1]
    closed = place.text(last).endswith((";", "}"))
    return (Edit(last.end_byte, last.end_byte, f"{'' if closed else ';'}\n{pad}    {line}"),)


def _counter(place: Place, value: Node, pattern: str, free: str) -> tuple[str, str, str, str] | None:
    """(name, first value, test, statement that takes an element) of a loop over a range or over elements."""
    early = value.parent is not None and _goes_on(place, value.parent.child_by_field_name("body"))
    if value.type == "parenthesized_expression" and value.named_children:
        value = value.named_children[0]
    if value.type == "range_expression":
        ends = [place.text(one) for one in value.named_children]
        name = pattern.removeprefix("mut ") if re.fullmatch(r"(mut )?[a-z]\w*", pattern) and not early else free
        if len(ends) != 2 or not name or not re.fullmatch(r"_|(mut )?[a-z_]\w*", pattern):
            return None
        return name, ends[0], f"{name} {'<=' if '..=' in place.text(value) else '<'} {ends[1]}", ""
    found = ELEMENTS.fullmatch(place.text(value))
    if found is None or not free:
        return None
    mark = "&" if (found["lent"] or found["iter"]) and not found["copied"] else ""
    lent = "&" if mark and not pattern.startswith("&") else ""
    return free, "0", f"{free} < {found['all']}.len()", f"let {pattern.lstrip('&')} = {lent}{found['all']}[{free}];"


def _goes_on(place: Place, body: Node | None) -> bool:
    """Whether something in a body leaves for the next round."""
    return body is not None and any(within(one, body) for one in place.syntax.of("continue_expression"))
