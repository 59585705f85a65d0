"""Which repair a row teaches: the compiler's own suggestion where that is verified, else the row's.

Most errors have many right repairs (`to_owned`, `to_string`, `into`, `String::from`), and a model of a few
hundred rows cannot learn which one its teacher happened to draw. rustc's suggestion stands in the prompt and is
the same every time, so where it compiles and passes the row's tests it is what the row teaches.
Covered: rows with tests only (without, "compiles" would say little); the first suggestion that passes.
Not covered: changing the corpus; coverage and leakage are measured on the rows as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from nightschool.rust.line_edits import apply_edits
from nightschool.rust.rendering import suggested_edits
from nightschool.types import Judgement, Program, Row, Verdict


class Tests(Protocol):
    """The part of the judge that is used."""

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program, PASSED meaning that it compiles and passes its tests."""


def prefer_suggestions(rows: Sequence[Row], judge: Tests) -> list[Row]:
    """The rows, each with its first verified suggestion as `fixed` if it has one."""
    asked: list[tuple[int, Program]] = []
    for index, row in enumerate(rows):
        edits = suggested_edits(row.diagnostic) if row.tests else []
        programs = filter(None, (apply_edits(row.broken, one) for one in edits))
        asked += [(index, Program(program, row.tests, row.broken, row.edition)) for program in programs]
    taught: dict[int, str] = {}
    for (index, program), judgement in zip(asked, judge.judge([p for _, p in asked]), strict=True):
        if judgement.verdict is Verdict.PASSED:
            taught.setdefault(index, program.source)
    return [replace(row, fixed=taught.get(index, row.fixed)) for index, row in enumerate(rows)]
