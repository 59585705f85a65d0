"""Which arms a night measures, and on which suites."""

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.phases import Context, recipes_examine, recipes_learning, shards
from nightschool.types import PhaseResult

LARGE, SMALL = ["dev", "shadow"], ["frozen", "domains"]


def cycle(folder: Path, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={folder}", *settings]), "night")
    vars(context)["champion"] = None
    context.record(PhaseResult("certify", "k", "", {}, {"frozen": "f", "domains": "d"}))
    context.record(PhaseResult("align", "k", str(folder), {}, {"adapter": "a"}))
    return context


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Suites by arm."""
    seen: dict[str, list[str]] = {}

    def measure(context: Context, folder: Path, arm: str, adapter: Any, suites: Iterable[str]) -> dict[str, float]:
        seen.setdefault(arm, []).extend(suites)
        return {}

    for module in (recipes_learning, recipes_examine):
        monkeypatch.setattr(module, "measure", measure)
        monkeypatch.setattr(module, "measure_retention", lambda *args: {})
    return seen


def test_every_night_hints_are_measured_on_the_small_suites_and_shards_ask_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: dict[str, list[str]]
) -> None:
    context = cycle(tmp_path)
    recipes_learning.baseline(context, tmp_path)
    everywhere = [*LARGE, *SMALL]
    assert measured == {"base": everywhere, "suggestions": everywhere, "retrieval": everywhere, "hints": SMALL}
    monkeypatch.setattr(shards, "_on", lambda context, name, adapter, suites: iter([(name, list(suites))]))
    monkeypatch.setattr(shards, "_retention", lambda *args: iter([]))
    assert list(shards._baseline(context)) == [("base", everywhere), ("hints", SMALL)]


@pytest.mark.parametrize(
    ("settings", "arms"),
    [
        ([], ["candidate", "hybrid"]),
        (["arms=[base, hybrid, feedback]"], ["candidate", "hybrid", "feedback"]),
        (["arms=[base, feedback]"], ["candidate", "feedback"]),
    ],
)
def test_arms_that_are_made_of_the_candidate_wait_for_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    measured: dict[str, list[str]],
    settings: list[str],
    arms: list[str],
) -> None:
    context = cycle(tmp_path, *settings)
    looks: list[str] = []
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=name))
    monkeypatch.setattr(recipes_examine, "reference_report", lambda *args: None)
    monkeypatch.setattr(recipes_examine, "read", lambda path: None)
    monkeypatch.setattr(recipes_examine, "decide_opening", lambda *args: SimpleNamespace(opened=True))
    monkeypatch.setattr(recipes_examine, "record_look", lambda context, arm, *more: looks.append(arm))
    for name in ("measure_samples", "measure_noise"):
        monkeypatch.setattr(recipes_examine, name, lambda *args: {})
    monkeypatch.setattr(recipes_examine, "_validate", lambda *args: None)
    recipes_examine.examine(context, tmp_path)
    assert measured == {arm: [*LARGE, *SMALL] for arm in arms}
    assert looks == arms
    assert not {"hybrid", "feedback"} & {*recipes_learning.measured_arms(context)}
