"""Figures of the last night: what it came to, what every arm passed, where its time went, what it taught.

The last night is the newest that was published; while another one runs, its figures stand. Covered: nights that failed
early, whose missing figures are left out and are never 0. Not covered: single koans, checks with their evidence (the
page Night School has them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, get_args

from prometheus_client.core import CounterMetricFamily, Metric

from nightschool.decisions import NOT_ENOUGH_EVIDENCE, PASSED, REFUSED
from nightschool.monitoring.families import OTHER, Samples, gauge, one_of, plain
from nightschool.nights import Nights
from nightschool.nights.models import Night
from nightschool.nights.store import MEASURED
from nightschool.report import NOT_REACHED
from nightschool.types import PhaseResult, Route, Step

VERDICTS = (PASSED, REFUSED, NOT_ENOUGH_EVIDENCE, NOT_REACHED)
DRAFTS = ("drafts", "compiles", "other_code", "repair_failed", "verified")
"""What became of a source's drafts, as `curate` counts them (`curriculum.verify.Yield`)."""


@dataclass(frozen=True)
class Last:
    """The last night, with what its folder tells beside its line in the index."""

    night: Night
    finished: float
    results: Mapping[str, PhaseResult]
    drafts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """It came to no verdict, or what passed was not registered."""
        return self.night.verdict == NOT_REACHED or (self.night.verdict == PASSED and self.night.version is None)

    def metric(self, phase: str, name: str) -> float | None:
        """A number that a phase recorded."""
        return self.results[phase].metrics.get(name) if phase in self.results else None


def night_families(nights: Nights) -> Iterator[Metric]:
    """All figures of nights; those of the last one have no samples before a night was published."""
    every, store = nights.all(), nights.store
    published = [(night, when) for night in every if (when := store.published(night.night)) is not None]
    yield _counted([night for night, _ in published])
    yield gauge("night_started_timestamp_seconds", "When the newest night began, published or not.", _started(every))
    yield gauge(
        "registered_version", "Newest version that a night registered; none before the first.",
        {(): next((night.version for night in every if night.version is not None), None)},
    )  # fmt: skip
    last = None
    if published:
        night, when = published[0]
        drafts = store.told(night.night, "curate", "corpus.json").get("yields")
        results = store.results(night.night)
        last = Last(night, when, results, drafts if isinstance(drafts, dict) else {})
    yield from _outcome(last)
    yield from _rates(last)
    yield from _work(last)


def _counted(nights: list[Night]) -> Metric:
    """A counter that is there, at 0, before the first night of a verdict: its increase can be asked for."""
    found = CounterMetricFamily("nightschool_nights", "Nights that were published, by verdict.", labels=("verdict",))
    for verdict in VERDICTS:
        found.add_metric((verdict,), sum(night.verdict == verdict for night in nights))
    found.add_metric((OTHER,), sum(night.verdict not in VERDICTS for night in nights))
    return found


def _started(nights: list[Night]) -> Samples:
    """From the newest night; none where its name holds a time that there is not."""
    try:
        return {(): datetime.fromisoformat(nights[0].time).timestamp()} if nights else {}
    except ValueError:
        return {}


def _outcome(last: Last | None) -> Iterator[Metric]:
    night = last.night if last else None
    yield gauge(
        "night_finished_timestamp_seconds", "When the report of the last published night was written.",
        {(): last.finished if last else None},
    )  # fmt: skip
    verdict = night.verdict if night else None
    yield one_of("night_verdict", "1 for what the last published night came to.", VERDICTS, verdict, "verdict")
    yield gauge(
        "night_failed", "1 if the last published night came to no verdict, or did not register what passed.",
        {(): last and last.failed},
    )  # fmt: skip
    yield gauge(
        "night_failed_checks", "Checks of the gate that the last published night did not pass.",
        {(): len(night.failed) if night and night.verdict != NOT_REACHED else None},
    )  # fmt: skip


def _rates(last: Last | None) -> Iterator[Metric]:
    """Every rate goes with its number of koans and its interval."""
    arms = last.night.arms if last else {}
    suites = plain(suite for rates in arms.values() for suite in rates)
    pairs = [(arm, suite) for arm in plain(arms) for suite in suites if suite in arms[arm]]
    rates, labels = {pair: arms[pair[0]][pair[1]] for pair in pairs}, ("arm", "suite")
    of = "of the last published night, by arm and suite"
    yield gauge("night_pass_ratio", f"Koans passed per koan scored, {of}.", _each(rates, "value"), labels)
    yield gauge("night_pass_ratio_low", f"Lower end of its 95 % interval, {of}.", _each(rates, "low"), labels)
    yield gauge("night_pass_ratio_high", f"Upper end of its 95 % interval, {of}.", _each(rates, "high"), labels)
    yield gauge("night_koans", f"Koans scored, {of}.", _each(rates, "n"), labels)
    unscored = _unscored(last) if last else {}
    yield gauge("night_unscored_koans", f"Koans that the judge could not be asked about, {of}.", unscored, labels)


def _each(rates: Mapping[tuple[str, str], Any], name: str) -> Samples:
    return {pair: getattr(rate, name) for pair, rate in rates.items()}


def _unscored(last: Last) -> Samples:
    """From what the phases recorded: an arm without a single scored koan has no rate, and is told here all the same."""
    found: dict[tuple[str, ...], Any] = {}
    for phase in MEASURED:
        metrics = last.results[phase].metrics if phase in last.results else {}
        for name, value in metrics.items():
            arm, _, rest = name.partition(".")
            suite, _, what = rest.partition(".")
            if what == "unscored":
                found[arm, suite] = value
    arms, suites = (plain(pair[place] for pair in found) for place in (0, 1))
    return {pair: value for pair, value in sorted(found.items()) if pair[0] in arms and pair[1] in suites}


def _work(last: Last | None) -> Iterator[Metric]:
    """Where the time went, and what came through the filters of corpus and rehearsal."""
    seconds = last.night.seconds if last else {}
    yield gauge(
        "night_phase_seconds", "Seconds that each phase of the last published night took.",
        {(phase,): seconds[phase] for phase in plain(seconds)}, ("phase",),
    )  # fmt: skip
    yield gauge(
        "night_corpus_rows", "Verified rows in the corpus of the last published night.",
        {(): last and last.metric("curate", "rows")},
    )  # fmt: skip
    yield gauge(
        "night_corpus_drafts", "Drafts of each source of the corpus, and what became of them.",
        _drafts(last.drafts if last else {}), ("source", "result"),
    )  # fmt: skip
    yield gauge(
        "night_rehearsal_programs", "Programs that came through each filter of rehearsal, by how they were made.",
        {(route, step): last and last.metric("synthesise", f"{route}.{step}")
         for route in get_args(Route) for step in get_args(Step)}, ("route", "step"),
    )  # fmt: skip


def _drafts(drafts: Mapping[str, Any]) -> Samples:
    """Of sources only; those of each operator, `source:operator`, are hundreds."""
    counts = {source: drafts[source] for source in plain(drafts) if isinstance(drafts[source], dict)}
    return {(source, result): of.get(result) for source, of in counts.items() for result in DRAFTS}
