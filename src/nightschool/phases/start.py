"""Where tonight's training starts: the champion; before there is one, the best candidate of earlier nights.

The bar decides what is registered, not what is learnt from: a refused candidate is a night's work, and the next
night goes on with it. Covered: the choice, fixed for the whole cycle; candidates of another base model or
prompt, damaged ones and those that did not gain on dev are passed over. Not covered: the gate, which compares with
the champion or with search, whatever training started from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.decisions import CHAMPION, GAINED
from nightschool.errors import IntegrityError
from nightschool.modeling.adapter import read_seal, verify_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import prompt_digest
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import baseline_report, read
from nightschool.types import EvaluationReport

NIGHTS = 30
"""Earlier cycles that are looked at, the latest ones."""


@dataclass(frozen=True, slots=True)
class Start:
    """An adapter to go on from."""

    adapter: Path
    digest: str
    origin: str
    """`champion`, or the cycle whose candidate it is."""
    report: Path | None = None
    """The dev report of the candidate's policy; None for the champion, whose policy is measured every night."""


def start(context: Context) -> Start | None:
    """What training starts from by `train.start`; None for the base model. The same for the whole cycle."""
    champion = context.champion if context.config.train.start != "base" else None
    if champion is not None:
        return Start(champion.adapter, champion.digest, "champion")
    if context.config.train.start != "latest":
        return None
    found: dict[str, str] | None = context.pinned("start", lambda: _pin(_best_candidate(context)))
    return Start(Path(found["adapter"]), found["digest"], found["origin"], Path(found["report"])) if found else None


def start_report(context: Context) -> EvaluationReport:
    """The dev report of the policy with what training started from.

    Tonight's of the champion's or the base's, or that night's of a candidate; a candidate that was measured on another
    dev suite cannot be compared, and the base model takes its place.
    """
    begun = start(context)
    report = read(begun.report) if begun and begun.report else None
    if report is not None and report.suite_digest == context.suite("dev").digest:
        return report
    return baseline_report(context, CHAMPION if begun and begun.report is None else "policy_base", "dev")


def _pin(best: Start | None) -> dict[str, Any] | None:
    if best is None:
        return None
    return {name: str(getattr(best, name)) for name in ("adapter", "digest", "origin", "report")}


def _best_candidate(context: Context) -> Start | None:
    """Most dev koans passed on tonight's dev suite, the latest of equals; failing that, the latest of all."""
    dev = context.suite("dev").digest
    ranked: list[tuple[int, Start]] = []
    for found in _candidates(context):  # the latest first
        report = read(found.report) if found.report else None
        same = report is not None and report.suite_digest == dev
        ranked.append((report.rate.passed if report is not None and same else -1, found))
    return max(ranked, key=lambda one: one[0])[1] if ranked else None


def _candidates(context: Context) -> Iterator[Start]:
    """Candidates of finished earlier cycles that gained on dev, and can be learnt on from tonight."""
    prompt = prompt_digest(answer_format(context.config.answer))
    gates = [path for path in context.folder.parent.glob("*/gate.json") if path.parent != context.folder]
    for path in sorted(gates, key=lambda path: path.stat().st_mtime, reverse=True)[:NIGHTS]:
        cycle = replace(context, cycle=path.parent.name)
        aligned = cycle.find("align")
        if aligned is None or aligned.outcome != GAINED:
            continue
        made = candidate(cycle)
        try:
            verify_adapter(made.adapter, context.base.digest)
            if read_seal(made.adapter).get("prompt") == prompt and made.report.exists():
                yield Start(made.adapter, made.digest, cycle.cycle, made.report)
        except IntegrityError as error:
            print(f"Not gone on from: {error}", flush=True)
