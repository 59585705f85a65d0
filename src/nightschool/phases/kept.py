"""Which adapter is the candidate: that of the last learning phase that ran and was kept.

Covered: phases that were skipped, that were not kept, and results left over from another candidate of the same
cycle (a phase counts only if it started from the adapter that was kept before it). Not covered: deciding whether
a phase is kept; `decisions.kept` does that from dev.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nightschool.decisions import CANDIDATE, KEPT, POLICY
from nightschool.errors import IntegrityError
from nightschool.files import digest_folder
from nightschool.phases.context import Context
from nightschool.types import PhaseResult


@dataclass(frozen=True, slots=True)
class Candidate:
    """The adapter that goes on, and where it was measured on dev."""

    phase: str
    adapter: Path
    digest: str
    report: Path
    """Its policy's dev report: what decisions look at."""
    asked_once: Path
    """The adapter's own dev report."""


def candidate(context: Context, before: str = "") -> Candidate:
    """The adapter kept so far, or the one that the learning phase `before` started from. UsageError without align."""
    found = _candidate(context.result("align"))
    for result in _later(context, before):
        if result.outcome == KEPT and result.digests.get("start") == found.digest:
            found = _candidate(result)
    return found


def examined_adapter(context: Context) -> Path:
    """The candidate's folder. Raises IntegrityError if it was changed since it was trained and examined."""
    found = candidate(context)
    digest = digest_folder(found.adapter)
    if digest != found.digest:
        raise IntegrityError(
            f"Adapter {found.adapter} has digest {digest[:12]}, examined was {found.digest[:12]}; it was changed. "
            f"Remove {found.adapter.parent} and start another cycle."
        )
    return found.adapter


def last_supervised(context: Context) -> PhaseResult:
    """The last phase that trained on tonight's candidate with supervision, kept or not.

    A rehearsal that had nothing to learn from trained nothing: it hands on the adapter it started from.
    """
    aligned = context.result("align")
    adapter = aligned.digests["adapter"]
    rehearsed = context.find("rehearse") if "rehearse" in context.config.phases else None
    if rehearsed is None or rehearsed.digests.get("start") != adapter or rehearsed.digests["adapter"] == adapter:
        return aligned
    return rehearsed


def _later(context: Context, before: str) -> Iterator[PhaseResult]:
    for phase in context.config.phases[1:]:
        if phase == before:
            return
        if (result := context.find(phase)) is not None:
            yield result


def _candidate(result: PhaseResult) -> Candidate:
    folder = Path(result.output)
    reports = (folder / f"{arm}-dev.json" for arm in (POLICY, CANDIDATE))
    return Candidate(result.phase, folder / "adapter", result.digests["adapter"], *reports)
