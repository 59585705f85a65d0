"""Operators on receivers that several threads share: one behind a lock.

Covered: `Arc<Receiver<T>>` becomes `Arc<Mutex<Receiver<T>>>`, with its values and what is received. Not covered: cells
and counted references (`threads`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, around, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

RECEIVES = ("recv", "try_recv", "recv_timeout")
SHARED = re.compile(r"\bArc<((?:\w+::)*Receiver<(?:[^<>]|<[^<>]*>)*>)>")


@repairs("E0277", late=200)
def lock_receiver(place: Place) -> Iterator[Proposed]:
    """`Arc::new(receiver)` becomes `Arc::new(Mutex::new(receiver))`, and `.recv()` goes through the lock."""
    if not re.search(r"Receiver<[^`]*` cannot be shared between threads", place.message):
        return
    mutex, edits = _mutex(place)
    values = [call.child_by_field_name("arguments") for call in place.syntax.of("call_expression")
              if re.fullmatch(r"(?:std::sync::)?Arc::new", place.syntax.field(call, "function"))]  # fmt: skip
    given = [one for listed in values if listed is not None for one in listed.named_children[:1]]
    received = [value for _, value, _ in method_calls(place.syntax, *RECEIVES)]
    locks = [insert(value.end_byte, ".lock().unwrap()") for value in received]
    types = [edit for found in SHARED.finditer(place.source) for edit in _locked(place, found, mutex)]
    for rank, chosen in enumerate([[one] for one in given] if len(given) > 1 else [given]):
        wrapped = [edit for one in chosen for edit in around(one, f"{mutex}::new(", ")")]
        if wrapped and locks:
            yield rank * 0.3, (*edits, *types, *wrapped, *locks)


def _locked(place: Place, found: re.Match[str], mutex: str) -> tuple[Edit, Edit]:
    """The type of a shared receiver behind a lock."""
    start, end = (len(place.source[: found.start(1)].encode()), len(place.source[: found.end(1)].encode()))
    return insert(start, f"{mutex}<"), insert(end, ">")


def _mutex(place: Place) -> tuple[str, tuple[Edit, ...]]:
    """How the program names a `Mutex`, and the edit that imports it beside other names of `std::sync`."""
    if re.search(r"^use std::[^;]*\bMutex\b", place.source, re.M):
        return "Mutex", ()
    grouped = re.search(r"^use std::sync::\{(?:Arc, )?", place.source, re.M)
    if grouped is None:
        return "std::sync::Mutex", ()
    return "Mutex", (insert(len(place.source[: grouped.end()].encode()), "Mutex, "),)
