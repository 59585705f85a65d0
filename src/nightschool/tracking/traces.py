"""Suites as evaluation datasets, an arm's examination as an evaluation run, each of its answers as a trace.

Covered: a suite is one dataset however many nights ask it; what a killed process left is gone on with, and what
stands there is found; answers that were measured anew replace those before. Not covered: which answers are
worth it, and what of them may be read (`phases.traced`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nightschool.tracking.answers import Sheet, TracedAnswer, spans, trace_id, trace_info
from nightschool.tracking.scorers import answer_scorers
from nightschool.tracking.store import CycleRuns, PhaseRun

RECORDS_TAG = "records"
"""Of a dataset: how many records it holds, once all are there."""
BATCH = 50
"""Traces whose spans are one transaction; MLflow links 100 at most in one call."""


@dataclass(frozen=True, slots=True)
class Examination:
    """One arm on one suite, as MLflow is told of it."""

    arm: str
    suite: str
    suite_digest: str
    answers: tuple[TracedAnswer, ...]
    at_ns: int
    """When it was answered, nanoseconds since 1970."""
    policy_digest: str = ""


def log_examination(runs: CycleRuns, told: Examination) -> int:
    """Write dataset, evaluation run and traces, as far as they are not there; returns how many traces were written."""
    with runs.evaluation(told.arm, told.suite) as run:
        sheet = Sheet(told.arm, told.suite, runs.experiment, run.run_id, told.at_ns)
        ids = [trace_id(sheet, answer) for answer in told.answers]
        _log_dataset(runs, run, told)
        there = _linked(runs, run.run_id)
        _delete(runs, there.keys() - set(ids))
        missing = [answer for known, answer in zip(ids, told.answers, strict=True) if not there.get(known)]
        for at in range(0, len(missing), BATCH):
            _log_traces(runs, sheet, missing[at : at + BATCH])
        run.metrics(_means(told.answers))
        run.tags({"suite_digest": told.suite_digest, "policy_digest": told.policy_digest})
        return len(missing)


def _log_traces(runs: CycleRuns, sheet: Sheet, answers: Sequence[TracedAnswer]) -> None:
    """Heads with assessments, then spans, then the link to the run, which says that a trace is whole."""
    from mlflow.tracing.client import TracingClient

    tracing = TracingClient(runs.client.tracking_uri)
    for answer in answers:
        tracing.start_trace(trace_info(sheet, answer))
    tracing.log_spans(sheet.experiment, [span for answer in answers for span in spans(sheet, answer)])
    runs.client.link_traces_to_run([trace_id(sheet, answer) for answer in answers], sheet.run_id)


def _linked(runs: CycleRuns, run_id: str) -> dict[str, bool]:
    """Ids of the run's traces, and whether each is assessed: MLflow drops the assessments of a run that is deleted."""
    found: dict[str, bool] = {}
    page = None
    while True:
        traces = runs.client.search_traces(
            locations=[runs.experiment], filter_string=f"attributes.run_id = '{run_id}'", max_results=500,
            page_token=page, include_spans=False,
        )  # fmt: skip
        found |= {one.info.trace_id: bool(one.info.assessments) for one in traces}
        page = traces.token
        if not page:
            return found


def _delete(runs: CycleRuns, ids: Iterable[str]) -> None:
    """Traces of answers that were measured anew."""
    stale = sorted(ids)
    for at in range(0, len(stale), BATCH):
        runs.client.delete_traces(runs.experiment, trace_ids=stale[at : at + BATCH])


def _log_dataset(runs: CycleRuns, run: PhaseRun, told: Examination) -> None:
    """The suite's dataset, made once, as the run's input."""
    from mlflow.entities import DatasetInput, InputTag

    dataset = _dataset(runs, told)
    entity = dataset._to_mlflow_entity()
    runs.client.log_inputs(run.run_id, [DatasetInput(entity, [InputTag("mlflow.data.context", "evaluation")])])


def _dataset(runs: CycleRuns, told: Examination) -> Any:
    name, size = f"{told.suite} {told.suite_digest[:12]}", str(len(told.answers))
    found = runs.client.search_datasets(experiment_ids=[runs.experiment], filter_string=f"name = '{name}'")
    tags = {"suite": told.suite, "suite_digest": told.suite_digest}
    made = found[0] if found else runs.client.create_dataset(name, experiment_id=runs.experiment, tags=tags)
    if made.tags.get(RECORDS_TAG) != size:
        made.merge_records([{"inputs": one.inputs(told.suite), "expectations": {"passed": True}, "tags": {
            "family": one.family, "code": one.code}} for one in told.answers])  # fmt: skip
        runs.client.set_dataset_tags(made.dataset_id, {RECORDS_TAG: size})
    return made


def _means(answers: Sequence[TracedAnswer]) -> Mapping[str, float]:
    """Means under the names that `mlflow.genai.evaluate` gives them, and how many there were to judge."""
    means: dict[str, float] = {}
    for one in answer_scorers():
        values = [one(outputs=answer.outputs()) for answer in answers]
        numbers = [float(value) for value in values if isinstance(value, bool | int)]
        if numbers:
            means |= {f"{one.name}/mean": sum(numbers) / len(numbers), f"{one.name}/n": float(len(numbers))}
    return means
