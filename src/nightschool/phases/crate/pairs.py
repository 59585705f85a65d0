"""Repairs that need two files at once: a change of one that moves the error to the other, or lets rustc say more of it.

Such a change comes from the searches of single files, which tried it and found that it is not enough. The other file is
then searched with it in place, as a single one is. Covered: an item that is private there and not imported here, a
signature and its calls, a trait's method and its impl. Not covered: three files; two packages; two changes of the first
file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.cargo.defined import defining
from nightschool.cargo.messages import Json
from nightschool.cargo.unit_copy import Ready
from nightschool.cargo.views import keys, pointed_at, primary_file, seen_from
from nightschool.phases.crate.choice import First, Part, Searcher

if TYPE_CHECKING:
    from nightschool.repair.proposal import Step

FIRSTS = 4
"""Changes that are gone on from, those first that leave the fewest errors and were proposed early."""
COMPILES = 15
"""Most proposals compiled for the other file after each."""
LATE = 100.0
"""Places in the queue of proposals that count as one error more."""
PROPOSED = 100
"""Single changes of a file that are looked through."""


def pairs(searcher: Searcher, parts: Sequence[Part], editable: Callable[[Path], bool]) -> Iterator[Part]:
    """Searches of other files, one after each promising change, until one leaves the unit without an error."""
    ready = searcher.ready
    onward = [one for part in parts for one in _onward(ready, part)]
    onward.sort(key=lambda one: one[0])
    for _, first, other in islice(_editable(ready, onward, editable), FIRSTS):
        if searcher.clock.over():
            return
        part = searcher.searched(other, COMPILES, first)
        yield part
        if any(not one.left for one in part.choices()):
            return


def _editable(
    ready: Ready, onward: Sequence[tuple[float, First, str]], editable: Callable[[Path], bool]
) -> Iterator[tuple[float, First, str]]:
    return (one for one in onward if ready.holds(one[2]) and editable(ready.unit.base / one[2]))


def _onward(ready: Ready, part: Part) -> Iterator[tuple[float, First, str]]:
    """Changes of a file that was searched which did not repair it by themselves, how good they are, and where next."""
    failed = part.judge.failed
    for program, step in _single(part):
        errors = failed.get(program)
        if errors is None:
            continue
        left = _moved(ready, part.judge.file, errors)
        for rank, other in enumerate(_others(ready, part.judge.file, left)):
            yield len(left) + rank + step.cost / LATE, First(part.judge.file, part.text, program, step), other


def _single(part: Part) -> Iterator[tuple[str, Step]]:
    """Single changes as the search proposed them, each with who did."""
    from nightschool.repair.place import Place
    from nightschool.repair.propose import propose

    place = Place(part.text.plain, part.found.before.diagnostics)
    return ((one.program, one.step) for one in islice(propose(place), PROPOSED))


def _moved(ready: Ready, file: str, errors: Sequence[Json]) -> list[Json]:
    """What is left to repair; nothing if the change was no gain."""
    focus, before = primary_file(ready.error), keys(ready.errors)
    new = keys(errors) - before
    left = [one for one in errors if primary_file(one) in (focus, file) or _key(one) in new]
    if any(one.get("code") is None for one in left):
        return []  # of syntax, which hides the rest
    if _key(ready.error) in keys(errors) and (file == focus or _alike(ready, errors)):
        return []
    return left


def _others(ready: Ready, file: str, left: Sequence[Json]) -> list[str]:
    """Files in one of which what is left may be repaired: each lies in it, points to it or names what it has."""
    copy = ready.slots.copies[0]
    places = [dict.fromkeys((primary_file(one), *pointed_at(one), *defining(one, copy))) for one in left]
    return [one for one in places[0] if one != file and all(one in other for other in places)] if places else []


def _alike(ready: Ready, errors: Sequence[Json]) -> bool:
    """Whether rustc says the same of the file where the search began, suggestions and notes included."""
    focus = primary_file(ready.error)
    return seen_from(errors, focus) == seen_from(ready.errors, focus)


def _key(error: Json) -> object:
    return next(iter(Counter(keys([error]))))
