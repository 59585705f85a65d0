"""Operators on cells of plain numbers that several threads share: atomics.

Covered: `Cell<u32>` becomes `AtomicU32` with what reads and writes it, and `Rc` becomes `Arc`, in the whole file. Not
covered: locks (`threads`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.operators.threads import CROSSES, INNER, difference, renamed, without_import
from nightschool.repair.place import Place

CELL = re.compile(r"\b(?:std::cell::|cell::)?Cell<(bool|[iu](?:8|16|32|64|size))>")
HELD = re.compile(
    r"\b(\w+)\s*:\s*(?:&\s*)?(?:(?:\w+::)*(?:Rc|Arc)<)?(?:\w+::)*Cell<|let (\w+) = (?:\w+::new\()*Cell::new\("
)
ORDER = "std::sync::atomic::Ordering::SeqCst"


@repairs("E0277", late=200)
def atomic_cell(place: Place) -> Iterator[Proposed]:
    """`Cell<u32>` becomes `AtomicU32`: `x.set(x.get() + 1)` is `x.fetch_add(1, ..)`, `x.get()` is `x.load(..)`."""
    kinds = set(CELL.findall(place.source)) or set(CELL.findall(place.message))
    if len(kinds) != 1 or not CROSSES.search(place.message):
        return
    atomic = f"std::sync::atomic::Atomic{kinds.pop().capitalize()}"
    text = without_import(CELL.sub(atomic, place.source), "Cell")
    text = re.sub(r"\b(?:std::cell::|cell::)?Cell::new\(", f"{atomic}::new(", text)
    for name in dict.fromkeys(one or other for one, other in HELD.findall(place.source)):
        text = _used(text, name)
    yield 0.1, difference(place, renamed(text, "Rc", "Arc"))


def _used(text: str, name: str) -> str:
    """The program with all that is done to a cell of that name done to an atomic."""
    at = rf"((?:\w+\.)*\b{re.escape(name)})"
    for mark, call in (("+", "fetch_add"), ("-", "fetch_sub")):
        text = re.sub(rf"{at}\.set\(\1\.get\(\) \{mark} ({INNER})\)", rf"\1.{call}(\2, {ORDER})", text)
    text = re.sub(rf"{at}\.replace\(({INNER})\)", rf"\1.swap(\2, {ORDER})", text)
    text = re.sub(rf"{at}\.set\(({INNER})\)", rf"\1.store(\2, {ORDER})", text)
    return re.sub(rf"{at}\.get\(\)", rf"\1.load({ORDER})", text)
