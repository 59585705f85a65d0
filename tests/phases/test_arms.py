"""Which arms a night measures, and on which suites."""

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.files import digest_folder
from nightschool.phases import Context, base_form, recipes_examine, recipes_learning, shards
from nightschool.phases.measured import config_of, policy_folder
from nightschool.types import PhaseResult

LARGE, SMALL = ["dev", "shadow"], ["frozen", "domains"]
ARMS = ("base", "hints", "search", "chooser", "policy_base", "policy_champion")


def cycle(folder: Path, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={folder}", *settings]), "night")
    vars(context)["champion"] = None
    context.record(PhaseResult("certify", "k", "", {}, {"frozen": "f", "domains": "d"}))
    for phase in ("align", "choose"):
        context.record(PhaseResult(phase, "k", str(folder), {}, {"adapter": "a"}))
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
    monkeypatch.setattr(recipes_learning, "counts", lambda context: {"edit": (0, 60)})
    return seen


def test_every_night_hints_are_measured_on_the_small_suites_and_shards_ask_what_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: dict[str, list[str]]
) -> None:
    context = cycle(tmp_path)
    recipes_learning.baseline(context, tmp_path)
    everywhere = [*LARGE, *SMALL]
    of_base = ["dev", *SMALL]
    assert measured == {
        "base": of_base, "hints": SMALL, "search": everywhere, "chooser": everywhere, "policy_base": of_base,
    }  # fmt: skip
    monkeypatch.setattr(shards, "_on", lambda context, name, adapter, suites: iter([(name, list(suites))]))
    monkeypatch.setattr(shards, "_retention", lambda *args: iter([]))
    assert list(shards._baseline(context)) == [("base", of_base), ("hints", SMALL)]


def test_with_a_champion_its_policy_is_measured_too_and_its_knowledge_of_rust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: dict[str, list[str]]
) -> None:
    context = cycle(tmp_path)
    vars(context)["champion"] = SimpleNamespace(adapter=tmp_path / "champions")
    asked: list[Any] = []
    monkeypatch.setattr(recipes_learning, "measure_retention", lambda *args: asked.append(args[2:]) or {})
    recipes_learning.baseline(context, tmp_path)
    assert measured["policy_champion"] == [*LARGE, *SMALL]
    assert asked == [("champion", tmp_path / "champions")]


def test_each_policy_has_its_chooser_and_the_base_its_better_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = cycle(tmp_path)
    context.record(PhaseResult("choose", "k", str(tmp_path / "choose")))
    vars(context)["champion"] = SimpleNamespace(policy=tmp_path / "champions")
    tonights = tmp_path / "choose" / "policy"
    found = {arm: policy_folder(context, arm) for arm in (*ARMS, "policy", "candidate")}
    assert found == {
        "base": None, "hints": None, "search": None, "chooser": tonights, "policy_base": tonights,
        "policy_champion": tmp_path / "champions", "policy": tonights, "candidate": None,
    }  # fmt: skip
    monkeypatch.setattr(base_form, "counts", lambda context: {"edit": (0, 60), "program": (9, 60)})
    forms = {arm: config_of(context, arm).answer.format for arm in (*ARMS, "policy", "candidate")}
    assert {arm for arm, form in forms.items() if form == "program"} == {"base", "hints", "policy_base"}


@pytest.mark.parametrize(
    ("edit", "program", "best"), [(0, 9, "program"), (9, 0, "edit"), (3, 3, "edit"), (0, 0, "edit")]
)
def test_the_better_form_is_the_one_that_passes_more_and_of_equals_the_configured_one(
    edit: int, program: int, best: str
) -> None:
    assert base_form.best_form({"edit": (edit, 60), "program": (program, 60)}, "edit") == best


def test_the_candidate_is_asked_once_and_as_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: dict[str, list[str]]
) -> None:
    context = cycle(tmp_path)
    looks: list[str] = []
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=name))
    monkeypatch.setattr(recipes_examine, "gate_arms", lambda *args: {})
    monkeypatch.setattr(recipes_examine, "decide_opening", lambda *args: SimpleNamespace(opened=True))
    monkeypatch.setattr(recipes_examine, "record_look", lambda context, arm, *more: looks.append(arm))
    monkeypatch.setattr(recipes_examine, "measure_noise", lambda *args: {})
    monkeypatch.setattr(recipes_examine, "_validate", lambda *args: None)
    made = recipes_examine.examine(context, tmp_path)
    assert made.digests == {"adapter": "a", "policy": digest_folder(tmp_path / "policy")}
    assert measured == {arm: [*LARGE, *SMALL] for arm in ("candidate", "policy")}
    assert looks == ["candidate", "policy"]
