"""A reduced pair as a lesson, in the format that `curriculum.lessons` reads.

Covered: family and pattern, by the mutation operator that makes the broken program of the fixed one, else by the code.
Not covered: tests; a lesson of an episode has none.
"""

from __future__ import annotations

from pathlib import Path

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.mutation.engine import mutants
from nightschool.curriculum.mutation.operator import OPERATORS
from nightschool.curriculum.mutation.patterns import FAMILY_OF_PATTERN, family_of_code
from nightschool.episodes.reduction.oracle import Pair
from nightschool.files import write_atomic
from nightschool.rust.canonical import normalise


def draft_of(pair: Pair, code: str, edition: str, name: str) -> Draft:
    """The pair as curriculum sees it."""
    pattern = pattern_of(pair, code)
    family = FAMILY_OF_PATTERN.get(pattern, family_of_code(code))
    place = f"{family}/{pattern}/{name}"
    return Draft("lessons", family, pattern, pair.broken, pair.fixed, None, f"{place}.rs", place, code, edition)


def pattern_of(pair: Pair, code: str) -> str:
    """That of the operator that breaks the program so; else the one that alone has this code, else the code's."""
    broken = normalise(pair.broken)
    for mutant in mutants(pair.fixed):
        if normalise(mutant.broken) == broken:
            return dict(OPERATORS[mutant.operator].outcomes).get(code, mutant.operator)
    known = {pattern for one in OPERATORS.values() for outcome, pattern in one.outcomes if outcome == code}
    return known.pop() if len(known) == 1 else f"own-{code.lower()}"


def write_lesson(folder: Path, draft: Draft) -> Path:
    """Write the lesson below a folder that `curriculum.lessons` can name; its path."""
    path = folder / draft.provenance
    head = f'---\ncode: {draft.expected_code}\nedition: "{draft.edition}"\n---\n'
    write_atomic(path, f"{head}{draft.broken}==== fixed\n{draft.fixed}==== tests\n")
    return path
