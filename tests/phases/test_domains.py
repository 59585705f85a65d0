"""The suite `domains` is kept out of the corpus, shown beside frozen, and decides nothing."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import nightschool.koans
from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.decisions import gate
from nightschool.errors import IntegrityError
from nightschool.evaluation import write_report
from nightschool.koans import write_suite
from nightschool.phases import Context, recipes_data, recipes_learning, recipes_release, shards
from nightschool.phases.gate_arms import gate_arms
from nightschool.phases.measured import keep_report, read, reference_report
from nightschool.phases.opening import decide_opening
from nightschool.phases.start import start_report
from nightschool.phases.transaction import Outcome
from nightschool.tracking import Ledger
from nightschool.types import PhaseResult
from tests.curriculum.programs import INVENTORY, NEAR, WORDS, koan, row
from tests.decisions.factory import report
from tests.decisions.test_decisions import GATE, inputs, with_reports


def cycle(folder: Path, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={folder}", *settings]), "night")
    vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc", version="rustc 1"))
    vars(context)["champion"] = None
    return context


@pytest.mark.parametrize("there", [True, False])
def test_what_the_corpus_holds_of_the_domains_is_reported_and_is_no_leak_to_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    context = cycle(tmp_path)
    write_corpus(tmp_path / "curate", [row("r", INVENTORY, NEAR)], {})
    for suite, code in (("koans/frozen", WORDS), ("curate/dev", WORDS), ("curate/shadow", WORDS)):
        write_suite(tmp_path / suite, [koan(Path(suite).name, code, WORDS)])
    if there:
        write_suite(tmp_path / "koans/domains", [koan("stock", INVENTORY, NEAR)])
    context.record(PhaseResult("curate", "k", str(tmp_path / "curate")))
    monkeypatch.setattr(recipes_data, "twin_koans", lambda context, suite: ())
    passed = SimpleNamespace(warnings=())
    monkeypatch.setattr("nightschool.curriculum.validation.validate_corpus", lambda *args: passed)
    metrics = recipes_data.validate_corpus(context, tmp_path).metrics
    assert (metrics["leaks"], metrics.get("domains.leaks")) == (0.0, 1.0 if there else None)
    overlap = json.loads((tmp_path / "overlap.json").read_text())
    assert (overlap["leakage"]["leaking_rows"], overlap["domains"]["leaking_rows"]) == (0, int(there))


def test_other_domains_make_another_corpus(tmp_path: Path) -> None:
    write_suite(tmp_path / "koans/frozen", [koan("f", WORDS, NEAR)])
    keys = []
    for suite in (None, INVENTORY, NEAR):
        if suite is not None:
            write_suite(tmp_path / "koans/domains", [koan("stock", suite, WORDS)])
        keys.append(str(recipes_data.curate_inputs(cycle(tmp_path, "curriculum.rotation=1"))))
    elsewhere = cycle(tmp_path, "curriculum.rotation=1", "domains=koans/others")
    assert len(set(keys)) == 3
    assert str(recipes_data.curate_inputs(elsewhere)) == keys[0]


@pytest.mark.parametrize(("there", "sound"), [(False, True), (True, True), (True, False)])
def test_a_night_measures_domains_that_are_there_and_certified_and_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], there: bool, sound: bool
) -> None:
    context = cycle(tmp_path)
    for suite in ("frozen", "domains")[: 1 + there]:
        write_suite(tmp_path / "koans" / suite, [koan(suite, WORDS, NEAR)])
    monkeypatch.setattr(
        nightschool.koans, "certify", lambda suite, judge: Certificate(sound or suite.name != "domains")
    )
    monkeypatch.setattr(recipes_data, "asdict", vars)
    monkeypatch.setattr("nightschool.curriculum.validation.validate_suite", lambda *args: None)
    done = recipes_data.certify(context, tmp_path)
    assert (done.outcome, "domains" in done.digests) == ("certified", there and sound)
    assert ("1 defects, see `nightschool certify koans/domains`" in capsys.readouterr().out) is (there and not sound)
    context.record(PhaseResult("certify", "k", str(tmp_path), {}, done.digests))
    assert suites_of_baseline(context, tmp_path, monkeypatch) == (
        BASELINE | {"domains"} if there and sound else BASELINE
    )


BASELINE = {"dev", "frozen"}
"""Of the base model; shadow tells of policies."""


class Certificate:
    """Sound, or with one defect."""

    def __init__(self, ok: bool) -> None:
        self.ok, self.defects = ok, () if ok else ("a defect",)


def suites_of_baseline(context: Context, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What the phase measures the base model on, and its shards too."""
    asked: dict[str, set[str]] = {}

    def measure(context: Context, folder: Path, arm: str, adapter: Any, suites: Iterable[str]) -> dict[str, float]:
        asked.setdefault(arm, set()).update(suites)
        return {}

    monkeypatch.setattr(recipes_learning, "measure", measure)
    monkeypatch.setattr(recipes_learning, "measure_retention", lambda *args: {})
    monkeypatch.setattr(recipes_learning, "counts", lambda context: {})
    recipes_learning.baseline(context, folder)
    monkeypatch.setattr(shards, "_on", lambda context, name, adapter, suites: iter([(name, set(suites))]))
    monkeypatch.setattr(shards, "_retention", lambda *args: iter([]))
    assert dict(shards._baseline(context))["base"] == asked["base"]  # type: ignore[call-overload]
    return asked["base"]


def test_what_is_measured_on_domains_becomes_a_metric(tmp_path: Path) -> None:
    measured = keep_report(tmp_path, report("PppF", "domains", "policy", answers=2))
    assert measured == {
        "policy.domains.pass_rate": 0.75, "policy.domains.n": 4.0, "policy.domains.unscored": 0.0,
        "policy.domains.sure": 2.0, "policy.domains.sure_passed": 1.0, "policy.domains.compiles": 0.0,
        "policy.domains.answers": 8.0,
    }  # fmt: skip


@pytest.mark.parametrize("theirs", ["p" * 60, "f" * 60, "u" * 60])
@pytest.mark.parametrize("ours", ["p" * 60, "f" * 60, "u" * 60])
def test_the_gate_decides_the_same_whatever_domains_say(ours: str, theirs: str) -> None:
    for evidence in (inputs(), inputs(candidate="f" * 30), inputs(alpha=0.001)):  # passed, refused, not enough
        uncertified = report(ours, "domains", "policy", certified=False)
        told = with_reports(evidence, "domains", policy=uncertified, policy_champion=theirs, search=theirs)
        assert gate(told, GATE) == gate(evidence, GATE)


def decided(folder: Path) -> list[Any]:
    """Every decision of a night, from the reports that lie in its folders: whether it gained, has plateaued, opens
    frozen and passes."""
    context = cycle(folder)
    vars(context)["registry"] = SimpleNamespace(ledger=Ledger(folder / "ledger.jsonl"))
    (folder / "out").mkdir(exist_ok=True)
    outcomes: list[Outcome] = [recipes_learning.plateaued(context, folder / "out")]
    opening = decide_opening(context, folder / "out", gate_arms(context, folder / "examine"))
    outcomes.append(recipes_release.gate(context, folder / "out"))
    return [start_report(context), reference_report(context, "dev"), outcomes, opening]


LETTERS = {"search": "f" * 200, "chooser": "P" * 150 + "f" * 50, "policy": "P" * 160 + "f" * 40, "base": "p" * 200}
PLACES = (
    ("baseline", "search"), ("baseline", "chooser"), ("baseline", "policy_base"), ("baseline", "base"),
    ("align", "policy"), ("align", "candidate"), ("examine", "policy"), ("examine", "candidate"),
)  # fmt: skip
"""Phase and arm of each report."""


def test_no_decision_of_a_night_reads_what_was_measured_on_domains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports on domains that cannot be read change nothing: whatever looked at one would fail."""
    monkeypatch.setattr(recipes_learning, "start_report", lambda context: reference_report(context, "dev"))
    monkeypatch.setattr("nightschool.phases.start.start", lambda context: None)
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=f"digest-{name}"))
    context = cycle(tmp_path)
    for place, arm in PLACES:
        letters = LETTERS.get(arm, "p" * 200)
        for suite in ("dev", "shadow", "frozen", "retention"):
            write_report(tmp_path / place / f"{arm}-{suite}.json", report(letters, suite, arm))
    metrics = {"coverage": 1.0, "leaks": 0.0, "domains.leaks": 7.0}
    for phase in ("align", "baseline", "examine", "validate_corpus"):
        digests = {"adapter": "a"} if phase == "align" else {}
        context.record(PhaseResult(phase, "k", str(tmp_path / phase), metrics, digests, "valid"))
    without = decided(tmp_path)
    assert without[2][1].outcome == "passed"
    damaged = [path.with_name(path.name.replace("dev", "domains")) for path in tmp_path.glob("*/*-dev.json")]
    for path in damaged:
        path.write_text("not a report")
    assert len(damaged) == len(PLACES)
    assert decided(tmp_path) == without
    with pytest.raises(IntegrityError):
        read(damaged[0])
