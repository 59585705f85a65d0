"""One night in full: arms, decisions with their evidence, what learning adds, yields, cost.

Covered: nights that failed early or lost their phase folders; what is not there is left out. Not covered: koans
(`heat`, `koan`), pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from nightschool.decisions import CHOOSER, POLICY, SEARCH
from nightschool.nights.models import Arm, Check, Decided, Night, NightDetail, Rated, Table
from nightschool.nights.store import NightStore, report_of
from nightschool.report.contribution import contributions
from nightschool.report.night import price
from nightschool.report.tables import ORDER
from nightschool.report.yields import YIELD_HEADERS, yield_rows
from nightschool.types import Attempt, EvaluationReport, PhaseResult, Verdict

DECIDING = ("gate", "align", "rehearse", "plateaued", "prefer")
COMPARED = ("dev", "shadow", "frozen", "domains", "own")


def night_detail(store: NightStore, night: Night) -> NightDetail:
    """Everything that the store holds of the night."""
    results = store.results(night.night)
    reports = {(one["arm"], one["suite"]): one for one in store.reports(night.night)}
    return NightDetail(
        night=night,
        arms=_arms(night, results),
        decisions=tuple(one for phase in DECIDING if (one := _decided(store, night.night, phase))),
        added=_added(reports),
        yields=tuple(_yields(store, night.night, results)),
        cost=_cost(results, reports, store.config.watts),
        docs=tuple(phase for phase in results if (out := store.output(night.night, phase)) and (out / "docs").is_dir()),
        mlflow=_mlflow(store.pins(night.night)),
    )


def _mlflow(pins: Mapping[str, Any]) -> str:
    """The cycle's run in MLflow's pages, from what the cycle has pinned."""
    known = pins.get("mlflow")
    if not isinstance(known, dict) or not {"experiment", "run"} <= known.keys():
        return ""
    return f"#/experiments/{quote(str(known['experiment']), safe='')}/runs/{quote(str(known['run']), safe='')}"


def _arms(night: Night, results: Mapping[str, PhaseResult]) -> tuple[Arm, ...]:
    places = {arm: n for n, arm in enumerate(ORDER)}
    names = sorted(night.arms, key=lambda arm: (places.get(arm, len(ORDER)), arm))
    return tuple(_arm(name, night.arms[name], results) for name in names)


def _arm(name: str, rates: Mapping[str, Rated], results: Mapping[str, PhaseResult]) -> Arm:
    metrics = {k: v for phase in ("baseline", "examine") if phase in results for k, v in results[phase].metrics.items()}
    counted = ("compiles", "answers", "sure", "sure_passed", "unscored")
    sums = {what: round(sum(metrics.get(f"{name}.{suite}.{what}", 0.0) for suite in rates)) for what in counted}
    return Arm(arm=name, rates=dict(rates), **sums)


def _decided(store: NightStore, night: str, phase: str) -> Decided | None:
    said = store.told(night, phase, "decision.json")
    fields = Check.model_fields
    try:
        checks = [Check(**{k: v for k, v in one.items() if k in fields}) for one in said.get("checks", ())]
        checks.sort(key=lambda check: check.ok)  # the failed ones first, each kind in the order of the decision
        told = {"outcome": str(said["outcome"]), "evidence": said.get("evidence", {})}
        return Decided(phase=phase, checks=tuple(checks), **told)
    except (KeyError, AttributeError, TypeError, ValueError):  # not there, or damaged
        return None


def _added(reports: Mapping[tuple[str, str], dict[str, Any]]) -> dict[str, str]:
    told = [_with_verdicts(one) for (arm, _), one in reports.items() if arm in (SEARCH, CHOOSER, POLICY)]
    return contributions(told, COMPARED)


def _with_verdicts(found: dict[str, Any]) -> EvaluationReport:
    """The report with attempts that hold verdicts only."""
    attempts = tuple(
        Attempt(
            koan=one["koan"], family=one["family"], error_code=one["error_code"], answer="", program="",
            verdict=Verdict(one["verdict"]), group=one.get("group", ""),
        )
        for one in found["attempts"]
    )  # fmt: skip
    return replace(report_of(found), attempts=attempts)


def _cost(results: Mapping[str, PhaseResult], reports: Mapping[tuple[str, str], dict[str, Any]], watts: float) -> str:
    told = [_with_verdicts(one) if suite == "dev" else report_of(one) for (_, suite), one in reports.items()]
    return price(results, told, watts)


def _yields(store: NightStore, night: str, results: Mapping[str, PhaseResult]) -> list[Table]:
    tables = []
    composed = store.told(night, "curate", "corpus.json").get("yields")
    if isinstance(composed, dict) and composed:
        tables.append(_corpus(composed))
    if "synthesise" in results:
        rows = tuple(tuple(row) for row in yield_rows(results["synthesise"].metrics))
        tables.append(Table(title="Rehearsal: what came through each filter", heads=YIELD_HEADERS, rows=rows))
    return tables


def _corpus(yields: Mapping[str, Mapping[str, float]]) -> Table:
    """Sources only; what each operator gave is `source:operator` and fills pages."""
    sources = {name: counts for name, counts in yields.items() if ":" not in name and isinstance(counts, dict)}
    heads = tuple(dict.fromkeys(key for counts in sources.values() for key in counts))
    rows = tuple((name, *(f"{counts.get(head, 0):.0f}" for head in heads)) for name, counts in sources.items())
    return Table(title="Corpus: what came through each filter", heads=("source", *heads), rows=rows)
