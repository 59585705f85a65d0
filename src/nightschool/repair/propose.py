"""All sources' proposals for one program, in one queue.

Covered: rustc's suggestions, repair operators, further sources that are handed in (patterns, a model's answers); each
distinct program once, under the source that asked for the earliest place; nothing that does not parse where the broken
program did, and nothing pointless. Not covered: compiling, and forbidden constructs in what compiles (`search`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from heapq import merge
from itertools import takewhile, tee, zip_longest

from nightschool.repair.operators import OPERATORS, RepairOperator
from nightschool.repair.place import Place
from nightschool.repair.pointless import pointless
from nightschool.repair.proposal import Proposal, Proposer, Step
from nightschool.repair.suggested import suggested
from nightschool.rust.tree import parses
from nightschool.rust.tree_edits import Edit, apply_edits

ERRORS = 4
"""Errors of one program that take turns."""
STEEP = 2.0
"""Places in the queue that one unit of an operator's cost is worth."""


def by_operators(place: Place) -> Iterator[Proposal]:
    """What the operators propose, cheapest first; each operator's own proposals one place after the other."""
    return merge(*(_by(operator, place) for operator in OPERATORS.values()), key=_cost)


def _by(operator: RepairOperator, place: Place) -> Iterator[Proposal]:
    late = 0.0 if operator.codes & place.codes else operator.late
    for turn, (cost, edits) in enumerate(_made(operator, place)):
        yield Proposal(apply_edits(place.data, edits), Step("operator", operator.name, late + turn + STEEP * cost))


def _made(operator: RepairOperator, place: Place) -> list[tuple[float, tuple[Edit, ...]]]:
    """The edits that make the distinct programs of one operator, cheapest first.

    Of the programs only digests are held: a long file has thousands of them, each as long as the file.
    """
    made: dict[bytes, tuple[float, tuple[Edit, ...]]] = {}
    for cost, edits in operator.find(place):
        try:
            key = _digest(apply_edits(place.data, edits))
        except ValueError:  # edits that overlap belong to no program
            continue
        made[key] = min((cost, edits), made.get(key, (cost, edits)), key=lambda one: one[0])
    made.pop(_digest(place.source), None)
    return sorted(made.values(), key=lambda one: one[0])


def _digest(program: str) -> bytes:
    return blake2b(program.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _cost(proposal: Proposal) -> float:
    return proposal.step.cost


PROPOSERS: tuple[Proposer, ...] = (suggested, by_operators)
"""The sources that need nothing learnt."""


def propose(place: Place, proposers: Sequence[Proposer] = PROPOSERS) -> Iterator[Proposal]:
    """Distinct proposals in the order of their costs; equal inputs give equal lists.

    Several errors take turns, each with what would be proposed if it were the only one, so that none waits for another.
    """
    seen = {place.source}
    sound = parses(place.source)
    for proposal in _in_turns(place, proposers):
        program = proposal.program
        if program in seen:
            continue
        seen.add(program)
        if not pointless(place.source, program) and (not sound or parses(program)):
            yield proposal


def _in_turns(place: Place, proposers: Sequence[Proposer]) -> Iterator[Proposal]:
    """What rustc suggests for all errors, then the first proposal for each error, the second, and so on."""
    whole, again = tee(_queue(place, proposers))
    errors = list({(one.code, one.message, one.line): one for one in place.diagnostics}.values())[:ERRORS]
    if len(errors) < 2:
        yield from whole
        return
    yield from takewhile(lambda one: one.step.cost < 0, whole)
    queues = [again, *(_queue(Place(place.source, [error]), proposers) for error in errors)]
    for turn in zip_longest(*queues):
        yield from (one for one in turn if one is not None)


def _queue(place: Place, proposers: Sequence[Proposer]) -> Iterator[Proposal]:
    """All in the order of their costs, each made when it is asked for."""
    return merge(*(source(place) for source in proposers), key=_cost)
