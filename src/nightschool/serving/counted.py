"""A judge that says how far a search is.

Covered: proposals compiled and how many of them compile, told from another thread. Not covered: judging; that is the
warm judge's, of which this is a second hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nightschool.rust.judge import Judge
from nightschool.types import Judgement, Program, Verdict


class CountedJudge(Judge):
    """Counts what one search screens."""

    def __init__(self, judge: Judge) -> None:
        """`judge` keeps compiler, sandbox and cache; nothing is opened anew."""
        vars(self).update(vars(judge))
        self.tried = self.compiling = 0

    def screen(
        self,
        programs: Sequence[Program],
        diagnose: Sequence[bool] | bool = True,
        progress: Callable[[int], None] | None = None,
    ) -> list[Judgement]:
        """As the judge does it."""

        def counted(done: int) -> None:
            self.tried += done
            if progress:
                progress(done)

        found = super().screen(programs, diagnose, counted)
        self.compiling += sum(one.verdict is Verdict.PASSED for one in found)
        return found
