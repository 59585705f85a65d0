"""Installations as nights leave them, and their figures as Prometheus reads them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families

from nightschool.config import Config
from nightschool.files import write_json
from nightschool.monitoring import text
from nightschool.phases import Context
from tests.nights.making import ledger, make_night, output, promote, record

CYCLE = "scheduled__2026-11-22T02:00:00+00:00"
BEGAN, FINISHED = 1795312800.0, 1795320000.0
"""2026-11-22, 02:00 and 04:00 UTC, in seconds since 1970."""
MEASURED = {
    ("policy", "dev"): "ppf", ("policy", "shadow"): "pppf", ("candidate", "dev"): "nnp", ("search", "dev"): "pff",
}  # fmt: skip
YIELDS = {
    "aligned": {"drafts": 40, "compiles": 3, "other_code": 4, "repair_failed": 1, "verified": 32},
    "aligned:add-mut": {"drafts": 9, "compiles": 0, "other_code": 0, "repair_failed": 0, "verified": 9},
}
REHEARSED = {"written.written": 20.0, "written.kept": 2.0, "mutated.parsed": 8.0, "mutated.kept": 5.0}


def families(config: Config) -> dict[str, Metric]:
    """What is told, read back by Prometheus' own parser; a name that comes twice is a fault."""
    found = list(text_string_to_metric_families(text(config)))
    assert len({family.name for family in found}) == len(found)
    return {family.name: family for family in found}


def values(config: Config, name: str) -> dict[tuple[str, ...], float]:
    """Samples of a family by the values of their labels, in the order of the labels' names."""
    return {tuple(v for _, v in sorted(one.labels.items())): one.value for one in families(config)[name].samples}


def published(context: Context, finished: float = FINISHED) -> None:
    """Leave what the phase `publish` records when the report is whole."""
    record(context, "publish", {}, 3.0, "refused")
    os.utime(context.folder / "publish.json", (finished, finished))


def night(config: Config, cycle: str = CYCLE, finished: float = FINISHED, **more: Any) -> Context:
    """A night with everything that figures are made of, published."""
    context, _ = make_night(config, cycle, MEASURED, **{"publish": False, **more})
    unscored = {f"{arm}.{suite}.unscored": 0.0 for arm, suite in MEASURED}
    found = context.result("examine").metrics
    record(context, "examine", {**found, **unscored, "base.own.unscored": 4.0}, 60.0)
    write_json(output(context, "curate") / "corpus.json", {"yields": YIELDS})
    record(context, "synthesise", REHEARSED, 90.0)
    published(context, finished)
    return context


def full(root: Path, **more: Any) -> Config:
    """An installation that has everything: a night that registered a version, a champion, one that was withdrawn."""
    config = Config(root=root, **more)
    context = night(config, outcome="passed", failed=())
    record(context, "register", {"version": 7.0}, 1.0)
    published(context)
    promote(config, None, "6", key="1")
    changed = {"model": config.tracking.model_name, "alias": "champion", "from": "7", "to": "6", "how": "withdrawn"}
    promote(config, "6", "7", key="2")
    ledger(config).append("alias", "3", {**changed, "who": "watch", "why": "answers otherwise"})
    return config
