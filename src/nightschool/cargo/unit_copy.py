"""A unit ready to be compiled again: its sources copied, its errors as they were.

Covered: repeating the call unchanged first, so that candidates are judged only where that gives cargo's own error;
sources beside the package that rustc misses. Not covered: which candidates there are.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nightschool.cargo.messages import Json
from nightschool.cargo.sources import copy_package, put
from nightschool.cargo.unit import Unit
from nightschool.cargo.unit_judge import ABREAST, WALL_S, Slots
from nightschool.cargo.views import primary_file
from nightschool.cargo.where import Located
from nightschool.cargo.workspace import Workspace
from nightschool.rust.compiler import Compiler

MISSED = re.compile(r"couldn't read `([^`]+)`")
_CREATE = re.compile(r'"([^"]+\.rs)"')
TRIES = 5
"""Runs until all files that a unit reads beside its package are there."""


@dataclass(frozen=True)
class Ready:
    """A unit whose error is repeated."""

    slots: Slots
    errors: tuple[Json, ...]
    """All of the unit."""
    error: Json
    """The one that is to be repaired."""

    def holds(self, name: str) -> bool:
        """Whether rustc's `name` is a file of the unit's package."""
        return not Path(name).is_absolute() and (self.slots.copies[0] / name).is_file()

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.slots.unit


@contextmanager
def repeated(workspace: Workspace, compiler: Compiler, located: Located) -> Iterator[Ready | str]:
    """The first of the target's units that shows the error in the sandbox, or why none does. Copies end with it."""
    said = "nothing"
    with tempfile.TemporaryDirectory(prefix="nightschool-") as scratch:
        for number, call in enumerate(located.calls):
            unit = Unit(call)
            copies = [Path(scratch) / str(number) / str(n) for n in range(ABREAST)]
            for copy in copies:
                copy_package(unit.base, unit.root, copy, [one.root for one in workspace.packages], workspace.target)
            slots = Slots(compiler, unit, copies)
            errors, detail = _before(slots)
            found = next((one for one in errors if _same(one, located.error.message)), None)
            strange = [] if found is None else _strange(errors, found, located.beside)
            if found is not None and not strange:
                yield Ready(slots, errors, found)
                return
            said = (
                "; ".join(one["message"] for one in strange[:2])
                or detail
                or "; ".join(one["message"] for one in errors[:2])
                or "no error"
            )
    yield f"rustc, called as cargo calls it but in the sandbox, says something else ({said})"


def _strange(errors: Sequence[Json], found: Json, beside: Sequence[Json]) -> list[Json]:
    """Errors of the same file that cargo does not report, a variable that is missing, say: no repair could pass."""
    here = [one for one in errors if primary_file(one) == primary_file(found)]
    return [one for one in here if not any(_same(one, other) for other in beside)]


def _before(slots: Slots) -> tuple[tuple[Json, ...], str]:
    errors: tuple[Json, ...] = ()
    detail = ""
    for _ in range(TRIES):
        _, errors, detail = slots.errors({}, WALL_S)
        if not any([_supply(slots, name) for one in errors for name in _missed(one)]):
            break
    return errors, detail


def _missed(error: Json) -> list[str]:
    """Files that rustc cannot read, and those that a module may be in whose file it does not find (E0583)."""
    said = MISSED.findall(error["message"])
    if (error.get("code") or {}).get("code") == "E0583":
        said += [name for one in error["children"] for name in _CREATE.findall(one["message"])]
    return said


def _supply(slots: Slots, name: str) -> bool:
    """Copy a file that rustc misses, if it lies in the folder that the copies stand for."""
    base = slots.unit.base
    place = Path(name) if Path(name).is_absolute() else base / name
    for copy in slots.copies:
        place = base / place.relative_to(copy) if place.is_relative_to(copy) else place
    place = place.resolve()
    if not (place.is_file() and place.is_relative_to(base.resolve())):
        return False
    for copy in slots.copies:
        put(place, copy / place.relative_to(base.resolve()))
    return True


def _same(one: Json, other: Json) -> bool:
    codes = [(each.get("code") or {}).get("code") for each in (one, other)]
    return codes[0] == codes[1] and one["message"] == other["message"]
