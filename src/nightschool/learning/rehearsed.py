"""Answers of a policy to rehearsal rows, which have no tests: what search finds and the chooser is sure of.

Covered: a choice that is sure and keeps the program (`attempts.Tried.verified`); a model's answers beside what search
found, taken if the choice among all of them is sure; a model's verified answers alone where search finds nothing.
Not covered: asking the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nightschool.learning.attempts import Tried
from nightschool.repair.chooser import Ranked
from nightschool.repair.proposal import Found, Proposal, Step
from nightschool.repair.repairer import Repairer
from nightschool.types import Program, Row, Verdict


@dataclass(frozen=True, slots=True)
class Searched:
    """What search says of one row."""

    row: Row
    found: Found | None = None
    """None where no policy searches."""
    programs: tuple[str, ...] = ()
    """The sure choice; empty if there is none."""

    @property
    def sure(self) -> bool:
        """Whether no model need be asked."""
        return bool(self.programs)


def answers_of_search(repairer: Repairer | None, rows: Sequence[Row]) -> list[Searched]:
    """Search the rows; without a repairer nothing is found."""
    if repairer is None or not rows:
        return [Searched(row) for row in rows]
    found = repairer.search([Program(row.broken, edition=row.edition) for row in rows])
    ranked = repairer.rank(found)
    return [Searched(row, one, _sure(row, each)) for row, one, each in zip(rows, found, ranked, strict=True)]


def with_answers(repairer: Repairer | None, searched: Searched, tried: Sequence[Tried]) -> tuple[str, ...]:
    """The programs that may be kept, given a model's judged answers to a row that search left open or unsure."""
    verified = tuple(dict.fromkeys(one.program for one in tried if one.verified))
    if repairer is None or searched.found is None or not searched.found.candidates or not verified:
        return verified
    proposals = [Proposal(program, Step("model", "drawn", float(n))) for n, program in enumerate(verified)]
    again = repairer.rank(repairer.add([searched.found], [proposals]))
    return _sure(searched.row, again[0])


def _sure(row: Row, ranked: Ranked) -> tuple[str, ...]:
    """The first choice, if it is sure and keeps what the program is."""
    if not ranked.candidates or not ranked.certain:
        return ()
    program = ranked.candidates[0].program
    return (program,) if Tried(row, "", 0, program, Verdict.PASSED).verified else ()
