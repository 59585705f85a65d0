"""Every koan's verdict, night after night: one JSON line an arm, suite and cycle, only ever appended.

Covered: a cycle that is published again adds nothing, one that was measured anew is read as it was last measured,
a line that was cut off is skipped. Not covered: decisions, which look at tonight's reports only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from filelock import FileLock

from nightschool.config import Config
from nightschool.types import EvaluationReport, Sitting


class KoanHistory:
    """Reads and appends `var/history/koans.jsonl`."""

    def __init__(self, config: Config) -> None:
        self.path = config.var / "history" / "koans.jsonl"

    def append(self, cycle: str, reports: Iterable[EvaluationReport]) -> None:
        """Add the reports' verdicts, but for those that stand there already."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"):
            known = self.sittings()
            fresh = [one for one in (_sitting(cycle, report) for report in reports) if one not in known]
            # The newline comes first: a line cut off by a kill then spoils itself only.
            with self.path.open("a", encoding="utf-8") as file:
                file.writelines("\n" + json.dumps(asdict(one), sort_keys=True) for one in fresh)

    def sittings(self, suite: str = "", arm: str = "") -> list[Sitting]:
        """All sittings, oldest cycle first, of one suite and arm if they are named."""
        lines = self.path.read_bytes().split(b"\n") if self.path.exists() else []
        latest = {(one.cycle, one.arm, one.suite): one for one in map(read_sitting, lines) if one is not None}
        return [one for one in latest.values() if suite in ("", one.suite) and arm in ("", one.arm)]


def _sitting(cycle: str, report: EvaluationReport) -> Sitting:
    verdicts = {attempt.koan: str(attempt.verdict) for attempt in report.attempts}
    return Sitting(cycle, report.arm, report.suite, report.suite_digest, verdicts)


def read_sitting(line: str | bytes) -> Sitting | None:
    """A line of the history; None for one that is cut off or damaged, be it JSON of something else."""
    try:
        one = Sitting(**json.loads(line))
        texts = [one.cycle, one.arm, one.suite, one.suite_digest, *one.verdicts, *one.verdicts.values()]
        "".join(texts).encode()  # half a surrogate pair can be shown nowhere
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return one
