"""The suite `own` is examined by every arm each night, told everywhere, and read by no decision."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.curriculum.corpus_file import write_corpus
from nightschool.curriculum.decided import DecidedPair, write_decided
from nightschool.decisions import gate
from nightschool.errors import IntegrityError
from nightschool.evaluation import write_report
from nightschool.files import write_json
from nightschool.koans import write_suite
from nightschool.phases import Context, recipes_data, recipes_learning, shards
from nightschool.phases.evidence import own_note
from nightschool.phases.looks import own_told, record_gate
from nightschool.phases.measured import guarded_koans, read, reference_report, suites_of
from nightschool.phases.recipes_preference import _decided
from nightschool.phases.strategies.compare import _suite_folders
from nightschool.tracking import Ledger
from nightschool.types import PhaseResult
from tests.curriculum.programs import INVENTORY, NEAR, WORDS, koan, row
from tests.decisions.factory import report
from tests.decisions.test_decisions import GATE, inputs, with_reports
from tests.phases.test_domains import LETTERS, PLACES, cycle, decided
from tests.phases.test_opening import BETTER, SAME, Examination

LINE = "2 koans of shop: 0 judged by tests, 2 by compiling with every item in place"


def curated(context: Context, folder: Path, own: bool = True) -> None:
    """The suites that curate leaves, `own` among them or not."""
    for name in ("dev", "shadow", "own")[: 2 + own]:
        write_suite(folder / "curate" / name, [koan(f"{name}-a", WORDS, NEAR), koan(f"{name}-b", INVENTORY, NEAR)])
    write_json(folder / "curate" / "own.json", {"line": LINE if own else "none tonight, nobody"})
    digests = {"own": "o" * 64} if own else {}
    context.record(PhaseResult("curate", "k", str(folder / "curate"), {"own.tested": 0.0}, digests))


@pytest.mark.parametrize("own", [True, False])
def test_every_arm_is_measured_on_it_each_night_whether_or_not_frozen_is_opened(tmp_path: Path, own: bool) -> None:
    context = cycle(tmp_path)
    context.record(PhaseResult("certify", "k", "", {}, {}))
    curated(context, tmp_path, own)
    for arm in ("base", "hints", "search", "chooser", "policy_base", "policy_champion"):
        assert ("own" in suites_of(context, arm)) is own


@pytest.mark.parametrize(("shadow", "opened"), [(BETTER, True), (SAME, False)])
def test_tonights_policy_is_measured_on_it_before_frozen_is_thought_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shadow: str, opened: bool
) -> None:
    night = Examination(tmp_path, monkeypatch, shadow)
    night.context.record(PhaseResult("curate", "k", str(tmp_path / "curate"), {}, {"own": "o"}))
    night.run()
    assert [suite for _, suite in night.measured][:6] == ["dev", "shadow", "own"] * 2
    assert ("policy", "frozen") in night.measured or not opened
    asked: list[Any] = []
    monkeypatch.setattr(shards, "_on", lambda context, name, adapter, suites: asked.append(suites) or iter([]))
    monkeypatch.setattr(shards, "_retention", lambda *args: iter([]))
    list(shards._examine(night.context))
    assert asked == [("dev", "shadow", "own")]


@pytest.mark.parametrize("own", [True, False])
def test_what_the_corpus_holds_of_it_is_counted_by_itself_and_is_no_leak_to_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    """A row that is one of its koans: curate would have dropped it."""
    context = cycle(tmp_path)
    curated(context, tmp_path, own)
    for name in ("dev", "shadow"):
        write_suite(tmp_path / "curate" / name, [koan(name, WORDS, WORDS)])
    write_suite(tmp_path / "koans/frozen", [koan("frozen", WORDS, WORDS)])
    write_corpus(tmp_path / "curate", [row("r", INVENTORY, NEAR)], {})
    monkeypatch.setattr(recipes_data, "twin_koans", lambda context, suite: ())
    monkeypatch.setattr("nightschool.curriculum.validation.validate_corpus", lambda *args: SimpleNamespace(warnings=()))
    metrics = recipes_data.validate_corpus(context, tmp_path).metrics
    assert (metrics["leaks"], metrics.get("own.leaks")) == (0.0, 1.0 if own else None)
    assert json.loads((tmp_path / "overlap.json").read_text())["own"]["leaking_rows"] == int(own)


@pytest.mark.parametrize("own", [True, False])
def test_rehearsal_and_pairs_keep_away_from_it_too(tmp_path: Path, own: bool) -> None:
    context = cycle(tmp_path)
    curated(context, tmp_path, own)
    write_suite(tmp_path / "koans/frozen", [koan("frozen", WORDS, WORDS)])
    assert {one.id for one in guarded_koans(context)} >= {"frozen", "dev-a", "shadow-b"}
    assert ("own-a" in {one.id for one in guarded_koans(context)}) is own


@pytest.mark.parametrize("ours", ["p" * 60, "f" * 60, "u" * 60])
def test_the_gate_decides_the_same_whatever_it_says(ours: str) -> None:
    for evidence in (inputs(), inputs(candidate="f" * 30), inputs(alpha=0.001)):  # passed, refused, not enough
        told = with_reports(evidence, "own", policy=report(ours, "own", "policy"), search="p" * 60)
        assert gate(told, GATE) == gate(evidence, GATE)


def test_no_decision_of_a_night_reads_what_was_measured_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports on `own` that cannot be read change nothing: whatever looked at one would fail."""
    monkeypatch.setattr(recipes_learning, "start_report", lambda context: reference_report(context, "dev"))
    monkeypatch.setattr("nightschool.phases.start.start", lambda context: None)
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=f"digest-{name}"))
    context = cycle(tmp_path)
    for place, arm in PLACES:
        for suite in ("dev", "shadow", "frozen", "retention"):
            write_report(tmp_path / place / f"{arm}-{suite}.json", report(LETTERS.get(arm, "p" * 200), suite, arm))
    metrics = {"coverage": 1.0, "leaks": 0.0, "own.leaks": 7.0}
    for phase in ("align", "baseline", "examine", "validate_corpus"):
        digests = {"adapter": "a"} if phase == "align" else {}
        context.record(PhaseResult(phase, "k", str(tmp_path / phase), metrics, digests, "valid"))
    without = decided(tmp_path)
    assert without[2][1].outcome == "passed"
    damaged = [path.with_name(path.name.replace("dev", "own")) for path in tmp_path.glob("*/*-dev.json")]
    for path in damaged:
        path.write_text("not a report")
    context.record(PhaseResult("curate", "k", str(tmp_path / "curate"), {}, {"own": "o"}))
    assert len(damaged) == len(PLACES)
    assert decided(tmp_path) == without
    with pytest.raises(IntegrityError):
        read(damaged[0])


def test_it_stands_in_the_ledger_beside_the_decision_and_not_in_its_digest(tmp_path: Path) -> None:
    context = cycle(tmp_path)
    vars(context)["registry"] = SimpleNamespace(ledger=Ledger(tmp_path / "ledger.jsonl"))
    bare = record_gate(context, {"outcome": "refused"}, "look", own_told(context))
    assert "own" not in bare.data
    curated(context, tmp_path)
    measured = {"policy.own.pass_rate": 0.5, "policy.own.n": 2.0, "policy.own.unscored": 0.0, "policy.dev.n": 9.0}
    context.record(PhaseResult("examine", "k", "", {**measured, "policy.own.compiles": 40.0}))
    told = own_told(context)
    assert told == {
        "own": {"digest": "o" * 64, "tested": 0.0, "arms": {"policy": {"pass_rate": 0.5, "n": 2.0, "unscored": 0.0}}}
    }
    other = replace(context, cycle="another")
    vars(other)["registry"] = context.registry
    entry = record_gate(other, {"outcome": "refused"}, "look", told)
    assert entry.data["own"] == told["own"]
    assert entry.data["evidence_digest"] == bare.data["evidence_digest"]


def test_the_note_tells_what_it_is_and_how_often_the_policy_repaired_as_the_developer_did(tmp_path: Path) -> None:
    """One answer is the repair but for layout, the other passed as well and is another program: 1."""
    context = cycle(tmp_path)
    curated(context, tmp_path)
    made = report("pp", "own", "policy")
    programs = {"own-a": NEAR.replace("\n", "\n\n"), "own-b": WORDS}
    attempts = [replace(a, koan=k, program=p) for a, (k, p) in zip(made.attempts, programs.items(), strict=True)]
    write_report(tmp_path / "examine" / "policy-own.json", replace(made, attempts=tuple(attempts)))
    context.record(PhaseResult("examine", "k", str(tmp_path / "examine")))
    assert own_note(context) == {"own": f"{LINE}; the policy repaired 1 as the developer did"}


def test_a_night_without_it_says_why_in_one_line(tmp_path: Path) -> None:
    context = cycle(tmp_path)
    curated(context, tmp_path, own=False)
    assert own_note(context) == {"own": "none tonight, nobody"}
    (tmp_path / "curate" / "own.json").unlink()  # of a night before there was such a suite
    assert own_note(context) == {}


def test_strategies_are_compared_on_it_where_it_lies_beside_the_corpus(tmp_path: Path) -> None:
    context = cycle(tmp_path)
    assert "own" not in _suite_folders(context, tmp_path / "curate")
    curated(context, tmp_path)
    folders = _suite_folders(context, tmp_path / "curate")
    assert list(folders) == ["dev", "shadow", "frozen", "own"]
    assert folders["own"] == tmp_path / "curate" / "own"


def pair_of(identity: str, workspace: str, key: str, decided: str = "accepted") -> DecidedPair:
    return DecidedPair(
        identity, f"e{identity}", workspace, 1.0, decided, "p", "r", None, "own-e0308", "E0308", "2021", "b", "c", "d",
        "search", "search", key,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("held_out", "ids"),
    [("[]", "abcd"), ("[shop]", "b"), ("[k2]", "ac"), ("[nobody]", "abc"), ("1.0", ""), ("0.0", "abcd")],
)
def test_pairs_of_held_out_and_of_unknown_workspaces_reach_no_night(tmp_path: Path, held_out: str, ids: str) -> None:
    """Two pairs are the shop's (k1), one the till's (k2), and of the last one nobody knows where it is from."""
    folder = tmp_path / "var" / "episodes"
    folder.mkdir(parents=True)
    places = (("shop", "k1"), ("till", "k2"), ("shop", "k1"), ("till", ""))
    write_decided(folder, [pair_of(name, *place) for name, place in zip("abcd", places, strict=True)])
    asked = _decided(cycle(tmp_path, f"episodes.held_out={held_out}"))
    assert sorted(one.id for one in asked) == list(ids)


def test_pairs_of_before_there_were_keys_are_read_and_are_of_no_known_workspace(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "episodes"
    folder.mkdir(parents=True)
    old = {name: value for name, value in pair_of("a", "shop", "").to_json().items() if name != "key"}
    (folder / "pairs.jsonl").write_text(json.dumps(old) + "\n")
    assert [one.key for one in _decided(cycle(tmp_path))] == [""]
    assert _decided(cycle(tmp_path, "episodes.held_out=[till]")) == []


@pytest.mark.parametrize(
    ("settings", "ids"), [((), "abc"), (("prefer.decided=[written]",), "d"), (("prefer.decided=[]",), "")]
)
def test_which_decisions_make_pairs_is_configured(tmp_path: Path, settings: tuple[str, ...], ids: str) -> None:
    """Unless told otherwise all but what `--write` wrote."""
    folder = tmp_path / "var" / "episodes"
    folder.mkdir(parents=True)
    how = dict(zip("abcd", ("accepted", "edited", "action", "written"), strict=True))
    write_decided(folder, [pair_of(name, "shop", "k1", decided) for name, decided in how.items()])
    assert sorted(one.id for one in _decided(cycle(tmp_path, *settings))) == list(ids)
