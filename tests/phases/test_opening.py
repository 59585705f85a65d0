"""Frozen is opened last, only for a policy that shadow shows to be better, and every opening is counted."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.evaluation import write_report
from nightschool.phases import Context, examination, recipes_examine
from nightschool.phases.opening import count_looks, decide_opening, record_look
from nightschool.phases.recipes_examine import examine
from nightschool.tracking.ledger import Ledger
from nightschool.types import PhaseResult
from tests.decisions.factory import report

NO_DOMAINS: Mapping[str, str] = {}
SEARCH, BETTER, SAME = "f" * 200, "P" * 20 + "f" * 180, "P" * 5 + "f" * 195


def cycle(folder: Path, name: str = "night") -> Context:
    context = Context(Config(root=folder), name)
    vars(context)["registry"] = SimpleNamespace(ledger=Ledger(folder / "ledger.jsonl"))
    vars(context)["champion"] = None
    return context


class Examination:
    """The recipe over scripted reports: what was measured, in order."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, shadow: str, domains: Mapping[str, str] = NO_DOMAINS
    ) -> None:
        self.folder, self.shadow, self.context = folder, shadow, cycle(folder)
        self.measured: list[tuple[str, str]] = []
        self.asked_again: list[Any] = []
        for phase in ("align", "baseline", "choose"):
            self.context.record(PhaseResult(phase, "k", str(folder / phase), {}, {"adapter": "a" * 64}))
        self.context.record(PhaseResult("certify", "k", str(folder), {}, {"frozen": "f", **domains}))
        for arm, letters in (("search", SEARCH), ("chooser", shadow)):
            write_report(folder / "baseline" / f"{arm}-shadow.json", report(letters, "shadow", arm))
            write_report(folder / "baseline" / f"{arm}-dev.json", report("pf", "dev", arm))
        monkeypatch.setattr(recipes_examine, "measure", self._measure)
        monkeypatch.setattr(recipes_examine, "measure_noise", lambda *args: self.asked_again.append(args[-1]) or {})
        monkeypatch.setattr(recipes_examine, "measure_retention", lambda *args: {})
        monkeypatch.setattr(recipes_examine, "_validate", lambda context, folder: None)
        monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=f"digest-{name}", koans=()))

    def _measure(
        self, context: Context, folder: Path, arm: str, adapter: Path, suites: Iterable[str]
    ) -> dict[str, float]:
        for suite in suites:
            self.measured.append((arm, suite))
            write_report(folder / f"{arm}-{suite}.json", report(self.shadow if suite == "shadow" else "pf", suite, arm))
        return {f"{arm}.{suite}.unscored": 0.0 for suite in suites}

    def run(self) -> Any:
        (self.folder / "examine").mkdir(exist_ok=True)
        return examine(self.context, self.folder / "examine")


@pytest.mark.parametrize(("shadow", "opened"), [(BETTER, True), (SAME, False), ("u" + BETTER[1:], False)])
def test_the_gates_evidence_on_shadow_opens_frozen(tmp_path: Path, shadow: str, opened: bool) -> None:
    # 20 fixed and none lost: p = 2^-20, below tonight's 0.025/365 = 6.8e-5, and 20 of 20 sure are right; 5 fixed: 2^-5;
    # one unscored: no comparison.
    assert decide_opening(cycle(tmp_path), tmp_path, arms("f", "f", SEARCH, shadow)).opened is opened


@pytest.mark.parametrize(("rival", "opened"), [("search", False), ("policy_champion", False), ("chooser", True)])
def test_a_policy_has_to_beat_search_and_the_champions(tmp_path: Path, rival: str, opened: bool) -> None:
    context = cycle(tmp_path)
    vars(context)["champion"] = SimpleNamespace()
    measured = arms("f", "f", SEARCH, BETTER) | {"policy_champion": arms("f", "f", SEARCH, BETTER)["search"]}
    assert decide_opening(context, tmp_path, measured).opened
    as_good = {**measured[rival], "shadow": measured["policy"]["shadow"]}
    assert decide_opening(context, tmp_path, measured | {rival: as_good}).opened is opened


@pytest.mark.parametrize(("dev", "opened"), [("f" * 6, False), ("p" * 6, True)])
def test_a_night_that_dev_finds_promising_may_spend_more(tmp_path: Path, dev: str, opened: bool) -> None:
    # 10 fixed on shadow: p = 2^-10 = 9.8e-4. Even share 6.8e-5; with 6 fixed on dev (p = 1/64) 0.025/4 = 6.3e-3 more.
    measured = arms("f" * 6, dev, "P" * 20 + "f" * 180, "P" * 30 + "f" * 170)
    assert decide_opening(cycle(tmp_path), tmp_path, measured).opened is opened


def test_what_was_not_shown_is_told(tmp_path: Path) -> None:
    opening = decide_opening(cycle(tmp_path), tmp_path, arms("f", "f", SEARCH, SAME))
    told = "not shown: shadow better than search, sure and right"
    assert str(opening).startswith("not opened: gain over search on shadow +0.025 [")
    assert str(opening).endswith(told)


def arms(search_dev: str, dev: str, search: str, policy: str) -> dict[str, dict[str, Any]]:
    """Reports by arm and suite of search and of the policy; the chooser has the policy's answers."""
    letters = {"search": (search_dev, search), "chooser": (dev, policy), "policy": (dev, policy)}
    suites = ("dev", "shadow")
    return {a: {s: report(said, s, a) for s, said in zip(suites, both, strict=True)} for a, both in letters.items()}


def test_frozen_is_measured_last_and_the_look_is_in_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    night = Examination(tmp_path, monkeypatch, BETTER)
    assert night.run().metrics["frozen.opened"] == 1.0
    assert [suite for _, suite in night.measured] == ["dev", "shadow"] * 2 + ["frozen"] * 2
    looks = [entry.data for entry in night.context.registry.ledger.entries() if entry.event == "look"]
    assert [(look["cycle"], look["arm"], look["suite"]) for look in looks] == [
        ("night", "candidate", "digest-frozen"),
        ("night", "policy", "digest-frozen"),
    ]
    assert night.asked_again == [("dev", "frozen")]
    night.run()
    assert count_looks(night.context) == 1  # one candidate: its policy and its single answer


def test_frozen_stays_closed_for_a_policy_that_shadow_does_not_tell_from_the_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night = Examination(tmp_path, monkeypatch, SAME)
    write_report(tmp_path / "examine" / "candidate-frozen.json", report("pu"))  # of an incomplete examination before
    assert night.run().metrics["frozen.opened"] == 0.0
    assert {suite for _, suite in night.measured} == {"dev", "shadow"}
    assert night.asked_again == [("dev",)]
    assert not (tmp_path / "examine" / "candidate-frozen.json").exists()
    assert count_looks(night.context) == 0


@pytest.mark.parametrize(("shadow", "opened"), [(BETTER, True), (SAME, False)])
def test_domains_are_measured_beside_frozen_and_are_no_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shadow: str, opened: bool
) -> None:
    night = Examination(tmp_path, monkeypatch, shadow, {"domains": "d"})
    write_report(tmp_path / "examine" / "candidate-domains.json", report("pu"))  # of an incomplete examination before
    night.run()
    beside = [("candidate", "frozen"), ("candidate", "domains"), ("policy", "frozen"), ("policy", "domains")]
    assert night.measured[4:] == (beside if opened else [])
    assert (tmp_path / "examine" / "candidate-domains.json").exists() is opened
    assert count_looks(night.context) == (1 if opened else 0)  # one candidate, on frozen


def test_a_cycles_candidate_counts_once_and_another_candidate_again(tmp_path: Path) -> None:
    for name, adapter in (("one", "a"), ("one", "a"), ("two", "a"), ("one", "b")):
        record_look(cycle(tmp_path, name), "candidate", adapter * 64, "suite")
    assert count_looks(cycle(tmp_path)) == 3


def test_an_adapter_measured_on_frozen_by_hand_is_a_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = cycle(tmp_path, "evaluate")
    frozen, dev = SimpleNamespace(digest="frozen"), SimpleNamespace(digest="dev")
    monkeypatch.setattr(Context, "suite", lambda self, name: frozen)
    for arm, adapter, suite in (
        ("candidate", "a", dev),
        ("base", "", frozen),
        ("policy_base", "", frozen),
        ("policy_champion", "a", frozen),
        ("policy", "a", frozen),
        ("candidate", "b", frozen),
    ):
        opened = SimpleNamespace(name=arm, facts=lambda adapter=adapter: {"adapter": adapter})
        examination._record_look(context, opened, suite)
    assert [entry.data["arm"] for entry in context.registry.ledger.entries()] == ["policy", "candidate"]
