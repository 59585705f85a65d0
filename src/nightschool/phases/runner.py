"""Runs one phase of one cycle: key from inputs, transaction, MLflow, pointer. The table of phases is here.

Covered: `nightschool run PHASE` for every phase of the cycle; one phase at a time on this machine; sandboxes that did
not start at first, as the phase's metric `sandbox.failed_starts`.
Not covered: their order, which the DAG owns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from nightschool.errors import UsageError
from nightschool.files import digest_json
from nightschool.monitoring import tell
from nightschool.phases import recipes_data as data
from nightschool.phases import recipes_examine as examination
from nightschool.phases import recipes_learning as learning
from nightschool.phases import recipes_preference as preference
from nightschool.phases import recipes_publish as publishing
from nightschool.phases import recipes_rehearsal as rehearsal
from nightschool.phases import recipes_release as release
from nightschool.phases.context import Context
from nightschool.phases.shards import gather_shards, read_part, shard_key, shard_phase, work_shard
from nightschool.phases.shared import open_shared
from nightschool.phases.transaction import Outcome, run_transaction
from nightschool.sandbox.starting import failed_starts
from nightschool.tracking import packed
from nightschool.types import PhaseResult

FORMAT = 1
"""Raised when the layout of a phase's output changes, so that old outputs are not taken for new ones."""


@dataclass(frozen=True)
class Phase:
    """One recipe of the cycle, with the function that tells everything its output depends on."""

    name: str
    inputs: Callable[[Context], dict[str, Any]]
    recipe: Callable[[Context, Path], Outcome]
    artifacts: tuple[str, ...] = ()
    """What of the output goes to MLflow; report, register and publish log for themselves."""
    shared: bool = True
    """Whether another machine's output stands in for a run here; not of phases that write to ledger or registry."""


PHASES = {
    phase.name: phase
    for phase in (
        Phase("certify", data.certify_inputs, data.certify, ("certificate.json", "domains.json", "docs")),
        Phase("curate", data.curate_inputs, data.curate, ("corpus.json",)),
        Phase("validate_corpus", data.validate_inputs, data.validate_corpus, ("overlap.json", "docs")),
        Phase("pair", preference.pair_inputs, preference.pair, ("*.jsonl", "open.json", "docs")),
        Phase("choose", preference.choose_inputs, preference.choose, ("choose.json", "policy")),
        Phase("baseline", learning.baseline_inputs, learning.baseline, ("*.json",)),
        Phase("align", learning.align_inputs, learning.align, ("train.json", "decision.json", "adapter")),
        Phase("synthesise", rehearsal.synthesise_inputs, rehearsal.synthesise, ("corpus.*", "yields.json", "docs")),
        Phase("rehearse", rehearsal.rehearse_inputs, rehearsal.rehearse, ("train.json", "decision.json", "adapter")),
        Phase("plateaued", learning.plateaued_inputs, learning.plateaued, ("decision.json",)),
        Phase("prefer", preference.prefer_inputs, preference.prefer, ("train.json", "decision.json", "adapter")),
        Phase("examine", examination.examine_inputs, examination.examine, ("*.json", "docs")),
        Phase("gate", release.gate_inputs, release.gate, ("decision.json",), shared=False),
        Phase("register", release.register_inputs, release.register, shared=False),
        Phase("promote", release.promote_inputs, release.promote, shared=False),
        Phase("publish", publishing.publish_inputs, publishing.publish, shared=False),
    )
}


LAST = ("gate", "register", "promote", "publish")
"""Phases that begin no cycle; a night's own `publish` tells of one that failed before it had a result, too."""


LESSONS: dict[str, tuple[str, ...]] = {"align": (), "rehearse": ("synthesise",), "prefer": ()}
"""The phase that makes what a learning phase learns from; what every night makes before align is not among them."""


def lessons_of(phase: str) -> tuple[str, ...]:
    """Phases to run before this learning phase. Raises UsageError for one that learns nothing."""
    if phase not in LESSONS:
        raise UsageError(f"{phase!r} is no learning phase; there are {', '.join(LESSONS)}.")
    return LESSONS[phase]


def run_phase(name: str, context: Context) -> PhaseResult:
    """Run a phase, or find its finished result; record it for the cycle and in MLflow.

    Raises UsageError for an unknown phase or a missing earlier one. Waits while another phase is running.
    """
    if name not in PHASES:
        raise UsageError(f"No phase {name!r}; there are {', '.join(PHASES)}.")
    phase = PHASES[name]
    if context.by_hand and name in LAST:
        context.require_begun()
    if context.by_hand and name != "publish":
        _require_held(context, name)
    with _turn(context):
        before = failed_starts()
        key = _key(phase, context)
        store = context.config.var / "phases"

        def recipe(folder: Path) -> Outcome:
            gather_shards(name, context, key)
            return _counted(phase.recipe(context, folder), failed_starts() - before)

        shared = open_shared(context.config.storage) if phase.shared else None
        result = run_transaction(name, key, store, recipe, shared)
        _log(context, phase, result)
        context.record(result)
    if name == "publish":
        tell(context.config)  # after it was recorded: only then is the night published
    return result


def run_shard(name: str, shard: str, context: Context) -> PhaseResult:
    """Run one shard of a phase (`2/3`), or find it finished; others of the phase may run at the same time.

    Raises UsageError for a phase without shards, or a missing earlier one.
    """
    part, phase = read_part(shard), shard_phase(name)
    key = shard_key(_key(PHASES[name], context), part)
    store = context.config.var / "phases"
    return run_transaction(phase, key, store, lambda folder: work_shard(name, context, part, folder))


def _require_held(context: Context, name: str) -> None:
    """Raise UsageError where a phase before this one has left nothing any more; the report tells of what there is."""
    for phase in list(PHASES)[: list(PHASES).index(name)]:
        found = context.find(phase)
        if found is not None and not Path(found.output).is_dir():
            raise UsageError(
                f"Cycle {context.cycle!r} points at {found.output}, which is gone: housekeeping takes old ones away. "
                f"`nightschool run {phase} --cycle {context.cycle}` makes it again."
            )


def _counted(outcome: Outcome, failed: int) -> Outcome:
    """With the starts of sandboxes that failed and were tried again, if any did: no fault of the phase's own."""
    return replace(outcome, metrics=outcome.metrics | {"sandbox.failed_starts": float(failed)}) if failed else outcome


def _key(phase: Phase, context: Context) -> str:
    """Digest of everything that the phase's output depends on, 24 hex digits."""
    return digest_json({"phase": phase.name, "format": FORMAT, **phase.inputs(context)})[:24]


def _turn(context: Context) -> FileLock:
    """One phase at a time: two trainings on one machine would both miss their time."""
    context.config.var.mkdir(parents=True, exist_ok=True)
    lock = FileLock(context.config.var / "phase.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("Another phase is running on this machine; waiting for it to end.", flush=True)
        return lock
    lock.release()
    return lock


def _log(context: Context, phase: Phase, result: PhaseResult) -> None:
    context.pinned("mlflow", lambda: {"experiment": context.runs.experiment, "run": context.runs.run_id})
    with context.runs.phase(phase.name) as run:
        context.pinned(f"mlflow.{phase.name}", lambda: run.run_id)  # for links from Airflow's tasks
        run.metrics(result.metrics)
        run.tags(packed({"outcome": result.outcome, "key": result.key, "reused": str(result.reused), **result.digests}))
        for pattern in phase.artifacts:
            for path in sorted(Path(result.output).glob(pattern)):
                run.artifacts(path, path.name if path.is_dir() else None)
