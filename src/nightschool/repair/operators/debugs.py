"""Operators that write a `Debug` by hand where a derive says too much or cannot be.

Covered: structs with named fields of which some are secret by name, or have no `Debug` of their own. Not covered:
derives (`derives`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import Field, fields
from nightschool.repair.operators.impl_facts import STANDARD
from nightschool.repair.operators.item_facts import after, generics, has_impl, named_items
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place

SECRET = re.compile(r"(?:.*_)?(token|secret|password|passphrase|pass|key|pin|credentials?|private)(?:_.*)?")
CLOSED = re.compile(r"\b(?:dyn|impl|fn|Fn|FnMut|FnOnce)\b")
"""Types without a `Debug`."""


@repairs("E0277 E0599", late=150)
def implement_debug(place: Place) -> Iterator[Proposed]:
    """`impl Debug` that leaves out or masks the fields that are secret or cannot be shown."""
    for near, item in named_items(place, "struct_item") if "Debug" in place.message else ():
        kind, own = place.syntax.name(item), [one for one in fields(place, item) if not one.name.isdigit()]
        hidden = [one for one in own if SECRET.fullmatch(one.name) or CLOSED.search(one.type)]
        if near or not hidden or has_impl(place.syntax, "Debug", kind):
            continue
        before, arguments = generics(place.syntax, item)
        for rank, body in enumerate(_bodies(place, kind, own, hidden)):
            head = f"impl{before} std::fmt::Debug for {kind}{arguments}"
            text = f"{head} {{\n    {STANDARD['fmt']} {{\n        {body}\n    }}\n}}"
            yield 0.2 + rank * 0.4, (insert(*after(place, item, text)),)


def _bodies(place: Place, kind: str, own: list[Field], hidden: list[Field]) -> Iterator[str]:
    """The other fields alone; with a mask that comments quote; with a usual one."""
    shown = {one.name: f'.field("{one.name}", &self.{one.name})' for one in own if one not in hidden}
    start = f'f.debug_struct("{kind}")'
    yield f"{start}{''.join(shown.values())}.finish_non_exhaustive()"
    comments = "\n".join(place.text(node) for node in place.syntax.of("line_comment", "block_comment"))
    said = re.findall(r'["`]([^"`\n{}\\\w]{2,12}|<\w+>|\[\w+\])["`]', comments)
    for mask in dict.fromkeys([*said[:2], "***"]):
        parts = [shown.get(one.name, f'.field("{one.name}", &"{mask}")') for one in own]
        yield f"{start}{''.join(parts)}.finish()"
