"""`/fix`: one file repaired by the version that is served, as `nightschool fix` does it.

Covered: budgets, the record that the command's JSON is made of, how far a search is. Not covered: packages; cargo reads
the developer's files, so that is done where they are.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.phases.repair import SECONDS, repair
from nightschool.phases.rust_file import MAX_BYTES
from nightschool.repair.search import Clock
from nightschool.serving.asked import AskedFix
from nightschool.serving.counted import CountedJudge
from nightschool.serving.refusal import RefusedError
from nightschool.serving.version import Version


@dataclass
class Fixing:
    """One repair under way."""

    version: Version
    asked: AskedFix
    most_s: float
    """Longest search, in seconds."""

    def __post_init__(self) -> None:
        size = len(self.asked.text.encode("utf-8", "surrogatepass"))
        if size > MAX_BYTES:
            said = f"`text` has {size} bytes; at most {MAX_BYTES} are looked at: send the part that fails."
            raise RefusedError(413, said, "text_too_large")
        self.clock = Clock(float("inf"))
        self._judge = CountedJudge(self.version.arm.judge)
        self._stopped = False
        self._began = time.monotonic()

    def work(self) -> dict[str, Any]:
        """The record; begins to count when its turn comes."""
        self.clock = Clock(min(self.asked.budgets.seconds or SECONDS, self.most_s))
        if self._stopped:
            self.clock.stop()
        found = self._found()
        seconds = round(time.monotonic() - self._began, 3)
        return found | {"version": self.version.label, "seconds": seconds}

    def _found(self) -> dict[str, Any]:
        asked, budgets, arm = self.asked, self.asked.budgets, self.version.arm.judged_by(self._judge)
        if budgets.compiles is not None:
            arm = arm.of_compiles(budgets.compiles)
        data = asked.text.encode("utf-8", "surrogatepass")
        policy = (str(self.version.named), arm)
        context, file = self.version.context, Path(asked.file)
        found = repair(context, file, asked.edition, budgets.shown, data, self.clock, policy, beside=False)
        return found.to_json() | found.unshown()

    def stop(self) -> None:
        """Compile nothing more."""
        self._stopped = True
        self.clock.stop()

    def so_far(self) -> dict[str, Any]:
        """How far the search is."""
        seconds = round(time.monotonic() - self._began, 1)
        return {"tried": self._judge.tried, "compile": self._judge.compiling, "seconds": seconds}
