"""All sources' proposals for one program, in one queue.

Covered: rustc's suggestions, repair operators, further sources that are handed in (patterns, a model's answers); each
distinct program once, under the source that asked for the earliest place; nothing that uses forbidden constructs or
does not parse where the broken program did. Not covered: compiling (`search`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, zip_longest

from nightschool.repair.operators import OPERATORS, RepairOperator
from nightschool.repair.place import Place
from nightschool.repair.proposal import Proposal, Proposer, Step
from nightschool.repair.suggested import suggested
from nightschool.rust.forbidden import find_forbidden
from nightschool.rust.tree import parses
from nightschool.rust.tree_edits import apply_edits

ERRORS = 4
"""Errors of one program that take turns."""
STEEP = 2.0
"""Places in the queue that one unit of an operator's cost is worth."""


def by_operators(place: Place) -> Iterator[Proposal]:
    """What the operators propose, each operator's own proposals one place after the other."""
    for operator in OPERATORS.values():
        late = 0.0 if operator.codes & place.codes else operator.late
        for turn, (cost, program) in enumerate(_made(operator, place)):
            yield Proposal(program, Step("operator", operator.name, late + turn + STEEP * cost))


def _made(operator: RepairOperator, place: Place) -> list[tuple[float, str]]:
    """The distinct programs of one operator, cheapest first."""
    made: dict[str, float] = {}
    for cost, edits in operator.find(place):
        try:
            program = apply_edits(place.data, edits)
        except ValueError:  # edits that overlap belong to no program
            continue
        made[program] = min(cost, made.get(program, cost))
    made.pop(place.source, None)
    return sorted(((cost, program) for program, cost in made.items()), key=lambda one: one[0])


PROPOSERS: tuple[Proposer, ...] = (suggested, by_operators)
"""The sources that need nothing learnt."""


def propose(place: Place, proposers: Sequence[Proposer] = PROPOSERS, broken: str | None = None) -> Iterator[Proposal]:
    """Distinct proposals in the order of their costs; equal inputs give equal lists. `broken`: the first program.

    Several errors take turns, each with what would be proposed if it were the only one, so that none waits for another.
    """
    seen = {place.source}
    sound = parses(place.source)
    for proposal in _in_turns(place, proposers):
        program = proposal.program
        if program in seen:
            continue
        seen.add(program)
        if find_forbidden(program, broken or place.source) is None and (not sound or parses(program)):
            yield proposal


def _in_turns(place: Place, proposers: Sequence[Proposer]) -> Iterator[Proposal]:
    """What rustc suggests for all errors, then the first proposal for each error, the second, and so on."""
    whole = _queue(place, proposers)
    errors = list({(one.code, one.message, one.line): one for one in place.diagnostics}.values())[:ERRORS]
    if len(errors) < 2:
        yield from whole
        return
    yield from (one for one in whole if one.step.cost < 0)
    queues = [whole, *(_queue(Place(place.source, [error]), proposers) for error in errors)]
    for turn in zip_longest(*queues):
        yield from (one for one in turn if one is not None)


def _queue(place: Place, proposers: Sequence[Proposer]) -> list[Proposal]:
    turn = count()
    return [
        one for _, _, one in sorted((one.step.cost, next(turn), one) for source in proposers for one in source(place))
    ]


def only(proposals: Iterable[Proposal], *sources: str) -> list[Proposal]:
    """The proposals of these sources, for ablations."""
    return [one for one in proposals if one.step.source in sources]
