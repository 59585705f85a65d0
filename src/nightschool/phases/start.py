"""Where tonight's training starts: the champion; before there is one, the best candidate of earlier nights.

The bar decides what is registered, not what is learnt from: a refused candidate is a night's work, and the next
night goes on with it. Candidates are compared by what they pass on dev asked once, which is the adapter's own:
policies of two nights differ in their choosers too. Covered: the choice, fixed for the whole cycle; candidates of
another base model or prompt, damaged ones and those that pass no more than the base are passed over. Not covered: the
gate, which compares with the champion or with search, whatever training started from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.decisions import CHAMPION as POLICY_CHAMPION
from nightschool.errors import IntegrityError
from nightschool.modeling.adapter import read_seal, verify_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import prompt_digest
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import baseline_report, read
from nightschool.types import EvaluationReport

CHAMPION = "champion"
NIGHTS = 30
"""Earlier cycles that are looked at, the latest ones."""


@dataclass(frozen=True, slots=True)
class Start:
    """An adapter to go on from."""

    adapter: Path
    digest: str
    origin: str
    """`champion`, or the cycle whose candidate it is."""


def start(context: Context) -> Start | None:
    """What training starts from by `train.start`; None for the base model. The same for the whole cycle."""
    champion = context.champion if context.config.train.start != "base" else None
    if champion is not None:
        return Start(champion.adapter, champion.digest, CHAMPION)
    if context.config.train.start != "latest":
        return None
    found: dict[str, str] | None = context.pinned("start", lambda: _pin(_best_candidate(context)))
    return Start(Path(found["adapter"]), found["digest"], found["origin"]) if found else None


def start_report(context: Context) -> EvaluationReport:
    """Tonight's dev report of the policy that a learning phase must beat: the champion's where training starts from it,
    else the one with the base model. An earlier candidate's was measured with that night's chooser."""
    begun = start(context)
    return baseline_report(context, POLICY_CHAMPION if begun and begun.origin == CHAMPION else "policy_base", "dev")


def _pin(best: Start | None) -> dict[str, Any] | None:
    if best is None:
        return None
    return {name: str(getattr(best, name)) for name in ("adapter", "digest", "origin")}


def _best_candidate(context: Context) -> Start | None:
    """Most dev koans passed on tonight's dev suite, the latest of equals; failing that, the latest of all."""
    dev = context.suite("dev").digest
    ranked = [  # the latest first
        (report.rate.passed if report.suite_digest == dev else -1, found) for found, report in _candidates(context)
    ]
    return max(ranked, key=lambda one: one[0])[1] if ranked else None


def _candidates(context: Context) -> Iterator[tuple[Start, EvaluationReport]]:
    """Candidates of finished earlier cycles that can be learnt on from tonight, with their dev reports, asked once."""
    prompt = prompt_digest(answer_format(context.config.answer))
    for cycle in looked_at(context):
        if cycle.find("align") is None or cycle.find("baseline") is None:
            continue
        made = candidate(cycle)
        try:
            verify_adapter(made.adapter, context.base.digest)
            if read_seal(made.adapter).get("prompt") == prompt and (report := _gained(cycle, made.asked_once)):
                yield Start(made.adapter, made.digest, cycle.cycle), report
        except IntegrityError as error:
            print(f"Not gone on from: {error}", flush=True)


def looked_at(context: Context) -> list[Context]:
    """Earlier cycles whose candidates tonight may go on from, the latest first; housekeeping leaves these alone."""
    gates = [path for path in context.folder.parent.glob("*/gate.json") if path.parent != context.folder]
    latest = sorted(gates, key=lambda path: path.stat().st_mtime, reverse=True)[:NIGHTS]
    return [replace(context, cycle=path.parent.name) for path in latest]


def _gained(cycle: Context, asked_once: Path) -> EvaluationReport | None:
    """The adapter's own dev report, if it passes more than the base model did that night."""
    of_base = Path(cycle.result("baseline").output) / "base-dev.json"
    found, base = (read(path) if path.exists() else None for path in (asked_once, of_base))
    return found if found is not None and found.rate.passed > (base.rate.passed if base else 0) else None
