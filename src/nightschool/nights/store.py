"""The phase store as a reader sees it: cycles, their results, what a phase left.

Covered: cycles that failed early or run now, phases that housekeeping took away (nothing is found there, the cycle's
own record stays), names that come from an address (one that is no folder of a cycle finds nothing). Reads only.
Not covered: making any of it (`nightschool.phases`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from nightschool.config import Config
from nightschool.metrics import wilson
from nightschool.types import EvaluationReport, PhaseResult, Rate, Verdict

NAME = re.compile(r"\w[\w.-]{0,199}")
"""What a cycle, a phase, an arm or a suite may be called in an address."""
NOT_RESULTS = ("pins", "publish")
MEASURED = ("baseline", "examine")
"""Phases whose reports are the night's."""
KEPT = 128
"""Report files that are kept in memory, a third of a megabyte each."""


RESULT = TypeAdapter(PhaseResult)
ATTEMPT = {"koan", "family", "error_code", "verdict", "detail", "program", "answer"}
VERDICTS = {verdict.value for verdict in Verdict}


class NightStore:
    """Reads `var/cycles` and `var/phases`."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.cycles = config.var / "cycles"

    def folders(self) -> list[Path]:
        """Folders of cycles that have begun, but for names that no page can hold (bytes that are no UTF-8)."""
        paths = self.cycles.iterdir() if self.cycles.is_dir() else ()
        return [path for path in paths if path.is_dir() and path.name.isprintable()]

    def folder(self, night: str) -> Path | None:
        """A cycle's folder; None for a name that is none."""
        path = self.cycles / night
        return path if NAME.fullmatch(night) and path.is_dir() else None

    def published(self, night: str) -> float | None:
        """When the cycle's report was recorded, in seconds since 1970; None for one without a report."""
        folder = self.folder(night)
        try:
            return (folder / "publish.json").stat().st_mtime if folder else None
        except OSError:
            return None

    def results(self, night: str) -> dict[str, PhaseResult]:
        """What the cycle's phases recorded, by phase; a file that is damaged is left out."""
        folder = self.folder(night)
        paths = sorted(folder.glob("*.json")) if folder else []
        read = {path.stem: _result(path) for path in paths if path.stem not in NOT_RESULTS}
        return {name: result for name, result in read.items() if result is not None}

    def pins(self, night: str) -> dict[str, Any]:
        """What the cycle has pinned; empty where it is not there or damaged."""
        folder = self.folder(night)
        return _object(folder / "pins.json") if folder else {}

    def output(self, night: str, phase: str) -> Path | None:
        """A phase's output folder, if the store still holds it."""
        folder = self.folder(night)
        result = _result(folder / f"{phase}.json") if folder and NAME.fullmatch(phase) else None
        if result is None:
            return None
        place = (self.config.root / result.output).resolve()
        inside = place.is_relative_to((self.config.var / "phases").resolve())
        return place if inside and place.is_dir() else None

    def told(self, night: str, phase: str, file: str) -> dict[str, Any]:
        """A JSON file of a phase's output; empty where it is not there or damaged."""
        folder = self.output(night, phase)
        return _object(folder / file) if folder else {}

    def reports(self, night: str, suite: str = "") -> Iterator[dict[str, Any]]:
        """The night's reports as JSON, of one suite if it is named."""
        if suite and not NAME.fullmatch(suite):
            return
        for phase in MEASURED:
            folder = self.output(night, phase)
            for path in sorted(folder.glob(f"*-{suite or '*'}.json")) if folder else ():
                found = report_json(path)
                if found and suite in ("", found["suite"]):
                    yield found


def report_json(path: Path) -> dict[str, Any]:
    """A report file as JSON, kept in memory while the file is the same; empty if it is damaged."""
    stat = path.stat()
    return _report(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=KEPT)
def _report(path: Path, changed: int, size: int) -> dict[str, Any]:
    del changed, size
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = isinstance(found, dict) and {"arm", "suite", "attempts", "rate"} <= found.keys()
    return found if whole and isinstance(found["attempts"], list) and all(map(_judged, found["attempts"])) else {}


def _judged(attempt: Any) -> bool:
    """Whether it has what is read of it."""
    return isinstance(attempt, dict) and attempt.keys() >= ATTEMPT and attempt["verdict"] in VERDICTS


def report_of(found: dict[str, Any]) -> EvaluationReport:
    """The report without its attempts: rates, digests and costs."""
    told = {
        name: found[name] for name in ("arm", "suite", "suite_digest", "certified", "unscored", "tokens", "seconds")
    }
    told |= {name: {k: Rate(**v) for k, v in found[name].items()} for name in ("by_family", "by_code")}
    return EvaluationReport(**told, attempts=(), rate=Rate(**found["rate"]))


def rates_of(results: dict[str, PhaseResult]) -> dict[str, dict[str, Rate]]:
    """Pass rates by arm and suite, from what baseline and examine recorded of themselves."""
    rates: dict[str, dict[str, Rate]] = {}
    for phase in MEASURED:
        metrics = results[phase].metrics if phase in results else {}
        for name, value in metrics.items():
            arm, _, rest = name.partition(".")
            suite, _, what = rest.partition(".")
            n = round(metrics.get(f"{arm}.{suite}.n", 0))
            if what == "pass_rate" and n:
                rates.setdefault(arm, {})[suite] = wilson(min(n, max(0, round(value * n))), n)
    return rates


def _object(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _result(path: Path) -> PhaseResult | None:
    """None for a file that is not there or damaged, be it JSON of something else; of metrics the finite ones."""
    try:
        result = RESULT.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    finite = {name: value for name, value in result.metrics.items() if isfinite(value)}
    return replace(result, metrics=finite)
