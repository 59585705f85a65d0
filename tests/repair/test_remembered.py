"""Searches kept on disk: known ones are not made again, and what cannot be read is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from nightschool.repair import Candidate, Found, Step
from nightschool.repair.remembered import Searches
from nightschool.types import Judgement, Program, Stage, Verdict

PROGRAM = Program("fn a( {}")
BEFORE = Judgement(Verdict.NOT_COMPILED)
STAGES = (Stage("diagnose", 0.25, 1), Stage("compile", 1.5, 7))
CANDIDATE = Candidate("fn a() {}", (Step("rustc", "MachineApplicable", -10.0),), 0, 1)


class Asked:
    """A judge and a search that count their questions."""

    def __init__(self) -> None:
        self.searched = 0

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        return [BEFORE for _ in programs]

    def search(self, programs: Sequence[Program]) -> list[Found]:
        self.searched += len(programs)
        return [Found(program, BEFORE, (CANDIDATE,), 7, STAGES) for program in programs]


def test_a_search_is_made_once(tmp_path: Path) -> None:
    asked = Asked()
    first, second = (Searches(tmp_path).found(asked, [PROGRAM], asked.search) for _ in range(2))
    assert first == second == [Found(PROGRAM, BEFORE, (CANDIDATE,), 7)]
    assert [one.stages for one in (*first, *second)] == [STAGES, STAGES]  # as long as it took when it was made
    assert asked.searched == 1


@pytest.mark.parametrize("answer", [None, 5, [], [[], "many"], [[{"program": "x"}], 1], "cut"])
def test_what_cannot_be_read_is_searched_again(tmp_path: Path, answer: object) -> None:
    """A line cut in two, and lines that are JSON but no search."""
    asked = Asked()
    path = Searches(tmp_path).path
    Searches(tmp_path).found(asked, [PROGRAM], asked.search)
    line = path.read_text().strip()
    path.write_text(line[:60] if answer == "cut" else json.dumps([json.loads(line)[0], answer]))
    assert Searches(tmp_path).found(asked, [PROGRAM], asked.search)[0].candidates == (CANDIDATE,)
    assert asked.searched == 2
