"""Proposals from rustc's own suggestions: each alone, alternatives joined, and several of one run together.

Covered: suggestions of every applicability, those marked as having placeholders but holding none too; several parts at
one place as alternatives and together, as rustc's JSON does not tell them apart; all machine-applicable ones of a run,
and the first of every diagnostic. Not covered: whether they are right; rustc's are often not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nightschool.repair.place import Place
from nightschool.repair.proposal import Proposal, Step
from nightschool.rust.suggestions import apply_suggestion
from nightschool.types import Diagnostic, Replacement, Suggestion

RANK = {"MachineApplicable": 0, "MaybeIncorrect": 1, "Unspecified": 2, "HasPlaceholders": 3}
EARLY = -10.0
"""Cost of the first: suggestions come before all operators."""
_CLONE = re.compile(r"<.+ as Clone>::clone\(&")
_PLACEHOLDER = re.compile(r"/\*.*?\*/|\btodo!|\bunimplemented!|<[a-z]+ here>|\.\.\.")


def suggested(place: Place) -> Iterator[Proposal]:
    """Every distinct program that rustc's suggestions make, together first, then alone."""
    seen = {place.source}
    for cost, (name, suggestion) in enumerate(_readings(place.diagnostics)):
        program = apply_suggestion(place.source, suggestion)
        if program is not None and program not in seen:
            seen.add(program)
            yield Proposal(program, Step("rustc", name, EARLY + cost / 4))


def _plain(suggestion: Suggestion) -> Suggestion:
    """`<T as Clone>::clone(&x)` as `x.clone()`: operators propose that, and an edit counts once."""
    parts = suggestion.replacements
    if len(parts) != 2 or not _CLONE.fullmatch(parts[0].text) or parts[1].text != ")":
        return suggestion
    return replace(suggestion, replacements=(replace(parts[0], text=""), replace(parts[1], text=".clone()")))


def _readings(diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[str, Suggestion]]:
    usable = [[s for s in map(_plain, diagnostic.suggestions) if not _has_placeholder(s)] for diagnostic in diagnostics]
    every = [suggestion for found in usable for suggestion in found]
    machine = [s for s in every if s.applicability == "MachineApplicable"]
    firsts = [found[0] for found in usable if found]
    for name, group in (("together", machine), ("firsts", firsts)):
        if len(group) > 1:
            yield name, _joined(group)
    for suggestion in sorted(every, key=lambda one: RANK.get(one.applicability, 3)):
        yield suggestion.applicability, suggestion
    for found in usable:
        for _, alternatives in groupby(found, key=lambda one: one.message):
            if len(parts := list(alternatives)) > 1:
                yield "joined", _joined(parts)


def _joined(group: Sequence[Suggestion]) -> Suggestion:
    """All parts as one suggestion, each distinct part once, those at one place in rustc's order.

    Two errors that each ask for a bound on one parameter both insert `: Bound`; the second becomes `+ Bound`.
    """
    parts: list[Replacement] = []
    bound: set[int] = set()
    for part in dict.fromkeys(part for suggestion in group for part in suggestion.replacements):
        if part.start == part.end and part.text.startswith(": "):
            part = replace(part, text=f" + {part.text[2:]}") if part.start in bound else part
            bound.add(part.start)
        parts.append(part)
    return Suggestion(group[0].message, tuple(parts), group[0].applicability)


def _has_placeholder(suggestion: Suggestion) -> bool:
    return any(_PLACEHOLDER.search(part.text) for part in suggestion.replacements)
