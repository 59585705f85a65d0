"""Shadow changes with the week of the cycle, and everything measured on it is measured anew."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.phases import Context
from nightschool.phases.recipes_data import curate_inputs, rotated, week_of
from nightschool.phases.recipes_learning import baseline_inputs
from nightschool.types import PhaseResult


def cycle(folder: Path, name: str, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={folder}", *settings]), name)
    vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    vars(context)["base"], vars(context)["champion"] = SimpleNamespace(digest="base"), None
    return context


@pytest.fixture(autouse=True)
def _suites(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=name))


def test_the_rotation_is_the_iso_week_of_the_cycles_date() -> None:
    assert week_of("scheduled__2026-11-22T02:00:00+00:00") == 202647  # a Sunday
    assert week_of("manual__2026-11-23T02-00-00") == 202648
    assert week_of("scheduled__2027-01-01T02:00:00") == 202653  # ISO: still the last week of 2026
    year, week, _ = datetime.now(UTC).isocalendar()
    assert week_of("manual") == week_of("on-2026-99-99") == year * 100 + week


def test_a_cycle_keeps_its_rotation_and_a_configured_one_wins(tmp_path: Path) -> None:
    context = cycle(tmp_path, "manual__2026-11-23T02-00-00")
    assert rotated(context).curriculum.rotation == 202648
    assert '"rotation": 202648' in (context.folder / "pins.json").read_text()
    assert rotated(cycle(tmp_path, "other", "curriculum.rotation=3")).curriculum.rotation == 3


def test_another_week_is_another_corpus_key_and_the_reference_is_measured_again(tmp_path: Path) -> None:
    inputs = []
    for name in ("n-2026-11-16", "n-2026-11-22", "n-2026-11-23"):
        context = cycle(tmp_path, name)
        for phase, key in (("certify", "c"), ("curate", str(curate_inputs(context))), ("choose", "c")):
            context.record(PhaseResult(phase, key, ""))
        inputs.append(baseline_inputs(context))
    assert inputs[0] == inputs[1]  # Monday and Sunday of one week
    assert inputs[1] != inputs[2]
