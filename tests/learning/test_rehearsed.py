"""A policy's answers to rehearsal rows: search where the chooser is sure, the model where it is not."""

from collections.abc import Sequence
from typing import Any

import pytest

from nightschool.learning.attempts import Tried
from nightschool.learning.rehearsed import answers_of_search, with_answers
from nightschool.repair.chooser import Ranked
from nightschool.repair.proposal import Candidate, Found, Proposal, Step
from nightschool.types import Judgement, Program, Row, Verdict

BROKEN = "pub fn f(v: &[i32]) -> i32 { let n = 0; v.iter().for_each(|x| n += x); n }"
FIXED = BROKEN.replace("let n", "let mut n")
EMPTIED = "pub fn g() {}"
ROW = Row("r", "synthesised", "f", "p", "E0596", BROKEN, "", "error", "ssr", "g")


def candidate(program: str, order: int = 0, source: Any = "operator") -> Candidate:
    return Candidate(program, (Step(source, "toy", 0.0),), order, 1)


class ScriptedRepairer:
    """Finds `programs`; the first candidate is chosen, and it is sure if it is one of `sure`."""

    def __init__(self, programs: Sequence[str], sure: Sequence[str]) -> None:
        self.programs, self.sure = programs, sure

    def search(self, programs: Sequence[Program]) -> list[Found]:
        found = tuple(candidate(text, n) for n, text in enumerate(self.programs))
        return [Found(program, Judgement(Verdict.NOT_COMPILED), found, 9) for program in programs]

    def rank(self, found: Sequence[Found]) -> list[Ranked]:
        return [self._ranked(one) for one in found]

    def _ranked(self, found: Found) -> Ranked:
        certain = bool(found.candidates) and found.candidates[0].program in self.sure
        return Ranked(found.candidates, (0.0,) * len(found.candidates), float(certain), certain)

    def add(self, found: Sequence[Found], proposals: Sequence[Sequence[Proposal]]) -> list[Found]:
        """What is proposed stands before what was found."""
        return [
            Found(one.program, one.before, (*(candidate(p.program) for p in more), *one.candidates), one.compiles)
            for one, more in zip(found, proposals, strict=True)
        ]


def answers(programs: Sequence[str], sure: Sequence[str], said: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """What is kept, and whether the model need not be asked."""
    repairer: Any = ScriptedRepairer(programs, sure)
    (searched,) = answers_of_search(repairer, [ROW])
    tried = [Tried(ROW, "text", 3, program, Verdict.PASSED) for program in said]
    return (searched.programs if searched.sure else with_answers(repairer, searched, tried)), searched.sure


@pytest.mark.parametrize(
    ("found", "sure", "said", "kept", "searched"),
    [
        ([FIXED], [FIXED], [], (FIXED,), True),
        ([FIXED], [], [], (), False),  # unsure, and the model says nothing
        ([EMPTIED], [EMPTIED], [], (), False),  # sure of what is no longer the program
        ([EMPTIED], [FIXED], [FIXED], (FIXED,), False),  # the model's answer makes the choice sure
        ([EMPTIED], [], [FIXED], (), False),  # it does not
        ([], [], [FIXED, FIXED], (FIXED,), False),  # search left it open: a verified answer is all there is
        ([], [], [EMPTIED], (), False),
    ],
)
def test_search_answers_what_it_is_sure_of_and_the_model_the_rest(
    found: list[str], sure: list[str], said: list[str], kept: tuple[str, ...], searched: bool
) -> None:
    assert answers(found, sure, said) == (kept, searched)


def test_without_a_policy_the_model_answers_alone() -> None:
    (searched,) = answers_of_search(None, [ROW])
    assert not searched.sure
    assert with_answers(None, searched, [Tried(ROW, "text", 3, FIXED, Verdict.PASSED)]) == (FIXED,)
