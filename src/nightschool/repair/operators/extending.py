"""Operators on several values put in where one fits: `push` of an iterator, a list or a character's other cases.

Covered: `extend` in place of `push`, `push_back`, `insert`; a string's character where an Option is made of it. Not
covered: the element that was meant (`lookups`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.mismatch_facts import mismatches
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import method_calls

SEVERAL = re.compile(
    r"(?:\w+::)*(?:To(?:Low|Upp)ercase|Vec<.*|VecDeque<.*|HashSet<.*|BTreeSet<.*|\w*Iter<.*|Chars<.*|Map<.*|Filter<.*"
    r"|Rev<.*|Range(?:Inclusive)?<.*|Option<.*|Box<\[.*)|&?\[.*"
)


@repairs("E0308", late=300)
def extend_for_push(place: Place) -> Iterator[Proposed]:
    """`text.push(c.to_lowercase())` becomes `text.extend(c.to_lowercase())`."""
    several = {one.at for one in mismatches(place) if SEVERAL.match(one.found)}
    for call, _, _ in method_calls(place.syntax, "push", "push_back", "insert") if several else ():
        function, listed = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        name = function.child_by_field_name("field") if function is not None else None
        given = listed.named_children if listed is not None else []
        if name is not None and len(given) == 1 and given[0].start_byte in several:
            yield 0.0, swapped(name, "extend")


@repairs("E0277", late=300)
def character_or_none(place: Place) -> Iterator[Proposed]:
    """`Some(text[0])` becomes `text.chars().next()`."""
    if "cannot be indexed by" not in place.message or "`str`" not in place.message:
        return
    for node in place.syntax.of("index_expression"):
        listed, parts = node.parent, node.named_children
        call = listed.parent if listed is not None and listed.type == "arguments" else None
        if (
            call is None
            or place.near(node) is None
            or len(parts) != 2
            or place.syntax.field(call, "function") != "Some"
        ):
            continue
        index = place.text(parts[1])
        if listed is not None and len(listed.named_children) == 1:
            step = "next()" if index == "0" else f"nth({index})"
            yield 0.0, swapped(call, f"{place.text(parts[0])}.chars().{step}")
